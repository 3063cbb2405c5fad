import { createHmac, KeyObject, randomUUID, sign as signBytes } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { createSigningKey, signGraphToken } from '../../../src/sandbox/tokens.js';
import { people, tenantId } from '../../../src/sandbox/tenant.js';
import { startServer, tabEndpoint, toAnswer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(() => {
  server.sandbox.graph.requests.length = 0;
  server.sandbox.idp.tokenRequests.length = 0;
});
afterAll(() => server.close());

const other = '44444444-4444-4444-8444-444444444444';
const now = () => Math.floor(Date.now() / 1000);
const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

const goodClaims = async (): Promise<Record<string, unknown>> => {
  const [, payload = ''] = (await server.sandbox.ssoToken()).split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
};
const key = () => {
  const [first] = server.sandbox.idp.keys;
  if (first === undefined) throw new Error('no key');
  return first;
};
/** Signs any header and payload, however odd, with the provider's real key. */
const signRaw = (header: string, payload: string): string => {
  const input = `${encode(header)}.${encode(payload)}`;
  const signature = signBytes('sha256', Buffer.from(input), KeyObject.from(key().privateKey));
  return `${input}.${signature.toString('base64url')}`;
};
const withHeader = async (header: Record<string, unknown>): Promise<string> =>
  signRaw(
    JSON.stringify({ alg: 'RS256', typ: 'JWT', kid: key().kid, ...header }),
    JSON.stringify(await goodClaims()),
  );
const withClaims = (claims: Record<string, unknown>) => server.sandbox.ssoToken(claims);

const expectRefused = (answer: { status: number; headers: Headers; body: Record<string, unknown> }) => {
  expect(answer.body).toMatchObject({
    status: 401,
    code: 'invalid_token',
    title: expect.any(String) as unknown,
  });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  expectNothingWentFurther();
};
const expectNothingWentFurther = () => {
  expect(server.sandbox.graph.requests).toEqual([]);
  expect(server.sandbox.idp.tokenRequests).toEqual([]);
};

describe('lets in', () => {
  const appIdUri = async () => ({
    aud: `api://${new URL(tabEndpoint).host}/${String((await goodClaims())['aud'])}`,
  });
  test.each<[string, () => Promise<string>]>([
    ['a good token', () => server.sandbox.ssoToken()],
    ['one for the App ID URI', async () => await withClaims(await appIdUri())],
    ['one with more scopes', () => withClaims({ scp: 'profile access_as_user' })],
    ['one that expired within the tolerance', () => withClaims({ exp: now() - 240 })],
    ['one that begins within the tolerance', () => withClaims({ nbf: now() + 240 })],
    ['one that says it is a user’s', () => withClaims({ idtyp: 'user' })],
    ['one asked for by Outlook', () => withClaims({ azp: 'bc59ab01-8403-45c6-8796-ac3ef710b3e3' })],
    [
      'one without typ',
      async () =>
        signRaw(JSON.stringify({ alg: 'RS256', kid: key().kid }), JSON.stringify(await goodClaims())),
    ],
  ])('%s', async (_, make) => {
    const answer = await server.get('/api/delegators', { token: await make() });

    expect(answer.status).toBe(200);
    expect(server.sandbox.graph.requests).not.toEqual([]);
  });

  test('the scheme in lower case, as RFC 9110 asks', async () => {
    const headers = { authorization: `bearer ${await server.sandbox.ssoToken()}` };

    expect((await fetch(`${server.origin}/api/delegators`, { headers })).status).toBe(200);
  });
});

describe('refuses, and asks neither Graph nor Entra about, a token', () => {
  const claims: [string, Record<string, unknown>][] = [
    ['that expired', { exp: now() - 301 }],
    ['that is not yet valid', { nbf: now() + 400 }],
    ['without exp', { exp: undefined }],
    ['with exp as a string', { exp: '9999999999' }],
    ['with exp as null', { exp: null }],
    ['with nbf as a string', { nbf: '0' }],
    ['for another audience', { aud: other }],
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
    ['without an issuer', { iss: undefined }],
    ['of another tenant', { tid: other }],
    ['of personal accounts', { tid: '9188040d-6c67-4c5b-b112-36a304b66dad' }],
    ['without a tenant', { tid: undefined }],
    ['without an object id', { oid: undefined }],
    ['with an object id that is no GUID', { oid: 'amina' }],
    ['with an object id and something behind it', { oid: `${people[0]?.id ?? ''}/../other` }],
    ['with an object id as a list', { oid: [people[0]?.id] }],
    ['without scopes', { scp: undefined }],
    ['with scopes as a list', { scp: ['access_as_user'] }],
    ['of an app', { idtyp: 'app' }],
    ['of an app with roles', { scp: undefined, roles: ['access_as_user'] }],
    ['of a device', { idtyp: 'device' }],
    ['asked for by an unknown client', { azp: other }],
    ['asked for by ourselves', { azp: 'b5a0c9f2-3d47-4c1e-8f6a-92e7d15b3c40' }],
    ['without a client', { azp: undefined }],
    ['with appid in the place of azp', { azp: undefined, appid: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' }],
    ['that is an id token', { scp: undefined, azp: undefined, nonce: 'x' }],
  ];
  test.each(claims)('%s', async (_, change) => {
    expectRefused(await server.get('/api/delegators', { token: await withClaims(change) }));
  });

  const forged: [string, () => Promise<string>][] = [
    [
      'with alg none and no signature',
      async () => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(await goodClaims())}.`,
    ],
    [
      'with alg none and a signature',
      async () => `${encode({ alg: 'none', kid: key().kid })}.${encode(await goodClaims())}.AAAA`,
    ],
    [
      'with alg NONE',
      async () => `${encode({ alg: 'NONE', kid: key().kid })}.${encode(await goodClaims())}.AAAA`,
    ],
    [
      'with HS256 over the public key',
      async () => {
        const input = `${encode({ alg: 'HS256', typ: 'JWT', kid: key().kid })}.${encode(await goodClaims())}`;
        const pem = await exportSPKI(key().publicKey);
        return `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
      },
    ],
    [
      'with RS384',
      async () => {
        const input = `${encode({ alg: 'RS384', typ: 'JWT', kid: key().kid })}.${encode(await goodClaims())}`;
        return `${input}.${signBytes('sha384', Buffer.from(input), KeyObject.from(key().privateKey)).toString('base64url')}`;
      },
    ],
    [
      'with PS256',
      async () => {
        const input = `${encode({ alg: 'PS256', typ: 'JWT', kid: key().kid })}.${encode(await goodClaims())}`;
        const pss = { key: KeyObject.from(key().privateKey), padding: 6, saltLength: 32 };
        return `${input}.${signBytes('sha256', Buffer.from(input), pss).toString('base64url')}`;
      },
    ],
    [
      'with ES256',
      async () => {
        const { privateKey } = await generateKeyPair('ES256');
        return await new SignJWT(await goodClaims())
          .setProtectedHeader({ alg: 'ES256', kid: key().kid })
          .sign(privateKey);
      },
    ],
    [
      'signed with a stranger’s key',
      async () =>
        await server.sandbox.ssoToken({}, { key: { ...(await createSigningKey()), kid: key().kid } }),
    ],
    [
      'with a changed payload',
      async () => {
        const [header, , signature] = (await server.sandbox.ssoToken()).split('.');
        return `${header ?? ''}.${encode({ ...(await goodClaims()), oid: people[1]?.id })}.${signature ?? ''}`;
      },
    ],
    [
      'with a changed signature',
      async () => {
        const token = await server.sandbox.ssoToken();
        return `${token.slice(0, -10)}${token.slice(-10, -9) === 'A' ? 'B' : 'A'}${token.slice(-9)}`;
      },
    ],
    [
      'with jwk',
      async () => {
        const stranger = await createSigningKey();
        const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...jwk } = stranger.jwk;
        return await new SignJWT(await goodClaims())
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
      'with alg twice in the header',
      async () =>
        signRaw(
          `{"alg":"none","alg":"RS256","typ":"JWT","kid":"${key().kid}"}`,
          JSON.stringify(await goodClaims()),
        ),
    ],
    [
      'with oid twice in the payload',
      async () =>
        signRaw(
          JSON.stringify({ alg: 'RS256', kid: key().kid }),
          JSON.stringify(await goodClaims()).replace('{', `{"oid":"${other}",`),
        ),
    ],
    [
      'with oid twice, once escaped',
      async () =>
        signRaw(
          JSON.stringify({ alg: 'RS256', kid: key().kid }),
          JSON.stringify(await goodClaims()).replace('{', String.raw`{"\u006fid":"${other}",`),
        ),
    ],
    [
      'whose payload is a list',
      () => Promise.resolve(signRaw(JSON.stringify({ alg: 'RS256', kid: key().kid }), '[]')),
    ],
    [
      'whose payload is not JSON',
      () => Promise.resolve(signRaw(JSON.stringify({ alg: 'RS256', kid: key().kid }), 'oid=1')),
    ],
    ['whose header is not JSON', async () => `${encode('alg=RS256')}.${encode(await goodClaims())}.AAAA`],
    ['whose header is null', async () => `${encode('null')}.${encode(await goodClaims())}.AAAA`],
    ['of two segments', async () => (await server.sandbox.ssoToken()).split('.').slice(0, 2).join('.')],
    ['of four segments', async () => `${await server.sandbox.ssoToken()}.AAAA`],
    ['of five segments', () => Promise.resolve('a.b.c.d.e')],
    ['of empty segments', () => Promise.resolve('..')],
    ['with an empty payload', async () => (await server.sandbox.ssoToken()).replace(/\..*\./, '..')],
    ['with padding', async () => `${await server.sandbox.ssoToken()}==`],
    ['with characters outside base64url', async () => (await server.sandbox.ssoToken()).replace('.', '+/.')],
    ['with a line break', async () => `${(await server.sandbox.ssoToken()).slice(0, 40)}%0A`],
    ['with a space in it', async () => (await server.sandbox.ssoToken()).replace('.', ' .')],
    ['with a unicode look-alike', async () => `\u00e9${(await server.sandbox.ssoToken()).slice(1)}`],
    ['with spare bits in its header', async () => (await server.sandbox.ssoToken()).replace('.', 'A.')],
    ['that is another string altogether', () => Promise.resolve(randomUUID())],
    [
      'that Graph gave us',
      () => signGraphToken(key(), server.sandbox.graph.origin, people[0]?.id ?? '', ['CallDelegation.Read']),
    ],
  ];
  test.each(forged)('%s', async (_, make) => {
    expectRefused(await server.get('/api/delegators', { token: await make() }));
  });

  test.each<[string, () => Promise<string[]>]>([
    ['when there is no Authorization header', () => Promise.resolve([])],
    ['under Basic', async () => ['Authorization', `Basic ${await server.sandbox.ssoToken()}`]],
    ['without a scheme', async () => ['Authorization', await server.sandbox.ssoToken()]],
    [
      'behind Bearer twice',
      async () => ['Authorization', `Bearer Bearer ${await server.sandbox.ssoToken()}`],
    ],
    ['that is empty', () => Promise.resolve(['Authorization', 'Bearer '])],
    [
      'in the first of two Authorization headers',
      async () => [
        'Authorization',
        `Bearer ${await server.sandbox.ssoToken()}`,
        'Authorization',
        'Bearer x.y.z',
      ],
    ],
    [
      'in the second of two Authorization headers',
      async () => [
        'Authorization',
        'Bearer x.y.z',
        'authorization',
        `Bearer ${await server.sandbox.ssoToken()}`,
      ],
    ],
    [
      'beside another one',
      async () => ['Authorization', `Bearer ${await server.sandbox.ssoToken()}, Bearer x.y.z`],
    ],
  ])('%s', async (_, make) => {
    expectRefused(await rawGet('/api/delegators', await make()));
  });

  test('in the query or the body only', async () => {
    const token = await server.sandbox.ssoToken();

    expectRefused(await toAnswer(await fetch(`${server.origin}/api/delegators?access_token=${token}`)));
    expectRefused(
      await toAnswer(await fetch(`${server.origin}/api/delegators?authorization=Bearer%20${token}`)),
    );
  });

  test('of one megabyte', async () => {
    const head = await new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(server.origin);
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `GET /api/delegators HTTP/1.1\r\nHost: tab\r\nAuthorization: Bearer ${'a'.repeat(1024 * 1024)}\r\n\r\n`,
        );
      });
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => {
        resolve(text);
      });
      socket.on('error', reject);
    });

    expect(head).toMatch(/^HTTP\/1\.1 401 /);
    expect(head).toContain('www-authenticate: Bearer error="invalid_token"');
    expect(head).toContain('content-security-policy: ');
    expect(head).toContain('"code":"invalid_token"');
    expectNothingWentFurther();
  });

  test('that is long, but not too long for a header', async () => {
    expectRefused(
      await server.get('/api/delegators', { token: `${'a'.repeat(5000)}.${'b'.repeat(5000)}.c` }),
    );
  });
});

