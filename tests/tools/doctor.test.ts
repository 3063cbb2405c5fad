import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { people } from '../../src/sandbox/tenant.js';
import { examine, type Examination } from '../../src/tools/doctor/examine.js';
import type { Finding } from '../../src/tools/doctor/finding.js';
import { makeCertificate, type MadeCertificate } from '../support/certificate.js';
import { freePort, startServer, type TestServer } from '../support/startServer.js';

const root = fileURLToPath(new URL('../..', `file://${__filename}`));
const teamsAppId = '99999999-9999-4999-8999-999999999999';
let server: TestServer;
let tabEndpoint: string;
let folder: string;
let certificate: MadeCertificate;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  certificate = makeCertificate(folder, 'good', 365);
  const port = await freePort();
  tabEndpoint = `http://localhost:${port}`;
  server = await startServer({
    port,
    sandbox: { tabEndpoint, certificate: certificate.certificate },
  });
});
afterEach(() => {
  server.sandbox.idp.script = undefined;
  server.sandbox.graph.script = undefined;
  server.sandbox.idp.clockAhead = 0;
  server.sandbox.idp.isDown = false;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

type Change = Readonly<Record<string, string | undefined>>;

const toVariables = (change: Change = {}) => ({
  ...server.sandbox.env,
  TEAMS_APP_ID: teamsAppId,
  TAB_DOMAIN: new URL(tabEndpoint).host,
  DATA_DIR: folder,
  ...change,
});

async function findings(
  change: Change = {},
  how: Partial<Pick<Examination, 'graphToken' | 'nowMs'>> = {},
): Promise<ReadonlyMap<string, Finding>> {
  const found = new Map<string, Finding>();
  for await (const finding of examine({
    variables: toVariables(change),
    root,
    environment: 'dev',
    graphToken: undefined,
    nowMs: () => Date.now(),
    ...how,
  })) {
    found.set(finding.check, finding);
  }
  return found;
}

const failures = (found: ReadonlyMap<string, Finding>) =>
  [...found.values()].filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);

test('finds nothing wrong with a set-up that works', async () => {
  const found = await findings();

  expect(failures(found)).toEqual([]);
  expect([...found.values()].map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
    'Variables ok',
    'Clock ok',
    'Authority ok',
    'Signing keys ok',
    'Credential ok',
    'App ID URI ok',
    'Teams app manifest skipped',
    'Entra app manifest skipped',
    'Registration in Entra skipped',
    'Consent skipped',
    'Tab note',
    'Microsoft Graph ok',
    'Redis skipped',
    'Database ok',
    'Graph calls skipped',
  ]);
});

