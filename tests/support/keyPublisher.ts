import { listen, sendJson, type RunningServer } from '../../src/sandbox/httpServer.js';
import type { SigningKey } from '../../src/sandbox/tokens.js';
import { signingKeyOfRun } from './createSandbox.js';

type Asked = 'metadata' | 'keys' | 'token';

export type KeyPublisher = RunningServer & {
  readonly issuer: string;
  readonly key: SigningKey;
  /** Received requests, oldest first. */
  readonly asked: Asked[];
  /** Answers these requests with 503. */
  brokenAbout: Asked | undefined;
  /** Accepts these requests and never responds. */
  silentAbout: Asked | undefined;
  /** Additional members of each published key. */
  more: Readonly<Record<string, unknown>>;
  /** Replaces the key set. */
  keySet: unknown;
  /** Response of the token endpoint. Default: 200 without a token. */
  token: { readonly status: number; readonly body: unknown };
  /** Body of the last request to the token endpoint. */
  form: string;
};

/** Starts a server that publishes metadata and keys of a tenant and issues no tokens. It can fail or hang. */
export async function startKeyPublisher(tenantId: string): Promise<KeyPublisher> {
  const key = signingKeyOfRun();
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
  const publisher: KeyPublisher = {
    ...running,
    issuer: `${running.origin}/${tenantId}/v2.0`,
    key,
    asked: [],
    brokenAbout: undefined,
    silentAbout: undefined,
    more: {},
    keySet: undefined,
    token: { status: 200, body: {} },
    form: '',
  };
  return publisher;
}

/** Returns the public JWK of a key, as in a key set. */
export function toPublished({ jwk }: SigningKey): Readonly<Record<string, unknown>> {
  const { kty, n, e, kid, use } = jwk;
  return { kty, n, e, kid, use };
}
