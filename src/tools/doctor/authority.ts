import { entraProblem, EntraRefusal } from '../../server/auth/entraProblem.js';
import type { Config } from '../../server/config.js';
import { ask, NoAnswer } from './ask.js';
import { of, type CheckResult } from './CheckResult.js';

/** Entra's clock tolerance in seconds, which the server shares. */
const clockToleranceSeconds = 300;

/** Checks the clock, the metadata and the key set together. */
export async function checkAuthority(
  config: Config,
  nowMs: () => number,
): Promise<{ readonly results: readonly CheckResult[]; readonly isUsable: boolean }> {
  const clock = of('Clock');
  const metadata = of('Authority');
  const url = `${config.authorityHost}/${config.tenantId}/v2.0/.well-known/openid-configuration`;
  try {
    const answer = await ask(url);
    const clockResult = checkClock(answer.headers.get('date'), nowMs());
    if (answer.status !== 200) {
      const { cause } = entraProblem(answer.status, answer.text, config.tenantId);
      const fault = cause instanceof EntraRefusal ? cause.fault : undefined;
      return {
        isUsable: false,
        results: [
          clockResult,
          fault === undefined
            ? metadata.failed(
                `${url} returned ${answer.status}.`,
                'Check AAD_APP_OAUTH_AUTHORITY_HOST and AAD_APP_TENANT_ID.',
              )
            : metadata.failed(fault.message, fault.fix),
        ],
      };
    }
    const { issuer, jwks_uri: keysUrl, token_endpoint: tokenEndpoint } = answer.json ?? {};
    if (typeof issuer !== 'string' || typeof keysUrl !== 'string' || typeof tokenEndpoint !== 'string') {
      return {
        isUsable: false,
        results: [
          clockResult,
          metadata.failed(
            'The response of the authority is not an OpenID configuration.',
            'Check AAD_APP_OAUTH_AUTHORITY_HOST, and whether a proxy answers instead.',
          ),
        ],
      };
    }
    return {
      isUsable: true,
      results: [
        clockResult,
        metadata.ok(`${config.authorityHost} publishes its endpoints.`),
        await checkKeys(keysUrl),
      ],
    };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return {
      isUsable: false,
      results: [
        clock.skipped('There is no other clock to compare with.'),
        metadata.failed(
          `${config.authorityHost} cannot be reached (${error.message}).`,
          'Check DNS, firewall and proxy, or correct AAD_APP_OAUTH_AUTHORITY_HOST.',
        ),
      ],
    };
  }
}

function checkClock(date: string | null, nowMs: number): CheckResult {
  const { ok, failed, skipped } = of('Clock');
  const theirs = date === null ? NaN : Date.parse(date);
  if (Number.isNaN(theirs)) return skipped('The response of the authority has no Date header.');
  const seconds = Math.round(Math.abs(nowMs - theirs) / 1000);
  return seconds > clockToleranceSeconds
    ? failed(
        `The clock of this machine differs from the authority’s by ${seconds} s. More than ${clockToleranceSeconds} s breaks every sign-in.`,
        'Turn on time synchronization (NTP).',
      )
    : ok(`Within ${Math.max(1, seconds)} s of the authority’s.`);
}

async function checkKeys(url: string): Promise<CheckResult> {
  const { ok, failed } = of('Signing keys');
  const fix = 'Check DNS, firewall and proxy. Without keys no sign-in can be verified.';
  try {
    const { status, json } = await ask(url);
    const { keys } = json ?? {};
    if (status !== 200 || !Array.isArray(keys) || keys.length === 0) {
      return failed(`${url} returned ${status} without keys.`, fix);
    }
    return ok(keys.length === 1 ? '1 key is published.' : `${keys.length} keys are published.`);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return failed(`${url} cannot be reached (${error.message}).`, fix);
  }
}
