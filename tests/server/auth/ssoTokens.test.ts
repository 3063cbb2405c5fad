import { createHmac, KeyObject, randomUUID, sign as signBytes } from 'node:crypto';
import { request } from 'node:http';
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { clientId, people, tenantId } from '../../../src/sandbox/tenant.js';
import { createSigningKey, signGraphToken } from '../../../src/sandbox/tokens.js';
import { createKnownTokens, rememberVerified } from '../../../src/server/auth/rememberVerified.js';
import { hashSsoToken } from '../../../src/server/auth/verifySsoToken.js';
import { rawRequest } from '../../support/rawRequest.js';
import { startServer, tabEndpoint, toAnswer, type TestServer } from '../../support/startServer.js';
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

const token = () => at.server.sandbox.ssoToken();

describe('the claims of a token', () => {
  const other = '44444444-4444-4444-8444-444444444444';
  const appIdUri = `api://${new URL(tabEndpoint).host}/${clientId}`;
  const now = () => Math.floor(Date.now() / 1000);

  describe('accepts', () => {
    test.each<[string, () => Promise<string>]>([
      ['a good token', token],
      ['one for the App ID URI', () => at.withClaims({ aud: appIdUri })],
      ['one with more scopes', () => at.withClaims({ scp: 'profile access_as_user' })],
      ['one that expired within the tolerance', () => at.withClaims({ exp: now() - 240 })],
      ['one that begins within the tolerance', () => at.withClaims({ nbf: now() + 240 })],
      ['one with idtyp user', () => at.withClaims({ idtyp: 'user' })],
      ['one from Nested App Authentication', () => at.withClaims({ azp: clientId })],
      ['one whose client is in upper case', () => at.withClaims({ azp: clientId.toUpperCase() })],
      ['one for Outlook', () => at.withClaims({ azp: 'bc59ab01-8403-45c6-8796-ac3ef710b3e3' })],
      ['one without typ', async () => at.signRaw(JSON.stringify({ alg: 'RS256', kid: at.key().kid }), JSON.stringify(await at.goodClaims()))], // prettier-ignore
    ])('%s', async (_, make) => {
      const answer = await at.server.get('/api/delegators', { token: await make() });

      expect(answer.status).toBe(200);
      expect(at.server.sandbox.graph.requests).not.toEqual([]);
    });
  });

  describe('sends nothing to Graph or Entra and refuses a token', () => {
    const claims: [string, Record<string, unknown>][] = [
      ['that expired', { exp: now() - 301 }],
      ['that is not yet valid', { nbf: now() + 400 }],
      ['without exp', { exp: undefined }],
      ['with exp as a string', { exp: '9999999999' }],
      ['with exp as null', { exp: null }],
      ['with nbf as a string', { nbf: '0' }],
      ['for another audience', { aud: other }],
      ['for a part of our id', { aud: clientId.slice(0, -1) }],
      ['for our App ID URI with a suffix', { aud: `${appIdUri}/` }],
      ['for an App ID URI of a host that ends with ours', { aud: appIdUri.replace('//', '//evil-') }],
      ['for an App ID URI of a host that begins with ours', { aud: appIdUri.replace(`/${clientId}`, `.evil.example/${clientId}`) }], // prettier-ignore
      ['for our host without our id', { aud: appIdUri.replace(`/${clientId}`, '') }],
      ['for a list of audiences', { aud: ['b5a0c9f2-3d47-4c1e-8f6a-92e7d15b3c40'] }],
      ['for no audience', { aud: undefined }],
      [
        'for the App ID URI of another domain',
        { aud: `api://evil.example/b5a0c9f2-3d47-4c1e-8f6a-92e7d15b3c40` },
      ],
      ['of version 1.0', { ver: '1.0' }],
      ['without a version', { ver: undefined }],
      ['with the version as a number', { ver: 2 }],
      ['from another issuer', { iss: `https://login.microsoftonline.com/${tenantId}/v2.0` }],
      ['from the issuer of another tenant with our tid', { iss: `https://login.example/${other}/v2.0` }],
      ['of another tenant, with ours as the beginning', { tid: `${tenantId}0` }],
      ['of another tenant, with ours at the end', { tid: `0${tenantId}` }],
      ['without an issuer', { iss: undefined }],
      ['of another tenant', { tid: other }],
      ['of personal accounts', { tid: '9188040d-6c67-4c5b-b112-36a304b66dad' }],
      ['without a tenant', { tid: undefined }],
      ['without an object id', { oid: undefined }],
      ['with an object id that is not a GUID', { oid: 'amina' }],
      ['with an object id and a suffix', { oid: `${people[0]?.id ?? ''}/../other` }],
      ['with an object id as a list', { oid: [people[0]?.id] }],
      ['without scopes', { scp: undefined }],
      ['with scopes as a list', { scp: ['access_as_user'] }],
      ['of an app', { idtyp: 'app' }],
      ['of an app with roles', { scp: undefined, roles: ['access_as_user'] }],
      ['of a device', { idtyp: 'device' }],
      ['with an empty client', { azp: '' }],
      ['for an unknown client', { azp: other }],
      ['whose client begins like this app', { azp: `${clientId}0` }],
      ['whose client ends like this app', { azp: `0${clientId}` }],
      ['whose client begins like a host', { azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346/x' }],
      ['whose client ends like a host', { azp: 'x/5e3ce6c0-2b1f-4285-8d4b-75ee78787346' }],
      ['whose client is a list with this app', { azp: [clientId] }],
      ['whose audience begins like this app', { aud: `${clientId}0` }],
      ['whose audience ends like this app', { aud: `0${clientId}` }],
      ['whose App ID URI ends like ours', { aud: `x${appIdUri}` }],
      [
        'for the App ID URI of a domain that ends like ours',
        { aud: appIdUri.replace('api://', 'api://evil.') },
      ],
      ['whose version begins like ours', { ver: '2.0.1' }],
      ['whose version ends like ours', { ver: '12.0' }],
      ['without a client', { azp: undefined }],
      ['with appid instead of azp', { azp: undefined, appid: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' }],
      ['that is an ID token', { scp: undefined, azp: undefined, nonce: 'x' }],
    ];
    test.each(claims)('%s', async (_, change) => {
      at.expectRefused(await at.server.get('/api/delegators', { token: await at.withClaims(change) }));
    });
  });

  test.each([
    ['with a suffix', (issuer: string) => `${issuer}/`],
    ['after another character', (issuer: string) => `x${issuer}`],
    ['with another label', (issuer: string) => `${issuer}.evil`],
    ['with a prefix', (issuer: string) => `https://evil.example/?${issuer}`],
    ['without its last character', (issuer: string) => issuer.slice(0, -1)],
    ['in another case', (issuer: string) => issuer.toUpperCase()],
    ['with a subdomain', (issuer: string) => issuer.replace('//', '//evil.')],
  ])('refuses a token from our issuer %s', async (_, change) => {
    const iss = change(String((await at.goodClaims())['iss']));

    at.expectRefused(await at.server.get('/api/delegators', { token: await at.withClaims({ iss }) }));
  });

  describe('answers insufficient_scope and sends nothing to Graph or Entra for a token', () => {
    test.each([
      ['with another scope', 'profile'],
      ['whose scope only begins like ours', 'access_as_user_preview'],
      ['whose scope only ends like ours', 'no_access_as_user'],
      ['whose scope differs in case', 'Access_As_User'],
      ['whose scopes are empty', ''],
    ])('%s', async (_, scp) => {
      const answer = await at.server.get('/api/delegators', { token: await at.withClaims({ scp }) });

      expect(answer.body).toMatchObject({ status: 403, code: 'insufficient_scope' });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"');
      at.expectNothingWentFurther();
    });
  });

  describe('answers with the violated rule, and logs it with its fix but without the user:', () => {
    const clock = ' If this persists, check the clock of the server (NTP).';
    const names =
      ' AAD_APP_CLIENT_ID, the Application ID URI and webApplicationInfo of the app package must name the same app, and TAB_ENDPOINT its host.';
    test.each<[rule: string, fix: string, claims: Record<string, unknown>]>([
      ['it has expired', clock, { exp: now() - 301 }],
      ['it is not valid yet', clock, { nbf: now() + 400 }],
      ['it is not a version 2.0 token', ' Set requestedAccessTokenVersion to 2 in the app registration.', { ver: '1.0' }], // prettier-ignore
      ['it is for another audience', names, { aud: other }],
      ['its tid is not a GUID', '', { tid: 'contoso' }],
      ['its tenant may not use this app', ' Check AAD_APP_TENANT_ID.', { tid: other }],
      ['it is from another issuer', '', { iss: 'https://login.example' }],
      ['it has no expiry', '', { exp: undefined }],
      ["it is not a user's access token", '', { idtyp: 'app' }],
      ['it was requested by a client that is neither a Microsoft 365 host nor this app', ' Pre-authorize only the clients of aad.manifest.json.', { azp: other }], // prettier-ignore
      ['its oid is not a GUID', '', { oid: 'amina' }],
    ])('%s', async (rule, fix, claims) => {
      at.server.log.length = 0;
      const { body } = await at.server.get('/api/delegators', { token: await at.withClaims(claims) });
      const line = at.server.log.find(({ code }) => code === 'invalid_token');

      expect(body['detail']).toBe(`The sign-in token was refused: ${rule}.`);
      expect(line?.['cause']).toBe(`The sign-in token was refused: ${rule}.${fix}`);
      expect(JSON.stringify(line)).not.toMatch(/amina|okafor|a1de4f1c|44444444/i);
    });

    test('missing', async () => {
      at.server.log.length = 0;
      await fetch(`${at.server.origin}/api/delegators`);

      expect(at.server.log.find(({ code }) => code === 'invalid_token')?.['cause']).toBe(
        '0 Authorization headers, no bearer token',
      );
    });
  });

  test('no response or log line contains the token', async () => {
    const token = await at.withClaims({ aud: other });
    const answer = await at.server.get('/api/delegators', { token });
    const good = await at.server.sandbox.ssoToken();
    await at.server.get('/api/delegators', { token: good });
    const everything = answer.text + JSON.stringify(at.server.log);

    for (const part of [...token.split('.'), ...good.split('.')]) expect(everything).not.toContain(part);
  });
});

describe('forged tokens', () => {
  /** A key that is not published. */
  let unpublished: ReturnType<typeof createSigningKey> | undefined;
  const stranger = () => (unpublished ??= createSigningKey());
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
      ['it is not encoded correctly', async () => (await token()).replace('.', 'A.')],
      ['its header is not an object', () => at.signRaw('7', '{}')],
      ['it is not signed with RS256', () => withHeader({ alg: 'none' })],
      ['its header has no key id', () => withHeader({ kid: undefined })],
      ['no published key has its key id', () => withHeader({ kid: 'unknown' })],
      ['its signature is not valid', async () => `${(await token()).split('.').slice(0, 2).join('.')}.AAAA`], // prettier-ignore
      ['its payload is not valid', () => at.signRaw(JSON.stringify({ alg: 'RS256', kid: at.key().kid }), '[]')], // prettier-ignore
      ['its header contains keys or extensions', () => withHeader({ jku: 'https://evil.example/keys' })],
      ['it is a token of another type', () => withHeader({ typ: 'at+jwt' })],
      ['its header is too long', () => withHeader({ nonce: 'n'.repeat(2_048) })],
      ['its header is nested too deeply', () => withHeader({ nonce: nested(8) })],
      ['its payload is nested too deeply', () => at.signRaw(JSON.stringify({ alg: 'RS256', kid: at.key().kid }), JSON.stringify({ a: nested(8) }))], // prettier-ignore
      ['its header is not valid JSON with unique member names', () => at.signRaw('{"alg":"RS256","alg":"RS256"}', '{}')], // prettier-ignore
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
    const header = () => JSON.stringify({ alg: 'RS256', kid: at.key().kid });
    const good = async () => JSON.stringify(await at.goodClaims());
    /** Returns the signing input of valid claims. */
    const inputWith = async (alg: string) =>
      `${encode({ alg, typ: 'JWT', kid: at.key().kid })}.${encode(await good())}`;
    const signedAs = async (alg: string, hash: string, how: object = {}) => {
      const input = await inputWith(alg);
      const key = { key: KeyObject.from(at.key().privateKey), ...how };
      return `${input}.${signBytes(hash, Buffer.from(input), key).toString('base64url')}`;
    };
    const forged: [string, () => string | Promise<string>][] = [
      ['with alg none and no signature', async () => `${await inputWith('none')}.`],
      ['with alg none and a signature', async () => `${await inputWith('none')}.AAAA`],
      ['with alg NONE', async () => `${await inputWith('NONE')}.AAAA`],
      [
        'with HS256 over the public key',
        async () => {
          const input = await inputWith('HS256');
          const pem = await exportSPKI(at.key().publicKey);
          return `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
        },
      ],
      ['with RS384', () => signedAs('RS384', 'sha384')],
      ['with PS256', () => signedAs('PS256', 'sha256', { padding: 6, saltLength: 32 })],
      [
        'with ES256',
        async () => {
          const { privateKey } = await generateKeyPair('ES256');
          const claims = new SignJWT(await at.goodClaims());
          return await claims.setProtectedHeader({ alg: 'ES256', kid: at.key().kid }).sign(privateKey);
        },
      ],
      ['signed with an unpublished key', async () => await at.server.sandbox.ssoToken({}, { key: { ...(await stranger()), kid: at.key().kid } })], // prettier-ignore
      [
        'with a changed payload',
        async () => {
          const [start = '', , signature = ''] = (await token()).split('.');
          return `${start}.${encode({ ...(await at.goodClaims()), oid: people[1]?.id })}.${signature}`;
        },
      ],
      ['with a changed signature', async () => (await token()).replace(/.(?=.{9}$)/, (one) => (one === 'A' ? 'B' : 'A'))], // prettier-ignore
      [
        'with jwk',
        async () => {
          const { kid, privateKey, jwk: own } = await stranger();
          const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...jwk } = own;
          const claims = new SignJWT(await at.goodClaims());
          return await claims.setProtectedHeader({ alg: 'RS256', kid, jwk }).sign(privateKey);
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
      ['with a duplicate alg in the header', async () => at.signRaw(header().replace('{', '{"alg":"none",'), await good())], // prettier-ignore
      ['with a duplicate oid in the payload', async () => at.signRaw(header(), (await good()).replace('{', `{"oid":"${other}",`))], // prettier-ignore
      ['with a duplicate oid, one escaped', async () => at.signRaw(header(), (await good()).replace('{', String.raw`{"\u006fid":"${other}",`))], // prettier-ignore
      ['whose payload is a list', () => at.signRaw(header(), '[]')],
      ['whose payload is not JSON', () => at.signRaw(header(), 'oid=1')],
      ['whose header is not JSON', async () => `${encode('alg=RS256')}.${encode(await at.goodClaims())}.AAAA`], // prettier-ignore
      ['whose header is 1,400 opening brackets', () => `${encode('['.repeat(1_400))}.AAAA.AAAA`],
      ['whose header is 6,000 opening brackets', () => `${encode('['.repeat(6_000))}.AAAA.AAAA`],
      ['whose header is 2,000 nested objects', () => `${encode('{"a":'.repeat(2_000))}.AAAA.AAAA`],
      ['whose payload is 5,000 nested arrays', () => at.signRaw(header(), `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`)], // prettier-ignore
      ['whose header is null', async () => `${encode('null')}.${encode(await at.goodClaims())}.AAAA`],
      ['of two segments', async () => (await token()).split('.').slice(0, 2).join('.')],
      ['of four segments', async () => `${await token()}.AAAA`],
      ['of five segments', () => 'a.b.c.d.e'],
      ['of empty segments', () => '..'],
      ['with an empty payload', async () => (await token()).replace(/\..*\./, '..')],
      ['with padding', async () => `${await token()}==`],
      ['with characters outside base64url', async () => (await token()).replace('.', '+/.')], // prettier-ignore
      ['with a line break', async () => `${(await token()).slice(0, 40)}%0A`],
      ['with a space in it', async () => (await token()).replace('.', ' .')],
      ['with a unicode look-alike', async () => `\u00e9${(await token()).slice(1)}`],
      ['with spare bits in its header', async () => (await token()).replace('.', 'A.')],
      ['that is an unrelated string', () => randomUUID()],
      ['that is a Graph token', () => signGraphToken(at.key(), at.server.sandbox.graph.origin, people[0]?.id ?? '', ['CallDelegation.Read'])], // prettier-ignore
    ];
    test.each(forged)('%s', async (_, make) => {
      at.expectRefused(await at.server.get('/api/delegators', { token: await make() }));
    });
  });
});

describe('the Authorization header', () => {
  test('accepts the scheme in lower case, as RFC 9110 requires', async () => {
    const headers = { authorization: `bearer ${await token()}` };

    expect((await fetch(`${at.server.origin}/api/delegators`, { headers })).status).toBe(200);
  });

  test('accepts a token when another header has the value Authorization', async () => {
    const token = await at.server.sandbox.ssoToken();

    expect(
      await rawGet('/api/delegators', ['X-Wants', 'authorization', 'Authorization', `Bearer ${token}`]),
    ).toMatchObject({ status: 200 });
  });

  describe('sends nothing to Graph or Entra and refuses a token', () => {
    test.each<[string, () => Promise<string[]>]>([
      ['when there is no Authorization header', () => Promise.resolve([])],
      ['under Basic', async () => ['Authorization', `Basic ${await token()}`]],
      ['without a scheme', async () => ['Authorization', await token()]],
      ['after a repeated Bearer', async () => ['Authorization', `Bearer Bearer ${await token()}`]], // prettier-ignore
      ['that is empty', () => Promise.resolve(['Authorization', 'Bearer '])],
      ['in the first of two Authorization headers', async () => ['Authorization', `Bearer ${await token()}`, 'Authorization', 'Bearer x.y.z']], // prettier-ignore
      ['in the second of two Authorization headers', async () => ['Authorization', 'Bearer x.y.z', 'authorization', `Bearer ${await token()}`]], // prettier-ignore
      ['followed by another token', async () => ['Authorization', `Bearer ${await token()}, Bearer x.y.z`]], // prettier-ignore
    ])('%s', async (_, make) => {
      at.expectRefused(await rawGet('/api/delegators', await make()));
    });

    test('in the query or body only', async () => {
      const token = await at.server.sandbox.ssoToken();

      at.expectRefused(
        await toAnswer(await fetch(`${at.server.origin}/api/delegators?access_token=${token}`)),
      );
      at.expectRefused(
        await toAnswer(await fetch(`${at.server.origin}/api/delegators?authorization=Bearer%20${token}`)),
      );
    });

    test('of one megabyte', async () => {
      const head = await rawRequest(
        at.server.origin,
        `GET /api/delegators HTTP/1.1\r\nHost: tab\r\nAuthorization: Bearer ${'a'.repeat(1024 * 1024)}\r\n\r\n`,
      );

      expect(head).toMatch(/^HTTP\/1\.1 401 /);
      expect(head).toContain('www-authenticate: Bearer error="invalid_token"');
      expect(head).toContain('content-security-policy: ');
      expect(head).toContain('"code":"invalid_token"');
      at.expectNothingWentFurther();
    });

    test('that is long but fits in a header', async () => {
      at.expectRefused(
        await at.server.get('/api/delegators', { token: `${'a'.repeat(5000)}.${'b'.repeat(5000)}.c` }),
      );
    });
  });

  /** fetch() joins headers of the same name. Node's own client sends them separately. */
  function rawGet(path: string, headers: string[]) {
    return new Promise<{ status: number; headers: Headers; body: Record<string, unknown> }>(
      (resolve, reject) => {
        const url = new URL(path, at.server.origin);
        const sent = request(url, { headers: ['Host', url.host, ...headers] as never }, (response) => {
          let text = '';
          response.on('data', (chunk) => (text += String(chunk)));
          response.on('end', () => {
            resolve({
              status: response.statusCode ?? 0,
              headers: new Headers(response.headers as Record<string, string>),
              body: JSON.parse(text) as Record<string, unknown>,
            });
          });
        });
        sent.on('error', reject);
        sent.end();
      },
    );
  }
});

describe('verified tokens', () => {
  const startMs = Date.UTC(2026, 10, 2, 9);

  /** Counts verifications per token. Each token is valid for an hour. */
  function setUp({ max = 10 } = {}) {
    const seen: string[] = [];
    const clock = { nowMs: startMs };
    const known = createKnownTokens(max);
    const remembered = rememberVerified(
      (token) => {
        seen.push(token);
        if (token.startsWith('bad')) return Promise.reject(new Error('refused'));
        return Promise.resolve({
          tenantId: 'tenant',
          objectId: `user of ${token}`,
          ssoToken: token,
          tokenHash: hashSsoToken(token),
          expiresAt: startMs / 1000 + 3600,
        });
      },
      known,
      () => clock.nowMs,
    );
    return { seen, clock, known, remembered };
  }

  test('verifies each token once', async () => {
    const { seen, remembered } = setUp();

    const users = [await remembered('a'), await remembered('a'), await remembered('b')];

    expect(users.map(({ objectId, ssoToken }) => [objectId, ssoToken])).toEqual([
      ['user of a', 'a'],
      ['user of a', 'a'],
      ['user of b', 'b'],
    ]);
    expect(seen).toEqual(['a', 'b']);
  });

  test.each([
    ['signature', 'header.payload.other'],
    ['payload', 'header.other.signature'],
    ['header', 'other.payload.signature'],
  ])('verifies a token that differs only in its %s', async (_, other) => {
    const { seen, remembered } = setUp();
    await remembered('header.payload.signature');
    await remembered(other);

    expect(seen).toEqual(['header.payload.signature', other]);
  });

  test('stores hashes but no token', async () => {
    const { known, remembered } = setUp();
    await remembered('secret.of.amina');

    expect([...known.keys()]).toEqual([hashSsoToken('secret.of.amina')]);
    expect(Object.keys([...known.values()][0] ?? {})).toEqual([
      'tenantId',
      'objectId',
      'tokenHash',
      'expiresAt',
    ]);
  });

  test('verifies a refused token each time', async () => {
    const { seen, remembered } = setUp();

    await expect(remembered('bad')).rejects.toThrow('refused');
    await expect(remembered('bad')).rejects.toThrow('refused');
    expect(seen).toEqual(['bad', 'bad']);
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

  test('stores at most the configured number of tokens', async () => {
    const { seen, remembered } = setUp({ max: 2 });
    for (const token of ['a', 'b', 'c', 'c', 'a']) await remembered(token);

    expect(seen).toEqual(['a', 'b', 'c', 'a']);
  });

  describe('in the server', () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startServer();
    });
    afterAll(() => server.close());

    test('refuses a forged signature on the header and payload of an accepted token', async () => {
      const token = await server.sandbox.ssoToken();
      expect((await server.get('/api/delegators', { token })).status).toBe(200);
      server.sandbox.graph.requests.length = 0;
      const [header = '', payload = ''] = token.split('.');
      const [, , signature = ''] = (await server.sandbox.ssoToken()).split('.');

      for (const forged of [`${header}.${payload}.${signature}`, `${header}.${payload}.AAAA`]) {
        const answer = await server.get('/api/delegators', { token: forged });
        expect(answer.body).toMatchObject({ status: 401, code: 'invalid_token' });
      }
      expect(server.sandbox.graph.requests).toEqual([]);
    });
  });
});
