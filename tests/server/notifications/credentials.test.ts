import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startManagedIdentity } from '../../../src/sandbox/managedIdentity.js';
import { makeCertificate } from '../../support/certificate.js';
import { startServer, until, type TestServer } from '../../support/startServer.js';
import { feedOf, give, notificationsEnv, open, subscribe } from '../../support/notifications.js';

/** The server's own credentials other than the secret, which the other suites use. */

const identityId = '77777777-7777-4777-8777-777777777777';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function isQueued(server: TestServer): Promise<void> {
  await subscribe(server, 'amina');
  give(server, 'diego', 'amina', 'makeCalls');
  await open(server, 'diego', 'delegates');
  await until(() => feedOf(server, 'amina').length > 0);
  await server.close();
}

test('sends notifications with a certificate', async () => {
  const { certificate, path } = makeCertificate(folder, 'app', 30);
  const env = { SECRET_AAD_APP_CLIENT_SECRET: '', AAD_APP_CERTIFICATE_PATH: path, DATA_DIR: folder };
  await isQueued(await startServer({ sandbox: { certificate }, env: { ...env, ...notificationsEnv } }));
});

test('sends notifications with a managed identity', async () => {
  const managedIdentity = await startManagedIdentity(identityId);
  Object.assign(process.env, managedIdentity.env);
  const env = {
    SECRET_AAD_APP_CLIENT_SECRET: '',
    AAD_APP_MANAGED_IDENTITY_CLIENT_ID: identityId,
    DATA_DIR: folder,
  };
  await isQueued(await startServer({ sandbox: { managedIdentity }, env: { ...env, ...notificationsEnv } }));
  for (const name of Object.keys(managedIdentity.env)) Reflect.deleteProperty(process.env, name);
  await managedIdentity.close();
});
