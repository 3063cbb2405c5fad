import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages, ssoScope } from '../../contract/paths.js';
import { microsoft365Hosts } from '../../server/auth/microsoft365Hosts.js';
import type { Config } from '../../server/config.js';
import { isLoopback } from '../../server/variables.js';
import { fillPlaceholders } from '../appPackage/placeholders.js';
import { environmentFiles, type Environment } from '../environmentFiles.js';
import { of, type CheckResult } from './CheckResult.js';

/** The resource for which Teams requests a token. */
export const toAppIdUri = ({ tabEndpoint, clientId }: Config): string =>
  `api://${new URL(tabEndpoint).host}/${clientId}`;

/**
 * The redirect URIs of sign-in windows and of Nested App Authentication. The latter has scheme, host and port,
 * and no path.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/authentication/nested-authentication
 */
export const toRedirects = ({ tabEndpoint }: Config): readonly string[] => [
  `${tabEndpoint}${pages.authEnd}`,
  `brk-multihub://${new URL(tabEndpoint).host}`,
];

/**
 * Checks that the app manifest and the Entra manifest match the server's configuration: app id, origin,
 * redirect URIs and client applications.
 */
export function checkDocuments(
  config: Config,
  root: string,
  variables: Environment,
  environment: string,
): readonly CheckResult[] {
  const [variablesFile] = environmentFiles(environment);
  return [
    checkDocument('Teams app manifest', 'appPackage/manifest.json', toManifestClaims),
    checkDocument('Entra app manifest', 'aad.manifest.json', toEntraClaims),
  ];

  function checkDocument(
    name: string,
    file: string,
    toClaims: (document: Document, config: Config) => readonly Claim[],
  ): CheckResult {
    const { ok, failed, skipped } = of(name);
    if (isLoopback(new URL(config.tabEndpoint)))
      return skipped('TAB_ENDPOINT is on loopback, which a manifest cannot refer to.');
    // Placeholders that only the Agents Toolkit fills are irrelevant to this check.
    const ofToolkit = {
      AAD_APP_OBJECT_ID: config.clientId,
      AAD_APP_ACCESS_AS_USER_PERMISSION_ID: config.clientId,
    };
    const source = readFileSync(join(root, file), 'utf8');
    const { text, lines } = fillPlaceholders(source, { ...ofToolkit, ...variables }, variablesFile);
    const missing = lines.filter((line) => line.includes('has no value'));
    if (missing.length > 0)
      return skipped(`Not set yet: ${missing.map((line) => line.split(':')[0]).join(', ')}.`);
    if (lines[0] !== undefined) return failed(lines[0], `Correct it in ${variablesFile}.`);
    const claims = toClaims(JSON.parse(text) as Document, config);
    const wrong = claims.find(([, found, wanted]) => found !== wanted);
    if (wrong === undefined) return ok('Matches the configuration.');
    const [place, found, wanted] = wrong;
    return failed(
      `${place} is ${JSON.stringify(found)}.`,
      `The configuration requires ${JSON.stringify(wanted)}. Correct ${file}, or the variable that it comes from.`,
    );
  }
}

type Claim = readonly [place: string, found: unknown, wanted: unknown];

// All properties are optional, because these files are edited by hand.
type Document = {
  readonly appId?: string;
  readonly webApplicationInfo?: { readonly id?: string; readonly resource?: string };
  readonly validDomains?: readonly string[];
  readonly staticTabs?: readonly { readonly contentUrl?: string }[];
  readonly identifierUris?: readonly string[];
  readonly api?: {
    readonly requestedAccessTokenVersion?: number;
    readonly oauth2PermissionScopes?: readonly { readonly value?: string }[];
    readonly preAuthorizedApplications?: readonly { readonly appId?: string }[];
  };
  readonly spa?: { readonly redirectUris?: readonly string[] };
};

function toManifestClaims(manifest: Document, config: Config): Claim[] {
  const { webApplicationInfo: app, staticTabs, validDomains } = manifest;
  const { host } = new URL(config.tabEndpoint);
  const [tabOrigin] = (staticTabs?.[0]?.contentUrl ?? '').split(/(?<=[^:/])\//);
  return [
    ['webApplicationInfo.id', app?.id?.toLowerCase(), config.clientId],
    ['webApplicationInfo.resource', app?.resource?.toLowerCase(), toAppIdUri(config)],
    ['staticTabs[0].contentUrl', tabOrigin, config.tabEndpoint],
    ['validDomains', validDomains?.includes(host), true],
  ];
}

function toEntraClaims({ appId, identifierUris, api, spa }: Document, config: Config): Claim[] {
  const clients = api?.preAuthorizedApplications?.map((client) => client.appId?.toLowerCase());
  return [
    ['appId', appId?.toLowerCase(), config.clientId],
    ['identifierUris[0]', identifierUris?.[0]?.toLowerCase(), toAppIdUri(config)],
    ['api.requestedAccessTokenVersion', api?.requestedAccessTokenVersion, 2],
    ['api.oauth2PermissionScopes[0].value', api?.oauth2PermissionScopes?.[0]?.value, ssoScope],
    [
      'api.preAuthorizedApplications, in alphabetical order,',
      clients?.sort().join(' '),
      [...microsoft365Hosts.keys(), config.clientId].sort().join(' '),
    ],
    ['spa.redirectUris', spa?.redirectUris?.join(' '), toRedirects(config).join(' ')],
  ];
}
