import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusal } from '../../../src/sandbox/onBehalfOfGrant.js';
import { startManagedIdentity, type ManagedIdentity } from '../../../src/sandbox/managedIdentity.js';
import { ownFaults } from '../../../src/server/auth/ownFaults.js';
import { startServer, type TestServer } from '../../support/startServer.js';

/** Returns the logged causes of faults that an administrator has to fix. */
const causesIn = ({ log }: TestServer) =>
  log.filter(({ level }) => level === 'error').map(({ cause }) => String(cause));

describe('answers misconfigured and logs the setting if Entra refuses the app:', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  beforeEach(() => {
    server.log.length = 0;
  });
  afterAll(() => server.close());

  const rows: readonly [code: number, error: string, setting: string][] = [
    [7000215, 'invalid_client', 'SECRET_AAD_APP_CLIENT_SECRET'],
    [7000222, 'invalid_client', 'SECRET_AAD_APP_CLIENT_SECRET'],
    [7000218, 'invalid_client', 'AAD_APP_CLIENT_ID'],
    [700016, 'unauthorized_client', 'AAD_APP_CLIENT_ID'],
    [7000229, 'unauthorized_client', 'AAD_APP_CLIENT_ID'],
    [7000112, 'unauthorized_client', 'AAD_APP_CLIENT_ID'],
    [700027, 'invalid_client', 'AAD_APP_CERTIFICATE_PATH'],
    [700030, 'invalid_client', 'AAD_APP_CERTIFICATE_PATH'],
    [700024, 'invalid_client', 'AAD_APP_CERTIFICATE_PATH'],
    [70021, 'invalid_request', 'AAD_APP_MANAGED_IDENTITY_CLIENT_ID'],
    [700211, 'invalid_request', 'AAD_APP_MANAGED_IDENTITY_CLIENT_ID'],
    [700212, 'invalid_request', 'AAD_APP_MANAGED_IDENTITY_CLIENT_ID'],
    [700213, 'invalid_client', 'AAD_APP_MANAGED_IDENTITY_CLIENT_ID'],
    [700223, 'invalid_client', 'AAD_APP_MANAGED_IDENTITY_CLIENT_ID'],
    [90002, 'invalid_request', 'AAD_APP_TENANT_ID'],
    [50194, 'invalid_request', 'AAD_APP_TENANT_ID'],
    [50049, 'invalid_instance', 'AAD_APP_OAUTH_AUTHORITY_HOST'],
    [500011, 'invalid_resource', 'GRAPH_ENDPOINT'],
    [70011, 'invalid_scope', 'GRAPH_ENDPOINT'],
    [650057, 'invalid_resource', 'AAD_APP_CLIENT_ID'],
  ];

  test('every known number has a row', () => {
    expect(rows.map(([code]) => code).sort()).toEqual([...ownFaults.keys()].sort());
  });

  test.each(rows)('AADSTS%i', async (code, error, setting) => {
    // Use an error that alone would map to another problem, so that only the number decides.
    for (const name of [error, 'invalid_grant']) {
      server.log.length = 0;
      server.sandbox.idp.script = () => refusal(name, code, 'Words of Entra’s own.', {}, 401);
      const { body, text } = await server.get('/api/delegators');

      expect(body).toMatchObject({ status: 500, code: 'misconfigured' });
      expect(text).not.toContain(setting);
      expect(causesIn(server)).toEqual([expect.stringContaining(`AADSTS${code}`)]);
      expect(causesIn(server)).toEqual([expect.stringContaining(setting)]);
      expect(causesIn(server).join()).not.toContain('Words of Entra’s own');
    }
  });

  test('an unknown number', async () => {
    server.sandbox.idp.script = () => refusal('invalid_client', 7999999, 'New.', {}, 401);

    expect((await server.get('/api/delegators')).body['code']).toBe('misconfigured');
    expect(causesIn(server)).toEqual([
      expect.stringMatching(/AADSTS7999999.*AAD_APP_CLIENT_ID, AAD_APP_TENANT_ID/),
    ]);
  });
});

describe('with AZURE_FEDERATED_TOKEN_FILE', () => {
  const folder = mkdtempSync(join(tmpdir(), 'workload-'));
  const file = join(folder, 'token');
  let identity: ManagedIdentity;
  let server: TestServer;
  beforeAll(async () => {
    identity = await startManagedIdentity('77777777-7777-4777-8777-777777777777');
    writeFileSync(file, `${await identity.issue()}\n`);
    server = await startServer({
      sandbox: { managedIdentity: identity },
      env: {
        SECRET_AAD_APP_CLIENT_SECRET: '',
        AAD_APP_MANAGED_IDENTITY_CLIENT_ID: '77777777-7777-4777-8777-777777777777',
        AZURE_FEDERATED_TOKEN_FILE: file,
      },
    });
  });
  afterAll(async () => {
    await Promise.all([server.close(), identity.close()]);
    rmSync(folder, { recursive: true });
  });

  test('reads the assertion from the file for each exchange', async () => {
    const seen: (string | null)[] = [];
    server.sandbox.idp.script = (form) => {
      seen.push(form.get('client_assertion'));
      return undefined;
    };
    const assertions = [await identity.issue(), await identity.issue()];
    for (const assertion of assertions) {
      writeFileSync(file, `${assertion}\n`);
      expect((await server.get('/api/delegators')).status).toBe(200);
    }

    expect(seen).toEqual(assertions);
  });

  test.each([
    [
      'cannot be read (ENOENT)',
      () => {
        rmSync(file);
      },
    ],
    [
      'is empty (empty)',
      () => {
        writeFileSync(file, '\n');
      },
    ],
  ])('answers misconfigured and logs the setting if the file %s', async (what, change) => {
    server.log.length = 0;
    change();

    expect((await server.get('/api/delegators')).body).toMatchObject({ status: 500, code: 'misconfigured' });
    expect(causesIn(server)).toEqual([expect.stringContaining(`AZURE_FEDERATED_TOKEN_FILE ${what}`)]);
    expect(JSON.stringify(server.log)).not.toContain(folder);
  });
});

test('answers misconfigured and logs the setting if the managed identity is not assigned', async () => {
  const managedIdentity: ManagedIdentity = await startManagedIdentity('77777777-7777-4777-8777-777777777777');
  Object.assign(process.env, managedIdentity.env);
  const server = await startServer({
    sandbox: { managedIdentity },
    env: {
      SECRET_AAD_APP_CLIENT_SECRET: '',
      AAD_APP_MANAGED_IDENTITY_CLIENT_ID: '66666666-6666-4666-8666-666666666666',
    },
  });
  const { body } = await server.get('/api/delegators');
  for (const name of Object.keys(managedIdentity.env)) Reflect.deleteProperty(process.env, name);
  await Promise.all([server.close(), managedIdentity.close()]);

  expect(body).toMatchObject({ status: 500, code: 'misconfigured' });
  expect(causesIn(server)).toEqual([
    expect.stringMatching(/returned 400.*Check AAD_APP_MANAGED_IDENTITY_CLIENT_ID/),
  ]);
  expect(server.sandbox.idp.tokenRequests).toEqual([]);
});