describe('names the fault and the mend:', () => {
  const rows: readonly [
    fault: string,
    check: string,
    seen: RegExp,
    mend: RegExp,
    inject: () => Change | Promise<Change>,
  ][] = [
    ['a variable is missing', 'Variables', /AAD_APP_CLIENT_ID: is not set/, /--env/, () => ({ AAD_APP_CLIENT_ID: undefined })], // prettier-ignore
    [
      'the toolkit has encrypted the secret',
      'Variables',
      /encrypted .* plain value/,
      /--env/,
      () => ({ SECRET_AAD_APP_CLIENT_SECRET: 'crypto_0123' }),
    ],
    [
      'the clock is wrong',
      'Clock',
      /differs from the authority’s by \d+ s/,
      /NTP/,
      () => {
        server.sandbox.idp.clockAhead = 900;
        return {};
      },
    ],
    [
      'nobody listens at the authority',
      'Authority',
      /cannot be reached \(ECONNREFUSED\)/,
      /AAD_APP_OAUTH_AUTHORITY_HOST/,
      async () => ({ AAD_APP_OAUTH_AUTHORITY_HOST: `http://127.0.0.1:${await freePort()}` }),
    ],
    [
      'the authority is down',
      'Authority',
      /answered 503/,
      /AAD_APP_OAUTH_AUTHORITY_HOST/,
      () => {
        server.sandbox.idp.isDown = true;
        return {};
      },
    ],
    [
      'the tenant does not exist',
      'Authority',
      /no such tenant/,
      /AAD_APP_TENANT_ID/,
      () => ({ AAD_APP_TENANT_ID: teamsAppId }),
    ],
    [
      'the app is another one',
      'Credential',
      /AADSTS700016/,
      /AAD_APP_CLIENT_ID/,
      () => ({ AAD_APP_CLIENT_ID: teamsAppId }),
    ],
    [
      'the secret is wrong',
      'Credential',
      /client secret is wrong\. \(AADSTS7000215\)/,
      /value, not its id/,
      () => ({ SECRET_AAD_APP_CLIENT_SECRET: 'not-this-one' }),
    ],
    [
      'the secret has expired',
      'Credential',
      /has expired/,
      /Make a new one/,
      () => {
        server.sandbox.idp.script = () => ({
          status: 401,
          body: { error: 'invalid_client', error_description: 'AADSTS7000222: The keys are expired.' },
        });
        return {};
      },
    ],
    [
      'Entra refuses for a reason without words of ours',
      'Credential',
      /refuses this app\. \(AADSTS53003\)/,
      /login\.microsoftonline\.com\/error/,
      () => {
        server.sandbox.idp.script = () => ({
          status: 400,
          body: { error: 'x', error_description: 'AADSTS53003: Blocked.' },
        });
        return {};
      },
    ],
    [
      'the App ID URI is not registered',
      'App ID URI',
      /knows no such API\. \(AADSTS500011\)/,
      /Expose an API/,
      () => ({ TAB_ENDPOINT: 'https://tab.contoso.example', TAB_DOMAIN: 'tab.contoso.example' }),
    ],
    [
      'tokens are of version 1.0',
      'App ID URI',
      /version 1\.0/,
      /requestedAccessTokenVersion/,
      () => {
        const claims = Buffer.from('{"ver":"1.0"}').toString('base64url');
        server.sandbox.idp.script = (form) =>
          form.get('scope')?.startsWith('api://') === true
            ? {
                status: 200,
                body: { access_token: `e30.${claims}.x`, token_type: 'Bearer', expires_in: 3600 },
              }
            : undefined;
        return {};
      },
    ],
    [
      'the key belongs to another certificate',
      'Variables',
      /AAD_APP_CERTIFICATE_PATH: .*does not belong/,
      /--env/,
      () => {
        const other = readFileSync(makeCertificate(folder, 'other', 365).path, 'utf8');
        const path = join(folder, 'mixed.pem');
        writeFileSync(path, other.replace(/-----BEGIN CERTIFICATE[^]+/, certificate.certificate));
        return { SECRET_AAD_APP_CLIENT_SECRET: undefined, AAD_APP_CERTIFICATE_PATH: path };
      },
    ],
    [
      'Entra does not know the certificate',
      'Credential',
      /AADSTS700027/,
      /Upload the public part/,
      () => ({
        SECRET_AAD_APP_CLIENT_SECRET: undefined,
        AAD_APP_CERTIFICATE_PATH: makeCertificate(folder, 'stranger', 365).path,
      }),
    ],
    [
      'nothing listens at the tab’s address',
      'Tab',
      /cannot be reached \(ECONNREFUSED\)/,
      /TAB_ENDPOINT/,
      async () => ({ TAB_ENDPOINT: `http://localhost:${await freePort()}` }),
    ],
    [
      'something else answers at Graph’s address',
      'Microsoft Graph',
      /answered 404, which Graph would not/,
      /GRAPH_ENDPOINT/,
      () => ({ GRAPH_ENDPOINT: server.sandbox.idp.origin }),
    ],
    [
      'Redis does not answer',
      'Redis',
      /Does not answer/,
      /REDIS_URL/,
      async () => ({
        REDIS_URL: `redis://:hidden@127.0.0.1:${await freePort()}`,
        TOKEN_CACHE_KEY: Buffer.alloc(32).toString('base64'),
      }),
    ],
    [
      'DATA_DIR is a file',
      'Database',
      /good-both\.pem is a file/,
      /DATA_DIR to a folder/,
      () => ({ DATA_DIR: certificate.path }),
    ],
    [
      'DATA_DIR lies below a file',
      'Database',
      /good-both\.pem is a file/,
      /DATA_DIR to a folder/,
      () => ({ DATA_DIR: join(certificate.path, 'data') }),
    ],
    [
      'PostgreSQL does not answer',
      'Database',
      /Does not answer/,
      /DATABASE_URL/,
      async () => ({ DATABASE_URL: `postgresql://me:hidden@127.0.0.1:${await freePort()}/x` }),
    ],
  ];

  test.each(rows)('%s', async (_, check, seen, mend, inject) => {
    const found = await findings(await inject());

    expect(failures(found)).toContain(check);
    expect(found.get(check)?.seen).toMatch(seen);
    expect(found.get(check)?.mend).toMatch(mend);
    const everything = JSON.stringify([...found.values()]);
    expect(everything).not.toContain(server.sandbox.env['SECRET_AAD_APP_CLIENT_SECRET']);
    expect(everything).not.toContain('hidden');
  });
});

