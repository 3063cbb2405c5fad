import { entraProblem, EntraRefusal } from '../../server/auth/entraProblem.js';
import { clockTolerance } from '../../server/auth/verifySsoToken.js';
import type { Config } from '../../server/config.js';
import { ask, NoAnswer, type Answer } from '../ask.js';
import { of, type CheckResult } from './CheckResult.js';

/** Checks the clock, the metadata and the key set together. Entra is usable if the check `Authority` passes. */
export async function* checkAuthority(
  { authorityHost, tenantId }: Config,
  nowMs: () => number = Date.now,
): AsyncGenerator<CheckResult> {
  const { ok, failed } = of('Authority');
  const url = `${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`;
  const answer = await ask(url);
  if (answer instanceof NoAnswer) {
    yield of('Clock').skipped('There is no other clock to compare with.');
    yield failed(
      `${authorityHost} cannot be reached (${answer.reason}).`,
      'Check DNS, firewall and proxy, or correct AAD_APP_OAUTH_AUTHORITY_HOST.',
    );
    return;
  }
  yield checkClock(answer.headers.get('date'), nowMs());
  const { issuer, jwks_uri: keysUrl, token_endpoint: tokenEndpoint } = answer.json ?? {};
  if (answer.status !== 200) {
    yield toRefusal(url, answer, tenantId);
  } else if (typeof issuer !== 'string' || typeof keysUrl !== 'string' || typeof tokenEndpoint !== 'string') {
    yield failed(
      'The response of the authority is not an OpenID configuration.',
      'Check AAD_APP_OAUTH_AUTHORITY_HOST, and whether a proxy answers instead.',
    );
  } else {
    yield ok(`${authorityHost} publishes its endpoints.`);
    yield await checkKeys(keysUrl);
  }
}

function toRefusal(url: string, { status, text }: Answer, tenantId: string): CheckResult {
  const { cause } = entraProblem(status, text, tenantId);
  const { message, fix } = (cause instanceof EntraRefusal && cause.fault) || {
    message: `${url} returned ${status}.`,
    fix: 'Check AAD_APP_OAUTH_AUTHORITY_HOST and AAD_APP_TENANT_ID.',
  };
  return of('Authority').failed(message, fix);
}

function checkClock(date: string | null, nowMs: number): CheckResult {
  const { ok, failed, skipped } = of('Clock');
  const theirs = date === null ? NaN : Date.parse(date);
  if (Number.isNaN(theirs)) return skipped('The response of the authority has no Date header.');
  const seconds = Math.round(Math.abs(nowMs - theirs) / 1000);
  return seconds > clockTolerance
    ? failed(
        `The clock of this machine differs from the authority’s by ${seconds} s. More than ${clockTolerance} s breaks every sign-in.`,
        'Turn on time synchronization (NTP).',
      )
    : ok(`Within ${Math.max(1, seconds)} s of the authority’s.`);
}

async function checkKeys(url: string): Promise<CheckResult> {
  const { ok, failed } = of('Signing keys');
  const fix = 'Check DNS, firewall and proxy. Without keys no sign-in can be verified.';
  const answer = await ask(url);
  if (answer instanceof NoAnswer) return failed(`${url} cannot be reached (${answer.reason}).`, fix);
  const { keys } = answer.json ?? {};
  if (answer.status !== 200 || !Array.isArray(keys) || keys.length === 0)
    return failed(`${url} returned ${answer.status} without keys.`, fix);
  return ok(keys.length === 1 ? '1 key is published.' : `${keys.length} keys are published.`);
}
