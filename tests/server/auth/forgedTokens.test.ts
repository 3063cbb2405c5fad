import { createHmac, KeyObject, randomUUID, sign as signBytes } from 'node:crypto';
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { people } from '../../../src/sandbox/tenant.js';
import { createSigningKey, signGraphToken } from '../../../src/sandbox/tokens.js';
import { encode, startDoorkeeper, type Doorkeeper } from './doorkeeper.js';

let at: Doorkeeper;
beforeAll(async () => {
  at = await startDoorkeeper();
});
afterEach(() => {
  at.server.sandbox.graph.requests.length = 0;
  at.server.sandbox.idp.tokenRequests.length = 0;
});
afterAll(() => at.server.close());

const other = '44444444-4444-4444-8444-444444444444';
/** Nested arrays of the given depth. */
const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
/** Issues a valid token with these header parameters changed. */
const withHeader = async (header: Record<string, unknown>): Promise<string> =>
  at.signRaw(
    JSON.stringify({ alg: 'RS256', typ: 'JWT', kid: at.key().kid, ...header }),
    JSON.stringify(await at.goodClaims()),
  );

describe('names the violated rule', () => {
  test.each<[string, () => string | Promise<string>]>([
    ['it is not a signed JSON Web Token', () => 'a.b'],
    ['it is not encoded correctly', async () => (await at.server.sandbox.ssoToken()).replace('.', 'A.')],
    ['its header is not an object', () => at.signRaw('7', '{}')],
    ['it is not signed with RS256', () => withHeader({ alg: 'none' })],
    ['its header has no key id', () => withHeader({ kid: undefined })],
    ['no published key has its key id', () => withHeader({ kid: 'unknown' })],
    [
      'its signature is not valid',
      async () => `${(await at.server.sandbox.ssoToken()).split('.').slice(0, 2).join('.')}.AAAA`,
    ],
    ['its payload is not valid', () => at.signRaw(JSON.stringify({ alg: 'RS256', kid: at.key().kid }), '[]')],
    ['its header contains keys or extensions', () => withHeader({ jku: 'https://evil.example/keys' })],
    ['it is a token of another type', () => withHeader({ typ: 'at+jwt' })],
    ['its header is too long', () => withHeader({ nonce: 'n'.repeat(2_048) })],
    ['its header is nested too deeply', () => withHeader({ nonce: nested(8) })],
    [
      'its payload is nested too deeply',
      () => at.signRaw(JSON.stringify({ alg: 'RS256', kid: at.key().kid }), JSON.stringify({ a: nested(8) })),
    ],
    [
      'its header is not valid JSON with unique member names',
      () => at.signRaw('{"alg":"RS256","alg":"RS256"}', '{}'),
    ],
    [
      'its payload is not valid JSON with unique member names',
      () => at.signRaw(JSON.stringify({ alg: 'RS256', kid: at.key().kid }), '{"a":1,"a":1}'),
    ],
  ])('%s', async (rule, make) => {
    const { body } = await at.server.get('/api/delegators', { token: await make() });

    expect(body['detail']).toBe(`The sign-in token was refused: ${rule}.`);
  });
});

