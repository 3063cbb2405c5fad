import { createHmac, randomUUID, sign as signBytes } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { clientId, people, tenantId } from '../../../src/sandbox/tenant.js';
import { createSigningKey, signGraphToken, type SigningKey } from '../../../src/sandbox/tokens.js';
import { hashSsoToken, rememberVerified, type TokenUser } from '../../../src/server/auth/verifySsoToken.js';
import { rawGet, rawRequest } from '../../support/rawRequest.js';
import { tabEndpoint, useServer } from '../../support/startServer.js';

const server = useServer();
/** The published key. */
let key: SigningKey;
/** A key that is not published. */
let stranger: SigningKey;
beforeAll(async () => {
  key = server.sandbox.signingKey;
  stranger = await createSigningKey();
});

type Claims = Record<string, unknown>;

const other = '44444444-4444-4444-8444-444444444444';
const appIdUri = `api://${new URL(tabEndpoint).host}/${clientId}`;
const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
const now = Math.floor(Date.now() / 1000);
const user = people[0]?.id ?? '';

const token = (claims?: Claims) => server.sandbox.ssoToken(claims);
const issuer = () => `${server.sandbox.idp.origin}/${tenantId}/v2.0`;
const ask = (token: string) => server.get('/api/delegators', { token });

const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** The text of a valid header with these changes. */
const header = (changes: Claims = {}) =>
  JSON.stringify({ alg: 'RS256', typ: 'JWT', kid: key.kid, ...changes });
const goodClaims = async () => JSON.parse(await goodPayload()) as Claims;
const goodPayload = async () => Buffer.from((await token()).split('.')[1] ?? '', 'base64url').toString();

/** Signs any header and payload, valid or not, with the published key. */
function signRaw(header: string, payload: string, hash = 'sha256', how: object = {}): string {
  const input = `${encode(header)}.${encode(payload)}`;
  const signature = signBytes(hash, Buffer.from(input), { key: key.privateKey, ...how });
  return `${input}.${signature.toString('base64url')}`;
}

/** Issues a valid token with a changed header. */
const withHeader = async (changes: Claims): Promise<string> => signRaw(header(changes), await goodPayload());

/** Claims to change in a good token, or a function that forges a token. */
type Flaw = Claims | (() => string | Promise<string>);

const make = async (flaw: Flaw): Promise<string> =>
  typeof flaw === 'function' ? await flaw() : await token(flaw);

/** Returns a valid token with another header (0) or payload (1). */
const replaceSegment = async (index: 0 | 1, segment: string): Promise<string> =>
  (await token()).split('.').with(index, segment).join('.');

function expectNothingWentFurther(): void {
  expect(server.sandbox.graph.requests).toEqual([]);
  expect(server.sandbox.idp.tokenRequests).toEqual([]);
}

/** Returns the logged reason of the refusal. */
function loggedCause(): unknown {
  const line = server.log.find(({ code }) => code === 'invalid_token');
  expect(JSON.stringify(line)).not.toMatch(/amina|okafor|a1de4f1c|44444444/i);
  return line?.['cause'];
}

test.each<[string, Flaw]>([
  ['a good token', {}],
  ['one for the App ID URI', { aud: appIdUri }],
  ['one with more scopes', { scp: 'profile access_as_user' }],
  ['one that expired within the tolerance', { exp: now - 240 }],
  ['one that begins within the tolerance', { nbf: now + 240 }],
  ['one with idtyp user', { idtyp: 'user' }],
  ['one from Nested App Authentication', { azp: clientId }],
  ['one whose client is in upper case', { azp: clientId.toUpperCase() }],
  ['one for Outlook', { azp: 'bc59ab01-8403-45c6-8796-ac3ef710b3e3' }],
  ['one with nine lists', Object.fromEntries(Array.from({ length: 9 }, (_, index) => [index, ['a']]))],
  ['one without typ', () => withHeader({ typ: undefined })],
])('accepts %s', async (_, flaw) => {
  const answer = await ask(await make(flaw));

  expect(answer.status).toBe(200);
  expect(server.sandbox.graph.requests).not.toEqual([]);
});

