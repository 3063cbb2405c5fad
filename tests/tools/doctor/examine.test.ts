import { startSandbox, type Sandbox } from '../../../src/sandbox/startSandbox.js';
import { examine } from '../../../src/tools/doctor/examine.js';
import type { CheckResult } from '../../../src/tools/doctor/CheckResult.js';
import { newFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { freePort } from '../../support/startServer.js';
import { notSignedIn, root, type Change } from './patient.js';
import { aResult } from './site.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ tabEndpoint: `http://localhost:${await freePort()}` });
});
afterAll(async () => {
  await sandbox.close();
  removeFolders();
});

/** The results of a setup whose server is not running. */
async function read(change: Change, graphToken?: string): Promise<readonly CheckResult[]> {
  const variables = { ...sandbox.env, DATA_DIR: newFolder(), ...change };
  const results: CheckResult[] = [];
  const options = { variables, root, environment: 'dev', graphToken, nowMs: Date.now };
  for await (const result of examine({ ...options, azureCliToken: notSignedIn })) results.push(result);
  return results;
}
const find = async (check: string, change: Change, graphToken?: string) =>
  (await read(change, graphToken)).filter((result) => result.check === check);

test('names each invalid variable and sends no request', async () => {
  expect(await read({ AAD_APP_CLIENT_ID: undefined, TAB_ENDPOINT: 'tab' })).toEqual([
    aResult('Variables', 'failed', expect.stringMatching(/^TAB_ENDPOINT: /) as string, /environment.*--env/),
    aResult(
      'Variables',
      'failed',
      expect.stringMatching(/^AAD_APP_CLIENT_ID: is not set/) as string,
      /--env/,
    ),
  ]);
});

test('reports valid variables', async () => {
  expect(await find('Variables', {})).toEqual([
    aResult('Variables', 'ok', 'All required variables are set.'),
  ]);
});

test('does not try the credential at an unreachable authority', async () => {
  const unreachable = { AAD_APP_OAUTH_AUTHORITY_HOST: `http://127.0.0.1:${await freePort()}` };

  expect(await find('Credential', unreachable)).toEqual([
    aResult('Credential', 'skipped', 'The authority must be reachable first.'),
  ]);
});

test('calls Graph only with a token for it', async () => {
  expect(await find('Graph calls', {})).toEqual([
    aResult('Graph calls', 'skipped', expect.stringContaining('--token') as string),
  ]);
  expect(await find('Graph calls', {}, 'a.b.c')).toEqual([]);
  expect(await find('List delegates', {}, 'a.b.c')).toMatchObject([{ outcome: 'failed' }]);
});

test('reports what it cannot check', async () => {
  const { TAB_ENDPOINT: tab = '', AAD_APP_TENANT_ID: tenant = '' } = sandbox.env;
  expect(await find('Registration in Entra', {})).toEqual([
    aResult(
      'Registration in Entra',
      'skipped',
      `Not checked, because the Azure CLI has no token: the redirect URIs ${tab}/auth/end and brk-multihub://${new URL(tab).host}, ` +
        'the 10 client applications of aad.manifest.json and coopEnforcement. ' +
        `Sign in with az login --allow-no-subscriptions --tenant ${tenant} and run this again.`,
    ),
  ]);
  expect(await find('Consent', {})).toEqual([
    aResult(
      'Consent',
      'skipped',
      'Not checked: consent to CallDelegation.Read, User.Read, User.ReadBasic.All, Presence.Read.All. ' +
        'docs/administrator.md has the link, and the tab shows it to anyone without consent.',
    ),
  ]);
});
