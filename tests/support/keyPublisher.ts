import { listen, sendJson } from '../../src/sandbox/httpServer.js';
import type { SigningKey } from '../../src/sandbox/tokens.js';
import { signingKey } from './createSandbox.js';

type Asked = 'metadata' | 'keys' | 'token';

export type KeyPublisher = Awaited<ReturnType<typeof startKeyPublisher>>;

/** Starts a server that publishes metadata and keys of a tenant and issues no tokens. It can fail or hang. */
export async function startKeyPublisher(tenantId: string) {
  const key = await signingKey;
  const running = await listen((request, response, url) => {
    const asked = ({ '/keys': 'keys', '/token': 'token' } as const)[url.pathname] ?? 'metadata';
    publisher.asked.push(asked);
    if (asked === 'token') {
      publisher.form = '';
      request.on('data', (chunk) => (publisher.form += String(chunk)));
    }
    if (publisher.silentAbout === asked) return;
    if (publisher.brokenAbout === asked) {
      sendJson(response, 503, {});
      return;
    }
    const answers: Readonly<Record<Asked, unknown>> = {
      metadata: {
        issuer: publisher.issuer,
        jwks_uri: `${running.origin}/keys`,
        token_endpoint: `${running.origin}/token`,
      },
      keys: publisher.keySet ?? { keys: [{ ...toPublished(key), ...publisher.more }] },
      token: publisher.token.body,
    };
    sendJson(response, asked === 'token' ? publisher.token.status : 200, answers[asked]);
  }, 0);
  const publisher = {
    ...running,
    issuer: `${running.origin}/${tenantId}/v2.0`,
    key,
    /** Received requests, oldest first. */
    asked: [] as Asked[],
    /** Answers these requests with 503. */
    brokenAbout: undefined as Asked | undefined,
    /** Accepts these requests and never responds. */
    silentAbout: undefined as Asked | undefined,
    /** Additional members of each published key. */
    more: {},
    /** Replaces the key set. */
    keySet: undefined as unknown,
    /** Response of the token endpoint. */
    token: { status: 200, body: {} as unknown },
    /** Body of the last request to the token endpoint. */
    form: '',
  };
  return publisher;
}

/** Returns the public JWK of a key, as in a key set. */
export function toPublished({ jwk }: SigningKey): Readonly<Record<string, unknown>> {
  const { kty, n, e, kid, use } = jwk;
  return { kty, n, e, kid, use };
}