test.each([
  ['with another scope', 'profile'],
  ['whose scope only begins like ours', 'access_as_user_preview'],
  ['whose scope only ends like ours', 'no_access_as_user'],
  ['whose scope differs in case', 'Access_As_User'],
  ['whose scopes are empty', ''],
])('answers insufficient_scope to a token %s, and asks neither Graph nor Entra', async (_, scp) => {
  const answer = await ask(await token({ scp }));

  expect(answer.body).toMatchObject({ status: 403, code: 'insufficient_scope' });
  expect(answer.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"');
  expectNothingWentFurther();
});

/** Refused tokens, grouped by the rule that they violate. */
const refusals: Readonly<Record<string, Readonly<Record<string, Flaw>>>> = {
  'it has expired': { 'that expired': { exp: now - 301 } },
  'it is not valid yet': {
    'that is not yet valid': { nbf: now + 400 },
    'with nbf as a string': { nbf: '0' },
  },
  'it has no expiry': { 'without exp': { exp: undefined } },
  'it is for another audience': {
    'for another audience': { aud: other },
    'for no audience': { aud: undefined },
    'for a list of audiences': { aud: [clientId] },
    'whose audience begins like this app': { aud: `${clientId}0` },
    'whose audience ends like this app': { aud: `0${clientId}` },
    'whose audience is a part of our id': { aud: clientId.slice(0, -1) },
    'for our host without our id': { aud: appIdUri.replace(`/${clientId}`, '') },
    'for our App ID URI with a suffix': { aud: `${appIdUri}/` },
    'for our App ID URI with a prefix': { aud: `x${appIdUri}` },
    'for the App ID URI of another domain': { aud: `api://evil.example/${clientId}` },
    'for the App ID URI of a subdomain': { aud: appIdUri.replace('//', '//evil.') },
    'for an App ID URI of a host that ends with ours': { aud: appIdUri.replace('//', '//evil-') },
    'for an App ID URI of a host that begins with ours': { aud: appIdUri.replace(`/${clientId}`, `.evil.example/${clientId}`) }, // prettier-ignore
  },
  'it is not a version 2.0 token': {
    'of version 1.0': { ver: '1.0' },
    'without a version': { ver: undefined },
    'that is a Graph token': () => signGraphToken(key, server.sandbox.graph.origin, user, ['CallDelegation.Read']), // prettier-ignore
    'with the version as a number': { ver: 2 },
    'whose version begins like ours': { ver: '2.0.1' },
    'whose version ends like ours': { ver: '12.0' },
  },
  'its tid is not a GUID': {
    'without a tenant': { tid: undefined },
    'of another tenant, with ours as the beginning': { tid: `${tenantId}0` },
    'of another tenant, with ours at the end': { tid: `0${tenantId}` },
  },
  'its tenant may not use this app': {
    'of another tenant': { tid: other },
    'of personal accounts': { tid: '9188040d-6c67-4c5b-b112-36a304b66dad' },
  },
  'it is from another issuer': {
    'without an issuer': { iss: undefined },
    'from another issuer': { iss: `https://login.microsoftonline.com/${tenantId}/v2.0` },
    'from the issuer of another tenant with our tid': () => token({ iss: issuer().replace(tenantId, other) }), // prettier-ignore
    'from our issuer with a suffix': () => token({ iss: `${issuer()}/` }),
    'from our issuer with a prefix': () => token({ iss: `https://evil.example/?${issuer()}` }),
    'from our issuer without its last character': () => token({ iss: issuer().slice(0, -1) }),
    'from our issuer in another case': () => token({ iss: issuer().toUpperCase() }),
    'from our issuer with a subdomain': () => token({ iss: issuer().replace('//', '//evil.') }),
  },
  'its oid is not a GUID': {
    'without an object id': { oid: undefined },
    'with an object id that is not a GUID': { oid: 'amina' },
    'with an object id and a suffix': { oid: `${user}/../other` },
    'with an object id as a list': { oid: [user] },
  },
  "it is not a user's access token": {
    'without scopes': { scp: undefined },
    'with scopes as a list': { scp: ['access_as_user'] },
    'of an app': { idtyp: 'app' },
    'of an app with roles': { scp: undefined, roles: ['access_as_user'] },
    'of a device': { idtyp: 'device' },
    'that is an ID token': { scp: undefined, azp: undefined, nonce: 'x' },
  },
  'it was requested by a client that is neither a Microsoft 365 host nor this app': {
    'without a client': { azp: undefined },
    'with an empty client': { azp: '' },
    'for an unknown client': { azp: other },
    'whose client begins like this app': { azp: `${clientId}0` },
    'whose client ends like this app': { azp: `0${clientId}` },
    'whose client begins like a host': { azp: `${teamsWeb}/x` },
    'whose client ends like a host': { azp: `x/${teamsWeb}` },
    'whose client is a list with this app': { azp: [clientId] },
    'with appid instead of azp': { azp: undefined, appid: teamsWeb },
  },
  'its payload is not valid': {
    'with exp as a string': { exp: '9999999999' },
    'with exp as null': { exp: null },
    'whose payload is a list': () => signRaw(header(), '[]'),
    'whose payload is not JSON': () => signRaw(header(), 'oid=1'),
  },
  'it is not signed with RS256': {
    'with alg none and a signature': () => withHeader({ alg: 'none' }),
    'with alg NONE': () => withHeader({ alg: 'NONE' }),
    'with HS256 over the public key': async () => {
      const input = `${encode(header({ alg: 'HS256' }))}.${encode(await goodPayload())}`;
      const pem = await exportSPKI(key.publicKey);
      return `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
    },
    'with RS384': async () => signRaw(header({ alg: 'RS384' }), await goodPayload(), 'sha384'),
    'with PS256': async () =>
      signRaw(header({ alg: 'PS256' }), await goodPayload(), 'sha256', { padding: 6, saltLength: 32 }),
    'with ES256': async () => {
      const { privateKey } = await generateKeyPair('ES256');
      const claims = new SignJWT(await goodClaims());
      return await claims.setProtectedHeader({ alg: 'ES256', kid: key.kid }).sign(privateKey);
    },
  },
  'its signature is not valid': {
    'signed with an unpublished key': () => server.sandbox.ssoToken({}, { key: { ...stranger, kid: key.kid } }), // prettier-ignore
    'with a changed payload': async () => replaceSegment(1, encode({ ...(await goodClaims()), oid: people[1]?.id })), // prettier-ignore
    'with a changed signature': async () => (await token()).replace(/.(?=.{9}$)/, (one) => (one === 'A' ? 'B' : 'A')), // prettier-ignore
  },
  'its header contains keys or extensions': {
    'with jwk': async () => {
      const jwk = await exportJWK(stranger.publicKey);
      const claims = new SignJWT(await goodClaims());
      const { kid, privateKey } = stranger;
      return await claims.setProtectedHeader({ alg: 'RS256', kid, jwk }).sign(privateKey);
    },
    'with jku': () => withHeader({ jku: 'https://evil.example/keys' }),
    'with x5u': () => withHeader({ x5u: 'https://evil.example/cert' }),
    'with x5c': () => withHeader({ x5c: ['AAAA'] }),
    'with crit': () => withHeader({ crit: ['exp'] }),
    'with b64 false': () => withHeader({ b64: false }),
    'with zip': () => withHeader({ zip: 'DEF' }),
  },
  'its header has no key id': {
    'without kid': () => withHeader({ kid: undefined }),
    'with kid as a number': () => withHeader({ kid: 1 }),
  },
  'no published key has its key id': {
    'with a path as kid': () => withHeader({ kid: '../../../dev/null' }),
    'with a quote in kid': () => withHeader({ kid: "' OR 1=1 --" }),
    'with an empty kid': () => withHeader({ kid: '' }),
  },
  'it is a token of another type': {
    'of type at+jwt': () => withHeader({ typ: 'at+jwt' }),
    'with typ as a list': () => withHeader({ typ: ['JWT'] }),
  },
  'its header is too long': {
    'with a long header': () => withHeader({ nonce: 'n'.repeat(2_048) }),
    'whose header is 6,000 opening brackets': () => `${encode('['.repeat(6_000))}.AAAA.AAAA`,
  },
  'its header is nested too deeply': {
    'with eight nested arrays in its header': () => withHeader({ nonce: nested(8) }),
    'whose header is 1,400 opening brackets': () => `${encode('['.repeat(1_400))}.AAAA.AAAA`,
  },
  'its payload is nested too deeply': {
    'with eight nested arrays in its payload': { nonce: nested(8) },
    'whose payload is 5,000 nested arrays': () => signRaw(header(), `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`), // prettier-ignore
  },
  'its header is not valid JSON with unique member names': {
    'with a duplicate alg in its header': async () => signRaw(header().replace('{', '{"alg":"none",'), await goodPayload()), // prettier-ignore
    'whose header is not JSON': () => replaceSegment(0, encode('alg=RS256')),
  },
  'its payload is not valid JSON with unique member names': {
    'with a duplicate oid': async () => signRaw(header(), (await goodPayload()).replace('{', `{"oid":"${other}",`)), // prettier-ignore
    'with a duplicate oid after an array': async () => signRaw(header(), (await goodPayload()).replace('{', `{"oid":"${other}","x":[[]],`)), // prettier-ignore
    'with a duplicate oid, one escaped': async () => signRaw(header(), (await goodPayload()).replace('{', String.raw`{"\u006fid":"${other}",`)), // prettier-ignore
  },
  'its header is not an object': {
    'whose header is null': () => replaceSegment(0, encode('null')),
    'whose header is a number': () => replaceSegment(0, encode('7')),
  },
  'it is not encoded correctly': {
    'with spare bits in its header': async () => (await token()).replace('.', 'A.'),
    'whose header is not UTF-8': () => replaceSegment(0, Buffer.from([0xff]).toString('base64url')),
  },
  'it is not a signed JSON Web Token': {
    'with alg none and no signature': async () => `${encode(header({ alg: 'none' }))}.${encode(await goodPayload())}.`, // prettier-ignore
    'of two segments': () => 'a.b',
    'of four segments': async () => `${await token()}.AAAA`,
    'of empty segments': () => '..',
    'with an empty payload': () => replaceSegment(1, ''),
    'with padding': async () => `${await token()}==`,
    'with characters outside base64url': async () => (await token()).replace('.', '+/.'),
    'with a line break': async () => `${(await token()).slice(0, 40)}%0A`,
    'with a unicode look-alike': async () => `\u00e9${(await token()).slice(1)}`,
    'that is an unrelated string': () => randomUUID(),
  },
};

const checkClock = 'If this persists, check the clock of the server (NTP).';
/** Added to the violated rule in the log. */
const fixes: Readonly<Record<string, string>> = {
  'it has expired': checkClock,
  'it is not valid yet': checkClock,
  'it is for another audience':
    'AAD_APP_CLIENT_ID, the Application ID URI and webApplicationInfo of the app package must name the same app, and TAB_ENDPOINT its host.',
  'it is not a version 2.0 token': 'Set requestedAccessTokenVersion to 2 in the app registration.',
  'its tenant may not use this app': 'Check AAD_APP_TENANT_ID.',
  'it was requested by a client that is neither a Microsoft 365 host nor this app':
    'Pre-authorize only the clients of aad.manifest.json.',
  'no published key has its key id': 'Check AAD_APP_OAUTH_AUTHORITY_HOST and AAD_APP_TENANT_ID.',
};

/** Nested arrays of the given depth. */
function nested(depth: number): unknown {
  return JSON.parse('['.repeat(depth) + ']'.repeat(depth));
}

test.each(
  Object.entries(refusals).flatMap(([rule, tokens]) =>
    Object.entries(tokens).map(([name, flaw]) => [name, rule, flaw] as const),
  ),
)('refuses a token %s: %s', async (_, rule, flaw) => {
  const { status, headers, body } = await ask(await make(flaw));
  const detail = `The sign-in token was refused: ${rule}.`;

  expect(status).toBe(401);
  expect(body).toMatchObject({
    status: 401,
    code: 'invalid_token',
    title: expect.any(String) as string,
    detail,
  });
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  expect(loggedCause()).toBe([detail, fixes[rule] ?? []].flat().join(' '));
  expectNothingWentFurther();
});

test('refuses an accepted token with another header, payload or signature', async () => {
  const accepted = await token();
  expect((await ask(accepted)).status).toBe(200);
  server.sandbox.graph.requests.length = 0;
  server.sandbox.idp.tokenRequests.length = 0;
  const [, payload = '', signature = ''] = (await token()).split('.');

  for (const [index, segment] of [encode(header({ nonce: 'x' })), payload, signature].entries()) {
    const answer = await ask(accepted.split('.').with(index, segment).join('.'));
    expect(answer.body).toMatchObject({ status: 401, code: 'invalid_token' });
  }
  expectNothingWentFurther();
});

test('no response or log line contains the token', async () => {
  const [good, refused] = [await token(), await token({ aud: other })];
  const answers = [await ask(good), await ask(refused)];
  const everything = JSON.stringify([answers.map(({ text }) => text), server.log]);

  for (const part of [good, refused].flatMap((token) => token.split('.')))
    expect(everything).not.toContain(part);
});

describe('the Authorization header', () => {
  const send = (lines: readonly string[], query = '') =>
    rawRequest(server.origin, rawGet(`/api/delegators${query}`, ...lines));

  test.each([
    ['a scheme in lower case, as RFC 9110 requires', (token: string) => [`Authorization: bearer ${token}`]],
    ['another header with the value Authorization', (token: string) => ['X-Wants: authorization', `Authorization: Bearer ${token}`]], // prettier-ignore
  ])('accepts %s', async (_, lines) => {
    expect(await send(lines(await token()))).toMatch(/^HTTP\/1\.1 200 /);
  });

  test.each<[string, string, (token: string) => string[], string?]>([
    ['no Authorization header', '0 Authorization headers, no', () => []],
    ['a token in the query', '0 Authorization headers, no', () => [], '?access_token='],
    ['a header in the query', '0 Authorization headers, no', () => [], '?authorization=Bearer%20'],
    ['a token under Basic', '1 Authorization headers, no', (token) => [`Authorization: Basic ${token}`]],
    ['a token without a scheme', '1 Authorization headers, no', (token) => [`Authorization: ${token}`]],
    ['a repeated Bearer', '1 Authorization headers, no', (token) => [`Authorization: Bearer Bearer ${token}`]], // prettier-ignore
    ['an empty token', '1 Authorization headers, no', () => ['Authorization: Bearer ']],
    ['a space in the token', '1 Authorization headers, no', (token) => [`Authorization: Bearer ${token.replace('.', ' .')}`]], // prettier-ignore
    ['a second token', '1 Authorization headers, no', (token) => [`Authorization: Bearer ${token}, Bearer x.y.z`]], // prettier-ignore
    ['a second header', '2 Authorization headers, one', (token) => [`Authorization: Bearer ${token}`, 'Authorization: Bearer x.y.z']], // prettier-ignore
    ['an earlier header', '2 Authorization headers, one', (token) => ['Authorization: Bearer x.y.z', `authorization: Bearer ${token}`]], // prettier-ignore
  ])('refuses %s: %s bearer token', async (...[, cause, lines, query = '']) => {
    const sso = await token();

    expectRefused(await send(lines(sso), query === '' ? '' : query + sso));
    expect(loggedCause()).toBe(`${cause} bearer token`);
  });

  test('refuses a token of one megabyte', async () => {
    const response = await send([`Authorization: Bearer ${'a'.repeat(1024 * 1024)}`]);

    expectRefused(response);
    expect(response).toContain('content-security-policy: ');
  });

  function expectRefused(response: string): void {
    expect(response).toMatch(/^HTTP\/1\.1 401 /);
    expect(response).toContain('www-authenticate: Bearer error="invalid_token"');
    expect(response).toContain('"code":"invalid_token"');
    expectNothingWentFurther();
  }
});

describe('verified tokens', () => {
  const startMs = Date.UTC(2026, 10, 2, 9);

  /** Counts verifications per token. Each token is valid for an hour. */
  function setUp() {
    const seen: string[] = [];
    const clock = { nowMs: startMs };
    const known = new LRUCache<string, TokenUser>({ max: 10 });
    const remembered = rememberVerified(
      (token) => {
        seen.push(token);
        if (token.startsWith('bad')) return Promise.reject(new Error('refused'));
        return Promise.resolve({
          tenantId: 'tenant',
          objectId: `user of ${token}`,
          expiresAt: startMs / 1000 + 3600,
        });
      },
      known,
      () => clock.nowMs,
    );
    return { seen, clock, known, remembered };
  }

  test('verifies each valid token once, and a refused one each time', async () => {
    const { seen, remembered } = setUp();

    const users = [await remembered('a'), await remembered('a'), await remembered('b')];

    expect(users.map(({ objectId, ssoToken }) => [objectId, ssoToken])).toEqual([
      ['user of a', 'a'],
      ['user of a', 'a'],
      ['user of b', 'b'],
    ]);
    expect(seen).toEqual(['a', 'b']);
    for (let time = 0; time < 2; time += 1) await expect(remembered('bad')).rejects.toThrow('refused');
    expect(seen).toEqual(['a', 'b', 'bad', 'bad']);
  });

  test('stores hashes but no token', async () => {
    const { known, remembered } = setUp();
    await remembered('secret.of.amina');

    expect([...known.keys()]).toEqual([hashSsoToken('secret.of.amina')]);
    expect(Object.keys([...known.values()][0] ?? {})).toEqual(['tenantId', 'objectId', 'expiresAt']);
  });

  test('remembers a token exactly until it expires', async () => {
    const { seen, clock, known, remembered } = setUp();
    await remembered('a');
    clock.nowMs = startMs + 3_600_000 - 1;
    await remembered('a');
    expect(seen).toEqual(['a']);

    clock.nowMs = startMs + 3_600_000;
    await remembered('a');
    expect(seen).toEqual(['a', 'a']);
    expect(known.size).toBe(0);
  });
});
