import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from '../../../src/tools/appPackage/buildPackage.js';
import { notificationsEnv } from '../../support/notifications.js';
import { failures, root, startPatient, type Change, type Patient } from './patient.js';

const watching = { WATCH_INTERVAL_MINUTES: '15' };
const role = 'CallDelegation.Read.All';

let at: Patient;
let copy: string;
beforeAll(async () => {
  at = await startPatient({ ...notificationsEnv, ...watching });
});
beforeEach(() => {
  copy = join(at.folder, `copy-${expect.getState().currentTestName?.replace(/\W/g, '') ?? ''}`);
  cpSync(join(root, 'appPackage'), join(copy, 'appPackage'), {
    recursive: true,
    filter: (path) => path !== join(root, 'appPackage', 'build'),
  });
  cpSync(join(root, 'aad.manifest.json'), join(copy, 'aad.manifest.json'));
});
afterEach(() => {
  at.heal();
});
afterAll(() => at.close());

const read = (change: Change = {}) => at.results(change, { root: copy });

test('finds no fault in a working setup, and reports what it cannot check', async () => {
  at.server.sandbox.state.appRoles = new Set([role]);
  const results = await read();

  expect(failures(results)).toEqual([]);
  for (const check of ['Notifications', 'Activity types', 'Token for notifications', 'Background reading'])
    expect([check, results.get(check)?.outcome]).toEqual([check, 'ok']);
  expect(results.get('Delivery')?.message).toMatch(/^Not checked: whether Teams shows a notification/);
  expect([...results.keys()]).not.toContain('Package with notifications');
});

test('sends no request for background reading if it is off', async () => {
  at.server.sandbox.graph.requests.length = 0;
  const results = await read({ WATCH_INTERVAL_MINUTES: '0' });

  expect(results.get('Background reading')).toMatchObject({ outcome: 'skipped' });
  expect(at.server.sandbox.graph.requests.map(({ path }) => path)).toEqual(['/v1.0/me']);
});

test('fails if the permission is not granted', async () => {
  const { outcome, message, fix } = (await read()).get('Background reading') ?? {};

  expect(outcome).toBe('failed');
  expect(message).toMatch(
    /returned 403\. The app does not have the application permission CallDelegation\.Read\.All/,
  );
  expect(fix).toMatch(/Grant it .*WATCH_INTERVAL_MINUTES=0/);
});

test('reports a contradiction if Graph refuses a granted permission', async () => {
  at.server.sandbox.state.appRoles = new Set([role]);
  at.server.sandbox.graph.script = ({ path }) =>
    path.startsWith('/beta/users/') ? { status: 403, body: { error: { code: 'Forbidden' } } } : undefined;
  const { outcome, message, fix } = (await read()).get('Background reading') ?? {};

  expect(outcome).toBe('failed');
  expect(message).toMatch(
    /although CallDelegation\.Read\.All is granted\. .*permission data .*documentation/,
  );
  expect(fix).toMatch(/^Set WATCH_INTERVAL_MINUTES=0\. The server still detects a change/);
});

test('distinguishes an outage of Graph from a refusal', async () => {
  at.server.sandbox.graph.script = ({ path }) =>
    path.startsWith('/beta/users/') ? { status: 503, body: {} } : undefined;

  expect((await read()).get('Background reading')?.fix).toMatch(/^Try again/);
});

test('reports why Entra issues no token', async () => {
  const results = await read({ SECRET_AAD_APP_CLIENT_SECRET: 'wrong' });

  for (const check of ['Token for notifications', 'Background reading'])
    expect(results.get(check)?.message).toMatch(/client secret is wrong/);
});

test.each([
  ['a type in another spelling', '"delegationChanged"', '"DelegationChanged"'],
  ['a parameter that is not sent', '{actor}: time', '{actor}: {count} to'],
])('requires the activity types that the server sends: %s', async (_, from, to) => {
  const file = join(copy, 'appPackage/notifications.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  const { outcome, message } = (await read()).get('Activity types') ?? {};

  expect(outcome).toBe('failed');
  expect(message).toMatch(/the server sends confirmationDue\(\), delegationChanged\(\)\.$/);
});

test.each([
  [true, 'ok'],
  [false, 'failed'],
])('requires the built package to have notifications: %s is %s', async (hasNotifications, outcome) => {
  const variables = {
    ...at.toVariables(),
    TAB_ENDPOINT: 'https://tab.contoso.example',
    TAB_DOMAIN: 'tab.contoso.example',
  };
  mkdirSync(join(copy, 'appPackage/build'));
  writeFileSync(
    join(copy, 'appPackage/build/appPackage.dev.zip'),
    buildPackage({ root, variables, variablesFile: 'env', hasNotifications, isForStore: false }),
  );

  expect((await read()).get('Package with notifications')).toMatchObject({ outcome });
});

test('notes that hashes without a secret key can be guessed', async () => {
  const { outcome, fix } =
    (
      await read({
        SECRET_AAD_APP_CLIENT_SECRET: undefined,
        AAD_APP_MANAGED_IDENTITY_CLIENT_ID: '77777777-7777-4777-8777-777777777777',
      })
    ).get('Notifications') ?? {};

  expect(outcome).toBe('note');
  expect(fix).toContain('TOKEN_CACHE_KEY');
});
