import { ConfidentialClientApplication, type Configuration } from '@azure/msal-node';
import { systemClock, type Clock } from '../http/clock.js';
import type { HttpClient } from '../http/httpClient.js';
import { entraProblem, isTransient } from './entraProblem.js';
import type { GraphToken } from './graphTokenCache.js';
import { unavailable, type OpenidConfigurations } from './openidConfiguration.js';
import type { SsoUser } from './verifySsoToken.js';

export type Exchange = (user: SsoUser, claims: string | undefined) => Promise<GraphToken>;

export type ExchangeOptions = {
  readonly http: HttpClient;
  readonly configurations: OpenidConfigurations;
  readonly clientId: string;
  readonly credential: Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;
  readonly authorityHost: string;
  readonly graphEndpoint: string;
  /** Milliseconds for one exchange, retries included. Default 8000. */
  readonly deadlineMs?: number;
  readonly clock?: Clock;
};

/** Attempts in all when Entra names its refusal transient. */
const attempts = 3;

type TokenAnswer = { readonly status: number; readonly text: string };

/**
 * The on-behalf-of exchange: one SSO token → one Graph token. No cache of its own.
 * Throws Problem `consent_required`, `interaction_required`, `invalid_token`, `misconfigured` or `entra_unavailable`.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export function createExchange(options: ExchangeOptions): Exchange {
  const { http, configurations, deadlineMs = 8_000, clock = systemClock } = options;

  async function ask(
    user: SsoUser,
    claims: string | undefined,
    endMs: number,
  ): Promise<GraphToken | TokenAnswer> {
    const published = await configurations.get(user.tenantId);
    const seen: { answer?: TokenAnswer; failure?: unknown } = {};

    // msal would rewrite the endpoint's path after its authority, so the published one is put back here.
    const post = async (_url: string, request?: { headers?: Record<string, string>; body?: string }) => {
      try {
        const answer = await http.send({
          url: new URL(published.tokenEndpoint),
          method: 'POST',
          headers: request?.headers ?? {},
          body: request?.body ?? '',
          signal: clock.timeout(endMs - clock.nowMs()),
          deadlineMs: endMs,
        });
        seen.answer = { status: answer.status, text: answer.text };
        return { status: answer.status, headers: {}, body: JSON.parse(answer.text) as never };
      } catch (error) {
        seen.failure = error;
        throw error;
      }
    };

    // A client of its own for each exchange: msal remembers one user's 429 or 5xx for all users of a client,
    // and scans its cache. It wants a https authority; the endpoints come from the published document.
    const client = new ConfidentialClientApplication({
      auth: {
        ...options.credential,
        clientId: options.clientId,
        authority: `${options.authorityHost.replace(/^http:/, 'https:')}/${user.tenantId}`,
        knownAuthorities: [new URL(options.authorityHost).host],
        authorityMetadata: JSON.stringify({
          issuer: published.issuer,
          token_endpoint: published.tokenEndpoint,
          authorization_endpoint: published.authorizationEndpoint ?? published.tokenEndpoint,
          jwks_uri: published.jwksUri,
        }),
        clientCapabilities: ['CP1'],
      },
      system: {
        networkClient: { sendGetRequestAsync: post, sendPostRequestAsync: post },
        disableInternalRetries: true,
      },
    });

    try {
      const result = await client.acquireTokenOnBehalfOf({
        oboAssertion: user.ssoToken,
        scopes: [`${options.graphEndpoint}/.default`],
        ...(claims === undefined ? {} : { claims }),
      });
      if (result === null || result.accessToken === '' || seen.answer?.status !== 200)
        throw unavailable('no token in the answer');
      return {
        accessToken: result.accessToken,
        scopes: toShortScopes(result.scopes),
        expiresAtMs: result.expiresOn?.getTime() ?? 0,
      };
    } catch (error) {
      if (seen.answer !== undefined && seen.answer.status !== 200) return seen.answer;
      throw unavailable(seen.failure ?? error);
    }
  }

  return async (user, claims) => {
    const endMs = clock.nowMs() + deadlineMs;
    for (let count = 1; ; count += 1) {
      const result = await ask(user, claims, endMs);
      if ('accessToken' in result) return result;
      if (count >= attempts || clock.nowMs() >= endMs || !isTransient(result.status, result.text)) {
        throw entraProblem(result.status, result.text);
      }
      await clock.sleep(200 * count * (0.5 + Math.random()));
    }
  };
}

/** `https://graph.microsoft.com/User.Read` and `User.Read` are the same scope. When Entra lists none, msal repeats what was asked. */
function toShortScopes(scopes: readonly string[]): ReadonlySet<string> | undefined {
  const short = scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1).toLowerCase());
  return short.length === 0 || short.includes('.default') ? undefined : new Set(short);
}
