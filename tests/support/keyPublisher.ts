import type { IncomingMessage } from 'node:http';
import { listen, sendJson, type RunningServer } from '../../src/sandbox/httpServer.js';
import { createSigningKey, type SigningKey } from '../../src/sandbox/tokens.js';

type Asked = 'metadata' | 'keys' | 'token';

export type KeyPublisher = RunningServer & {
  readonly issuer: string;
  readonly key: SigningKey;
  /** What was asked, oldest first. */
  readonly asked: Asked[];
  mood: 'well' | 'broken';
  /** Answers these requests alone with 503. */
  brokenAbout: Asked | undefined;
  /** Takes these requests and says nothing. */
  silentAbout: Asked | undefined;
  /** Members of each published key beside its own. */
  more: Readonly<Record<string, unknown>>;
  /** In place of the key set. */
  keySet: unknown;
  /** What the token endpoint answers; by default a success without a token. */
  token: { readonly status: number; readonly body: unknown };
  /** The last request to it. */
  asker: IncomingMessage | undefined;
  /** The body of it. */
  form: string;
};

/** Publishes a tenant's configuration and keys, and gives nobody a token; counts, fails and hangs as told. */
export async function startKeyPublisher(tenantId: string): Promise<KeyPublisher> {
  const key = await createSigningKey();
  const running = await listen((request, response, url) => {
    const asked = ({ '/keys': 'keys', '/token': 'token' } as const)[url.pathname] ?? 'metadata';
    publisher.asked.push(asked);
    if (asked === 'token') {
      publisher.asker = request;
      publisher.form = '';
      request.on('data', (chunk) => (publisher.form += String(chunk)));
    }
    if (publisher.silentAbout === asked) return;
    if (publisher.mood === 'broken' || publisher.brokenAbout === asked) {
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
  const publisher: KeyPublisher = {
    ...running,
    issuer: `${running.origin}/${tenantId}/v2.0`,
    key,
    asked: [],
    mood: 'well',
    brokenAbout: undefined,
    silentAbout: undefined,
    more: {},
    keySet: undefined,
    token: { status: 200, body: {} },
    asker: undefined,
    form: '',
  };
  return publisher;
}

/** The public part of a key, as a key set holds it. */
export function toPublished({ jwk }: SigningKey): Readonly<Record<string, unknown>> {
  const { kty, n, e, kid, use } = jwk;
  return { kty, n, e, kid, use };
}