test('accepts a certificate that Entra knows', async () => {
  const found = await findings({
    SECRET_AAD_APP_CLIENT_SECRET: undefined,
    AAD_APP_CERTIFICATE_PATH: certificate.path,
  });

  expect(found.get('Certificate')?.outcome).toBe('ok');
  expect(found.get('Credential')?.outcome).toBe('ok');
});

test('a certificate that expires within a month is worth a note, and is tried all the same', async () => {
  const found = await findings(
    { SECRET_AAD_APP_CLIENT_SECRET: undefined, AAD_APP_CERTIFICATE_PATH: certificate.path },
    { nowMs: () => Date.now() + 336 * 24 * 60 * 60 * 1000 },
  );

  expect(found.get('Certificate')).toMatchObject({
    outcome: 'note',
    seen: expect.stringMatching(/expires in 2[89] days, on \d{4}-\d\d-\d\d/) as unknown,
    mend: expect.stringContaining('Make a new one') as unknown,
  });
  expect(found.get('Credential')?.outcome).toBe('ok');
});

describe('sees what a proxy does to the tab:', () => {
  test.each([
    ['X-Frame-Options', { 'x-frame-options': 'DENY' }, /X-Frame-Options/],
    ['another frame-ancestors', { 'content-security-policy': "frame-ancestors 'self'" }, /lacks https:/],
    ['another status', undefined, /answered 502/],
  ])('%s', async (_, headers, seen) => {
    const page = readFileSync(join(root, 'dist/tab/tab.en.html'), 'utf8');
    const proxy = createHttpServer((_request, response) => {
      response.writeHead(headers === undefined ? 502 : 200, headers);
      response.end(`${page}<script id="page-config">${server.sandbox.env['AAD_APP_CLIENT_ID'] ?? ''}`);
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const { port } = proxy.address() as { port: number };
    const found = await findings({ TAB_ENDPOINT: `http://127.0.0.1:${port}` });
    await new Promise((resolve) => proxy.close(resolve));

    expect(found.get('Tab')?.seen).toMatch(seen);
  });
});

test('the manifests must agree with the configuration', async () => {
  const copy = join(folder, 'copy');
  cpSync(join(root, 'appPackage'), join(copy, 'appPackage'), { recursive: true });
  cpSync(join(root, 'aad.manifest.json'), join(copy, 'aad.manifest.json'));
  const variables = toVariables({
    TAB_ENDPOINT: 'https://tab.contoso.example',
    TAB_DOMAIN: 'tab.contoso.example',
  });
  const read = async () => {
    const found = new Map<string, Finding>();
    for await (const finding of examine({
      variables,
      root: copy,
      environment: 'dev',
      graphToken: undefined,
      nowMs: () => Date.now(),
    })) {
      found.set(finding.check, finding);
    }
    return found;
  };
  expect((await read()).get('Teams app manifest')?.outcome).toBe('ok');
  expect((await read()).get('Entra app manifest')?.outcome).toBe('ok');
  for (const file of ['appPackage/manifest.json', 'aad.manifest.json']) {
    const text = readFileSync(join(copy, file), 'utf8');
    writeFileSync(join(copy, file), text.replaceAll('api://${{TAB_DOMAIN}}', 'api://tab.old.example'));
  }
  const found = await read();

  expect(found.get('Teams app manifest')?.seen).toContain('webApplicationInfo.resource is "api://tab.old.example/'); // prettier-ignore
  expect(found.get('Entra app manifest')?.seen).toContain('identifierUris[0] is "api://tab.old.example/');
  expect(found.get('Teams app manifest')?.mend).toContain('"api://tab.contoso.example/');

  cpSync(join(root, 'aad.manifest.json'), join(copy, 'aad.manifest.json'));
  const text = readFileSync(join(copy, 'aad.manifest.json'), 'utf8');
  writeFileSync(
    join(copy, 'aad.manifest.json'),
    text.replace('27922004-5251-4030-b22d-91ecd9a37ea4', teamsAppId),
  );
  const lacking = (await read()).get('Entra app manifest');
  expect(lacking?.seen).toContain('api.preAuthorizedApplications');
  expect(lacking?.mend).toContain('27922004-5251-4030-b22d-91ecd9a37ea4');
});

test('says of what it cannot see that it did not check it', async () => {
  const found = await findings();

  expect(found.get('Registration in Entra')?.seen).toMatch(/^Not checked: .*\/auth\/end and the 9 client/);
  expect(found.get('Consent')?.seen).toMatch(/^Not checked: .*CallDelegation\.Read, User\.Read/);
});

/** As Graph Explorer would give it. */
async function graphToken(): Promise<string> {
  const { idp, env } = server.sandbox;
  const discovery = (await (await fetch(`${idp.issuer}/.well-known/openid-configuration`)).json()) as {
    token_endpoint: string;
  };
  const exchange = await fetch(discovery.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      client_id: env['AAD_APP_CLIENT_ID'] ?? '',
      client_secret: env['SECRET_AAD_APP_CLIENT_SECRET'] ?? '',
      assertion: await server.sandbox.ssoToken({}, { objectId: people[1]?.id ?? '' }),
      scope: `${env['GRAPH_ENDPOINT'] ?? ''}/.default`,
    }),
  });
  return ((await exchange.json()) as { access_token: string }).access_token;
}

