import { z } from 'zod';
import { ssoScope } from '../../contract/paths.js';
import { microsoft365Hosts } from '../../server/auth/microsoft365Hosts.js';
import type { Config } from '../../server/config.js';
import { askAs, NoAnswer, type Answer } from '../ask.js';
import { ToolError } from '../ToolError.js';
import { toRedirects } from './documents.js';
import { of, type CheckResult } from './CheckResult.js';

/** Returns a Graph token of the account that is signed in to the Azure CLI. Throws ToolError. */
export type AzureCliToken = (
  graphEndpoint: string,
  tenant: string | undefined,
) => Promise<{ readonly accessToken: string }>;

const applicationShape = z.object({
  spa: z.object({ redirectUris: z.array(z.string()).catch([]) }).catch({ redirectUris: [] }),
  api: z
    .object({
      oauth2PermissionScopes: z.array(z.object({ id: z.string(), value: z.string() })).catch([]),
      preAuthorizedApplications: z
        .array(z.object({ appId: z.string(), delegatedPermissionIds: z.array(z.string()).catch([]) }))
        .catch([]),
    })
    .catch({ oauth2PermissionScopes: [], preAuthorizedApplications: [] }),
});
type Application = z.infer<typeof applicationShape>;

/** Reads the registration from Graph with the Azure CLI's account. */
export async function* checkRegistration(
  config: Config,
  environment: string,
  azureCliToken: AzureCliToken,
): AsyncGenerator<CheckResult> {
  const { skipped, note, failed } = of('Registration in Entra');
  const { clientId, graphEndpoint } = config;
  const tenant = config.tenantId === 'organizations' ? undefined : config.tenantId;
  let token: string;
  try {
    ({ accessToken: token } = await azureCliToken(graphEndpoint, tenant));
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    yield skipped(toUnchecked(config, tenant));
    return;
  }
  const get = (select: string) =>
    askAs(token, `${graphEndpoint}/v1.0/applications(appId='${clientId}')?$select=${select}`);
  const answer = await get('spa,api');
  if (answer instanceof NoAnswer) {
    yield failed(...noResponse(answer));
  } else if (answer.status === 404) {
    yield note(
      `The tenant of the Azure CLI has no app registration with the client id ${clientId}.`,
      'Check AAD_APP_CLIENT_ID, or sign in to the tenant in which the app is registered: az login --tenant ….',
    );
  } else if (answer.status !== 200) {
    yield skipped(`Graph returned ${answer.status} for the account of the Azure CLI.`);
  } else {
    const application = applicationShape.parse(answer.json ?? {});
    yield checkRedirects(config, application, environment);
    yield checkClients(config, application, environment);
    yield checkWindows(await get('createdDateTime,authenticationBehaviors'));
  }
}

const noResponse = ({ reason }: NoAnswer): [message: string, fix: string] => [
  `No response (${reason}).`,
  'Check DNS, firewall and proxy.',
];

const toUnchecked = (config: Config, tenant: string | undefined): string =>
  `Not checked, because the Azure CLI has no token: the redirect URIs ${toRedirects(config).join(' and ')}, ` +
  `the ${microsoft365Hosts.size + 1} client applications of aad.manifest.json and coopEnforcement. ` +
  `Sign in with az login --allow-no-subscriptions${tenant === undefined ? '' : ` --tenant ${tenant}`} and run this again.`;

const register = (environment: string) => `Run npm run register -- --env ${environment}`;

function checkRedirects(config: Config, { spa }: Application, environment: string): CheckResult {
  const { ok, failed } = of('Redirect URIs in Entra');
  const missing = toRedirects(config).filter((redirect) => !spa.redirectUris.includes(redirect));
  return missing.length === 0
    ? ok('Sign-in windows and Nested App Authentication can redirect to this app.')
    : failed(
        `The registration lacks ${missing.join(' and ')}.`,
        `${register(environment)}, or add it under Authentication > Single-page application. Without it Entra returns AADSTS50011 or AADSTS700046.`,
      );
}

function checkClients({ clientId }: Config, { api }: Application, environment: string): CheckResult {
  const { ok, failed } = of('Client applications in Entra');
  const scopeId = api.oauth2PermissionScopes.find(({ value }) => value === ssoScope)?.id;
  if (scopeId === undefined) {
    return failed(
      `The registration exposes no scope ${ssoScope}.`,
      `${register(environment)}, or add it under Expose an API.`,
    );
  }
  const wanted = new Map([...microsoft365Hosts, [clientId, 'the app itself']]);
  for (const { appId, delegatedPermissionIds } of api.preAuthorizedApplications) {
    if (delegatedPermissionIds.includes(scopeId)) wanted.delete(appId.toLowerCase());
  }
  return wanted.size === 0
    ? ok(`Microsoft 365 and the app itself may request ${ssoScope}.`)
    : failed(
        `Not pre-authorized for ${ssoScope}: ${[...wanted].map(([id, name]) => `${id} (${name})`).join(', ')}.`,
        `${register(environment)}, or add them under Expose an API > Add a client application.`,
      );
}

const behaviorsShape = z.object({
  createdDateTime: z.string().nullish(),
  authenticationBehaviors: z.object({ coopEnforcement: z.boolean().nullish() }).nullish(),
});

/** @see https://learn.microsoft.com/graph/applications-authenticationbehaviors */
function checkWindows(answer: Answer | NoAnswer): CheckResult {
  const { ok, note, failed, skipped } = of('Sign-in windows');
  if (answer instanceof NoAnswer) return failed(...noResponse(answer));
  const behaviors = answer.status === 200 ? behaviorsShape.safeParse(answer.json).data : undefined;
  if (behaviors === undefined)
    return skipped('Graph does not report coopEnforcement, which national clouds do not have.');
  const value = behaviors.authenticationBehaviors?.coopEnforcement ?? undefined;
  if (value === false) {
    return note(
      'coopEnforcement is false, which turns off a protection of Entra’s sign-in windows.',
      'This app does not need the exception. Set it to null (docs/administrator.md, “Sign-in windows”).',
    );
  }
  // Entra's default for registrations that are created after 2027-01-31.
  const isDefault = Date.parse(behaviors.createdDateTime ?? '') >= Date.parse('2027-02-01');
  return value === true || isDefault
    ? note(
        'Entra isolates them (coopEnforcement), so they cannot report to Teams. The tab asks its server how a sign-in ended.',
        'No action is needed unless users get stuck in such a window (docs/administrator.md, “Sign-in windows”).',
      )
    : ok('coopEnforcement is not set, so they can report the result of a sign-in to Teams.');
}