describe('says insufficient_scope, and asks nobody, about a token', () => {
  test.each([
    ['with another scope', 'profile'],
    ['whose scope only begins like ours', 'access_as_user_preview'],
    ['whose scope only ends like ours', 'no_access_as_user'],
    ['whose scope differs in case', 'Access_As_User'],
    ['whose scopes are empty', ''],
  ])('%s', async (_, scp) => {
    const answer = await server.get('/api/delegators', { token: await withClaims({ scp }) });

    expect(answer.body).toMatchObject({ status: 403, code: 'insufficient_scope' });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"');
    expectNothingWentFurther();
  });
});

/** fetch() joins headers of one name; Node's own client sends them as they are. */
function rawGet(path: string, headers: string[]) {
  return new Promise<{ status: number; headers: Headers; body: Record<string, unknown> }>(
    (resolve, reject) => {
      const url = new URL(path, server.origin);
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

test('a token’s text is in no answer and no log line', async () => {
  const token = await withClaims({ aud: other });
  const answer = await server.get('/api/delegators', { token });
  const good = await server.sandbox.ssoToken();
  await server.get('/api/delegators', { token: good });
  const everything = answer.text + JSON.stringify(server.log);

  for (const part of [...token.split('.'), ...good.split('.')]) expect(everything).not.toContain(part);
});