describe('sends nothing to Graph or Entra and refuses a token', () => {
  const forged: [string, () => Promise<string>][] = [
    [
      'with alg none and no signature',
      async () => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(await at.goodClaims())}.`,
    ],
    [
      'with alg none and a signature',
      async () => `${encode({ alg: 'none', kid: at.key().kid })}.${encode(await at.goodClaims())}.AAAA`,
    ],
    [
      'with alg NONE',
      async () => `${encode({ alg: 'NONE', kid: at.key().kid })}.${encode(await at.goodClaims())}.AAAA`,
    ],
    [
      'with HS256 over the public key',
      async () => {
        const input = `${encode({ alg: 'HS256', typ: 'JWT', kid: at.key().kid })}.${encode(await at.goodClaims())}`;
        const pem = await exportSPKI(at.key().publicKey);
        return `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
      },
    ],
    [
      'with RS384',
      async () => {
        const input = `${encode({ alg: 'RS384', typ: 'JWT', kid: at.key().kid })}.${encode(await at.goodClaims())}`;
        return `${input}.${signBytes('sha384', Buffer.from(input), KeyObject.from(at.key().privateKey)).toString('base64url')}`;
      },
    ],
    [
      'with PS256',
      async () => {
        const input = `${encode({ alg: 'PS256', typ: 'JWT', kid: at.key().kid })}.${encode(await at.goodClaims())}`;
        const pss = { key: KeyObject.from(at.key().privateKey), padding: 6, saltLength: 32 };
        return `${input}.${signBytes('sha256', Buffer.from(input), pss).toString('base64url')}`;
      },
    ],
    [
      'with ES256',
      async () => {
        const { privateKey } = await generateKeyPair('ES256');
        return await new SignJWT(await at.goodClaims())
          .setProtectedHeader({ alg: 'ES256', kid: at.key().kid })
          .sign(privateKey);
      },
    ],
    [
      'signed with an unpublished key',
      async () =>
        await at.server.sandbox.ssoToken({}, { key: { ...(await createSigningKey()), kid: at.key().kid } }),
    ],
    [
      'with a changed payload',
      async () => {
        const [header, , signature] = (await at.server.sandbox.ssoToken()).split('.');
        return `${header ?? ''}.${encode({ ...(await at.goodClaims()), oid: people[1]?.id })}.${signature ?? ''}`;
      },
    ],
    [
      'with a changed signature',
      async () => {
        const token = await at.server.sandbox.ssoToken();
        return `${token.slice(0, -10)}${token.slice(-10, -9) === 'A' ? 'B' : 'A'}${token.slice(-9)}`;
      },
    ],
    [
      'with jwk',
      async () => {
        const stranger = await createSigningKey();
        const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...jwk } = stranger.jwk;
        return await new SignJWT(await at.goodClaims())
          .setProtectedHeader({ alg: 'RS256', kid: stranger.kid, jwk: jwk })
          .sign(stranger.privateKey);
      },
    ],
    ['with jku', () => withHeader({ jku: 'https://evil.example/keys' })],
    ['with x5u', () => withHeader({ x5u: 'https://evil.example/cert' })],
    ['with x5c', () => withHeader({ x5c: ['AAAA'] })],
    ['with a path as kid', () => withHeader({ kid: '../../../dev/null' })],
    ['with a quote in kid', () => withHeader({ kid: "' OR 1=1 --" })],
    ['with an empty kid', () => withHeader({ kid: '' })],
    ['without kid', () => withHeader({ kid: undefined })],
    ['with kid as a number', () => withHeader({ kid: 1 })],
    ['with crit', () => withHeader({ crit: ['exp'] })],
    ['with b64 false', () => withHeader({ b64: false, crit: ['b64'] })],
    ['with zip', () => withHeader({ zip: 'DEF' })],
    ['of type at+jwt', () => withHeader({ typ: 'at+jwt' })],
    ['of type dpop+jwt', () => withHeader({ typ: 'dpop+jwt' })],
    ['with typ as a list', () => withHeader({ typ: ['JWT'] })],
    [
      'with a duplicate alg in the header',
      async () =>
        at.signRaw(
          `{"alg":"none","alg":"RS256","typ":"JWT","kid":"${at.key().kid}"}`,
          JSON.stringify(await at.goodClaims()),
        ),
    ],
    [
      'with a duplicate oid in the payload',
      async () =>
        at.signRaw(
          JSON.stringify({ alg: 'RS256', kid: at.key().kid }),
          JSON.stringify(await at.goodClaims()).replace('{', `{"oid":"${other}",`),
        ),
    ],
    [
      'with a duplicate oid, one escaped',
      async () =>
        at.signRaw(
          JSON.stringify({ alg: 'RS256', kid: at.key().kid }),
          JSON.stringify(await at.goodClaims()).replace('{', String.raw`{"\u006fid":"${other}",`),
        ),
    ],
    [
      'whose payload is a list',
      () => Promise.resolve(at.signRaw(JSON.stringify({ alg: 'RS256', kid: at.key().kid }), '[]')),
    ],
    [
      'whose payload is not JSON',
      () => Promise.resolve(at.signRaw(JSON.stringify({ alg: 'RS256', kid: at.key().kid }), 'oid=1')),
    ],
    ['whose header is not JSON', async () => `${encode('alg=RS256')}.${encode(await at.goodClaims())}.AAAA`],
    [
      'whose header is 1,400 opening brackets',
      () => Promise.resolve(`${encode('['.repeat(1_400))}.AAAA.AAAA`),
    ],
    [
      'whose header is 6,000 opening brackets',
      () => Promise.resolve(`${encode('['.repeat(6_000))}.AAAA.AAAA`),
    ],
    [
      'whose header is 2,000 nested objects',
      () => Promise.resolve(`${encode('{"a":'.repeat(2_000))}.AAAA.AAAA`),
    ],
    [
      'whose payload is 5,000 nested arrays',
      () =>
        Promise.resolve(
          at.signRaw(
            JSON.stringify({ alg: 'RS256', kid: at.key().kid }),
            `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
          ),
        ),
    ],
    ['whose header is null', async () => `${encode('null')}.${encode(await at.goodClaims())}.AAAA`],
    ['of two segments', async () => (await at.server.sandbox.ssoToken()).split('.').slice(0, 2).join('.')],
    ['of four segments', async () => `${await at.server.sandbox.ssoToken()}.AAAA`],
    ['of five segments', () => Promise.resolve('a.b.c.d.e')],
    ['of empty segments', () => Promise.resolve('..')],
    ['with an empty payload', async () => (await at.server.sandbox.ssoToken()).replace(/\..*\./, '..')],
    ['with padding', async () => `${await at.server.sandbox.ssoToken()}==`],
    [
      'with characters outside base64url',
      async () => (await at.server.sandbox.ssoToken()).replace('.', '+/.'),
    ],
    ['with a line break', async () => `${(await at.server.sandbox.ssoToken()).slice(0, 40)}%0A`],
    ['with a space in it', async () => (await at.server.sandbox.ssoToken()).replace('.', ' .')],
    ['with a unicode look-alike', async () => `\u00e9${(await at.server.sandbox.ssoToken()).slice(1)}`],
    ['with spare bits in its header', async () => (await at.server.sandbox.ssoToken()).replace('.', 'A.')],
    ['that is an unrelated string', () => Promise.resolve(randomUUID())],
    [
      'that is a Graph token',
      () =>
        signGraphToken(at.key(), at.server.sandbox.graph.origin, people[0]?.id ?? '', [
          'CallDelegation.Read',
        ]),
    ],
  ];
  test.each(forged)('%s', async (_, make) => {
    at.expectRefused(await at.server.get('/api/delegators', { token: await make() }));
  });
});
