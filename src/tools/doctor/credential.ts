import { decodeJwt } from 'jose';
import { acquireAppToken } from '../../server/auth/appToken.js';
import { toMsalCredential } from '../../server/auth/clientCredential.js';
import { createEntraClient } from '../../server/auth/entraClient.js';
import { EntraRefusal } from '../../server/auth/entraProblem.js';
import { createOpenidConfigurations } from '../../server/auth/openidConfiguration.js';
import { someOwnFault } from '../../server/auth/ownFaults.js';
import type { Config, Credential } from '../../server/config.js';
import { createProxyDispatcher } from '../../server/outbound/outboundProxy.js';
import { createHttpClient } from '../../server/outbound/httpClient.js';
import { Problem } from '../../server/Problem.js';
import { toCause } from '../../server/toCause.js';
import { of, type CheckResult } from './CheckResult.js';
import { toAppIdUri } from './documents.js';

const dayMs = 24 * 60 * 60 * 1000;
/** A certificate that expires within this number of days is reported. */
const certificateDays = 30;

/** Reports how long the certificate is valid. The configuration has already verified that it is usable. */
export function* checkCertificate(credential: Credential, nowMs = Date.now()): Generator<CheckResult> {
  if (credential.kind !== 'certificate') return;
  const { ok, note } = of('Certificate');
  const { validToMs } = credential.certificate;
  const days = Math.floor((validToMs - nowMs) / dayMs);
  yield days < certificateDays
    ? note(
        `It expires in ${days} days, on ${new Date(validToMs).toISOString().slice(0, 10)}.`,
        'Create a new one, upload its public part under Certificates & secrets, and set AAD_APP_CERTIFICATE_PATH.',
      )
    : ok(`Valid for ${days} more days.`);
}

/** Requests app-only tokens as the server does: one for Graph and one for the app's own API. */
export async function* checkCredential(config: Config): AsyncGenerator<CheckResult> {
  const { ok, skipped } = of('Credential');
  if (config.tenantId === 'organizations') {
    yield skipped(
      'AAD_APP_TENANT_ID=organizations names no single tenant to ask. Set a tenant GUID to check the credential.',
    );
    return;
  }
  const accepted = await withAppToken(config, 'Credential', config.graphEndpoint, () =>
    ok('Entra accepts it.'),
  );
  yield accepted;
  if (accepted.outcome !== 'ok') return;
  const uri = toAppIdUri(config);
  yield await withAppToken(config, 'App ID URI', uri, (token) => checkVersion(uri, token));
}

/** Acquires an app-only token and passes it to `judge`. If that fails, the failure is the result. */
export async function withAppToken(
  config: Config,
  check: string,
  resource: string,
  judge: (token: string) => CheckResult | Promise<CheckResult>,
): Promise<CheckResult> {
  const { tenantId, clientId, authorityHost, outboundProxy } = config;
  const http = createHttpClient({
    attempts: 1,
    ...(outboundProxy && { toProxied: (limits) => createProxyDispatcher(outboundProxy, limits) }),
  });
  const entra = createEntraClient({
    http,
    configurations: createOpenidConfigurations(http, authorityHost),
    clientId,
    credential: toMsalCredential(config.credential, http),
    authorityHost,
  });
  try {
    return await judge((await acquireAppToken(entra, tenantId, resource)).accessToken);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return toFailure(check, error);
  } finally {
    await http.close();
  }
}

/** Formats a problem as the server's log does. */
function toFailure(check: string, problem: Problem): CheckResult {
  const { failed } = of(check);
  const code = problem.cause instanceof EntraRefusal ? problem.cause.code : toCause(problem);
  if (problem.reason.code === 'entra_unavailable') {
    return failed(
      `Entra did not issue a token (${code ?? 'no reason given'}).`,
      'Check DNS, firewall and proxy, and try again.',
    );
  }
  const { message, fix } = (problem.cause instanceof EntraRefusal && problem.cause.fault) || someOwnFault;
  return failed(`${message} (${code ?? 'no error code'})`, fix);
}

/** Entra has issued the token, so the App ID URI exists. The server accepts only version 2.0 tokens. */
function checkVersion(identifierUri: string, token: string): CheckResult {
  const { ok, failed } = of('App ID URI');
  const { ver: version } = readClaims(token);
  return version === '2.0'
    ? ok(`${identifierUri} issues version 2.0 tokens.`)
    : failed(
        `${identifierUri} issues tokens of version ${typeof version === 'string' ? version : 'unknown'}.`,
        'Set requestedAccessTokenVersion to 2 in the manifest of the app registration.',
      );
}

/** Returns no claims for an opaque token. */
export function readClaims(token: string): Readonly<Record<string, unknown>> {
  try {
    return decodeJwt(token);
  } catch {
    return {};
  }
}