test('with a Graph token it makes one real call of each operation', async () => {
  const found = await findings({}, { graphToken: await graphToken() });

  for (const check of [
    'List delegates',
    'Get delegates',
    'List delegators',
    'Own profile',
    'Profiles ($batch)',
    'Presence',
    'Photo',
  ]) {
    expect([check, found.get(check)?.outcome]).toEqual([check, 'ok']);
  }
  expect((await findings({}, { graphToken: 'not-a-token' })).get('List delegates')?.mend).toContain(
    'paste a fresh one',
  );
});

test.each([
  [
    'is refused',
    [{ id: '1', status: 403, body: { error: { code: 'Forbidden' } } }],
    /answered 403 Forbidden/,
  ],
  ['is missing', [], /answered 200 without an item/],
])(
  'a batch whose item %s gets no tick, though it is answered with 200 itself',
  async (_, responses, seen) => {
    const token = await graphToken();
    server.sandbox.graph.script = ({ path }) =>
      path === '/v1.0/$batch' ? { status: 200, body: { responses } } : undefined;
    const found = (await findings({}, { graphToken: token })).get('Profiles ($batch)');

    expect(found).toMatchObject({ outcome: 'failed', seen: expect.stringMatching(seen) as unknown });
  },
);

describe('as a command', () => {
  const run = (variables: Change, ...args: readonly string[]) =>
    new Promise<{ code: number; out: string }>((resolve) => {
      const env: Record<string, string> = { PATH: process.env['PATH'] ?? '' };
      for (const [name, value] of Object.entries(variables)) if (value !== undefined) env[name] = value;
      execFile(process.execPath, ['dist/tools/doctor.js', ...args], { env, cwd: root }, (error, out) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out });
      });
    });

  test('ticks what works and ends with 0', async () => {
    const { code, out } = await run(toVariables());

    expect(code).toBe(0);
    expect(out).toContain('✓ Credential: Entra accepts it.');
    expect(out).toContain('Nothing is wrong.');
  }, 30_000);

  test('its exit code counts the failures, and --json tells machines of them', async () => {
    const { code, out } = await run(
      toVariables({ SECRET_AAD_APP_CLIENT_SECRET: 'wrong', GRAPH_ENDPOINT: server.sandbox.idp.origin }),
      '--json',
    );
    const { failed, findings: found } = JSON.parse(out) as { failed: number; findings: Finding[] };

    expect(failed).toBe(2);
    expect(code).toBe(2);
    expect(found.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check)).toEqual([
      'Credential',
      'Microsoft Graph',
    ]);
  }, 30_000);
});
