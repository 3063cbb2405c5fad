import { KeyObject, sign as signBytes } from 'node:crypto';
import type { SigningKey } from '../../../src/sandbox/tokens.js';
import { startServer, type Answer, type TestServer } from '../../support/startServer.js';

export type Doorkeeper = {
  readonly server: TestServer;
  readonly goodClaims: () => Promise<Record<string, unknown>>;
  /** Issues a token for the first demo person with other claims. */
  readonly withClaims: (claims: Record<string, unknown>) => Promise<string>;
  /** Signs any header and payload, valid or not, with the provider's real key. */
  readonly signRaw: (header: string, payload: string) => string;
  readonly key: () => SigningKey;
  /** Expects a complete 401 response and no request to Graph or Entra. */
  readonly expectRefused: (answer: Omit<Answer, 'text'>) => void;
  readonly expectNothingWentFurther: () => void;
};

export const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Starts a server for tests with valid and invalid tokens. */
export async function startDoorkeeper(): Promise<Doorkeeper> {
  const server = await startServer();
  const { graph, idp } = server.sandbox;
  const key = () => {
    const [first] = idp.keys;
    if (first === undefined) throw new Error('no key');
    return first;
  };
  const expectNothingWentFurther = () => {
    expect(graph.requests).toEqual([]);
    expect(idp.tokenRequests).toEqual([]);
  };
  return {
    server,
    goodClaims: async () => {
      const [, payload = ''] = (await server.sandbox.ssoToken()).split('.');
      return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    },
    withClaims: (claims) => server.sandbox.ssoToken(claims),
    signRaw: (header, payload) => {
      const input = `${encode(header)}.${encode(payload)}`;
      const signature = signBytes('sha256', Buffer.from(input), KeyObject.from(key().privateKey));
      return `${input}.${signature.toString('base64url')}`;
    },
    key,
    expectRefused: ({ status, headers, body }) => {
      expect(body).toMatchObject({
        status: 401,
        code: 'invalid_token',
        title: expect.any(String) as unknown,
      });
      expect(status).toBe(401);
      expect(headers.get('content-type')).toBe('application/problem+json');
      expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
      expectNothingWentFurther();
    },
    expectNothingWentFurther,
  };
}
