import type { AuthenticationResult, ConfidentialClientApplication } from '@azure/msal-node';
import { systemClock, type Clock } from '../time/clock.js';
import type { HttpAnswer, HttpClient } from '../outbound/httpClient.js';
import { Problem } from '../Problem.js';
import { loadMsal, type MsalCredential } from './clientCredential.js';
import { entraProblem, isTransient, misconfigured } from './entraProblem.js';
import { unavailable, type OpenidConfigurations } from './openidConfiguration.js';

export type Grant = (client: ConfidentialClientApplication) => Promise<AuthenticationResult | null>;

export type EntraClient = ReturnType<typeof createEntraClient>;

export type EntraClientOptions = {
  readonly http: HttpClient;
  readonly configurations: OpenidConfigurations;
  readonly clientId: string;
  readonly credential: MsalCredential;
  readonly authorityHost: string;
  readonly clock?: Clock;
};

/** Milliseconds for one token, including retries. */
const deadlineMs = 8_000;
/** Maximum attempts when Entra reports a transient error. */
const attempts = 3;

export function createEntraClient(options: EntraClientOptions) {
  const { http, configurations, clientId, credential, authorityHost, clock = systemClock } = options;

  async function ask(tenantId: string, grant: Grant, endMs: number) {
    const { ConfidentialClientApplication } = await loadMsal();
    const published = await configurations.get(tenantId);
    const seen: { answer?: HttpAnswer; failure?: unknown } = {};

    // msal derives the token endpoint from its authority. Use the published endpoint instead.
    const post = async (_url: string, request?: { headers?: Record<string, string>; body?: string }) => {
      try {
        const answer = await http.send({
          url: new URL(published.token_endpoint),
          method: 'POST',
          headers: request?.headers ?? {},
          body: request?.body ?? '',
          signal: clock.timeout(endMs - clock.nowMs()),
          deadlineMs: endMs,
        });
        seen.answer = answer;
        return { status: answer.status, headers: {}, body: JSON.parse(answer.text) as never };
      } catch (error) {
        seen.failure = error;
        throw error;
      }
    };

    // Create a client per grant. A shared client applies one user's 429 or 5xx to all users and scans its token cache.
    // msal requires an https authority, but the endpoints come from the published document.
    const client = new ConfidentialClientApplication({
      auth: {
        ...credential,
        clientId,
        authority: `${authorityHost.replace(/^http:/, 'https:')}/${tenantId}`,
        knownAuthorities: [new URL(authorityHost).host],
        // msal requires an authorization endpoint, but these grants do not use it.
        authorityMetadata: JSON.stringify({ authorization_endpoint: published.token_endpoint, ...published }),
        clientCapabilities: ['CP1'],
      },
      system: {
        networkClient: { sendGetRequestAsync: post, sendPostRequestAsync: post },
      },
    });

    try {
      const result = await grant(client);
      if (result !== null && result.accessToken !== '') return result;
      seen.failure = 'no token in the response';
    } catch (error) {
      // Without a request to Entra, the credential is at fault: it threw a Problem, or msal could not use it.
      if (error instanceof Problem) throw error;
      if (seen.answer === undefined && seen.failure === undefined) throw misconfigured(error);
      seen.failure ??= error;
    }
    if (seen.answer === undefined || seen.answer.status === 200) throw unavailable(seen.failure);
    return seen.answer;
  }

  return {
    /**
     * Requests a token from the tenant's token endpoint. Does not cache.
     * Throws Problem `misconfigured`, `entra_unavailable`, or a problem that the user has to resolve.
     */
    acquireToken: async (tenantId: string, grant: Grant): Promise<AuthenticationResult> => {
      const endMs = clock.nowMs() + deadlineMs;
      for (let count = 1; ; count += 1) {
        const result = await ask(tenantId, grant, endMs);
        if ('accessToken' in result) return result;
        if (count >= attempts || clock.nowMs() >= endMs || !isTransient(result.status, result.text)) {
          throw entraProblem(result.status, result.text, tenantId);
        }
        await clock.sleep(200 * count * (0.5 + Math.random()));
      }
    },
  };
}
