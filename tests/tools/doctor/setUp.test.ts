import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requiredScopes } from '../../../src/contract/graphScopes.js';
import { people } from '../../../src/sandbox/tenant.js';
import { signGraphToken } from '../../../src/sandbox/tokens.js';
import { buildPackage } from '../../../src/tools/appPackage/buildPackage.js';
import type { CheckResult } from '../../../src/tools/doctor/CheckResult.js';
import { examine, type Examination } from '../../../src/tools/doctor/examine.js';
import { makeCertificate } from '../../support/certificate.js';
import { newFolder } from '../../support/newFolder.js';
import { notificationsEnv } from '../../support/as.js';
import { root } from '../../support/repository.js';
import { runBuilt } from '../../support/runBuilt.js';
import { freePort, useServer } from '../../support/startServer.js';
import { aResult, collect, failureOf, notSignedIn } from './site.js';

/** Runs all checks on a running server with notifications in the sandbox. The other files test each check. */
type Change = Readonly<Record<string, string | undefined>>;

const folder = newFolder();
const role = 'CallDelegation.Read.All';
const settings = {
  ...notificationsEnv,
  WATCH_INTERVAL_MINUTES: '15',
  SUPPORT_CONTACT: 'https://help.contoso.com/delegates?a=1&b=2',
  DATA_DIR: folder,
};
const { path, certificate } = makeCertificate('good', 365);
const server = useServer(async () => {
  const port = await freePort();
  return { port, env: settings, sandbox: { tabEndpoint: `http://localhost:${port}`, certificate } };
});
let working: Change;
beforeEach(() => {
  const { idp, state, env } = server.sandbox;
  idp.isDown = false;
  state.appRoles = new Set([role]);
  working = { ...env, TAB_DOMAIN: new URL(env['TAB_ENDPOINT'] ?? '').host, ...settings };
});

async function examined(change: Change = {}, how: Partial<Examination> = {}) {
  const results = examine({
    variables: { ...working, ...change },
    root,
    environment: 'dev',
    graphToken: undefined,
    azureCliToken: notSignedIn,
    ...how,
  });
  return new Map((await collect(results)).map((result) => [result.check, result]));
}
const inTeams = { TAB_ENDPOINT: 'https://tab.contoso.example', TAB_DOMAIN: 'tab.contoso.example' };
const withCertificate = (path: string) => ({
  SECRET_AAD_APP_CLIENT_SECRET: undefined,
  AAD_APP_CERTIFICATE_PATH: path,
});
const nowhere = async () => `127.0.0.1:${await freePort()}`;

test('finds no fault in a working setup, and says what it cannot check', async () => {
  const results = await examined();

  expect([...results.values()].map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
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
    'Privacy and terms ok',
    'Microsoft Graph ok',
    'Redis skipped',
    'Database ok',
    'Notifications ok',
    'Activity types ok',
    'Token for notifications ok',
    'Background reading ok',
    'Delivery skipped',
    'Graph calls skipped',
  ]);
  expect(results.get('Privacy and terms')?.message).toContain('with a contact');
  expect(results.get('Graph calls')?.message).toContain('--token');
  expect(results.get('Delivery')?.message).toMatch(/^Not checked: whether Teams shows a notification/);
  expect(results.get('Consent')?.message).toMatch(
    /^Not checked: consent to CallDelegation\.Read, User\.Read, User\.ReadBasic\.All, Presence\.Read\.All\./,
  );
});

test('accepts a certificate that Entra knows, and the project’s manifests', async () => {
  const results = await examined(withCertificate(path));
  const manifests = await examined(inTeams);

  expect([results.get('Certificate')?.outcome, results.get('Credential')?.outcome]).toEqual(['ok', 'ok']);
  for (const check of ['Teams app manifest', 'Entra app manifest'])
    expect([check, manifests.get(check)?.outcome]).toEqual([check, 'ok']);
});

test('names an invalid variable and sends no request', async () => {
  const results = await examined({ AAD_APP_CLIENT_ID: undefined });

  expect([...results.keys()]).toEqual(['Variables']);
  expect(results.get('Variables')).toEqual(failureOf('Variables')(/^AAD_APP_CLIENT_ID: is not set/, /--env/));
});

test('does not try the credential at an authority that is down', async () => {
  server.sandbox.idp.isDown = true;
  const results = await examined();

  expect(results.get('Authority')).toMatchObject({ outcome: 'failed' });
  for (const check of ['Credential', 'Token for notifications', 'Background reading'])
    expect(results.get(check)).toMatchObject({ outcome: 'skipped' });
});

const refuseWatching = (status: number) => () => {
  server.sandbox.graph.script = ({ path }) =>
    path.startsWith('/beta/users/') ? { status, body: { error: { code: 'Forbidden' } } } : undefined;
};
const redisAt = (host: string) => ({
  REDIS_URL: `redis://:hidden@${host}`,
  TOKEN_CACHE_KEY: Buffer.alloc(32).toString('base64'),
});
test.each<[fault: string, check: string, message: RegExp, fix: RegExp, change: () => unknown]>([
  ['the toolkit has encrypted the secret', 'Variables', /encrypted .* plain value/, /--env/, () => ({ SECRET_AAD_APP_CLIENT_SECRET: 'crypto_0123' })], // prettier-ignore
  ['the secret is wrong', 'Credential', /is wrong\. \(AADSTS7000215\)/, /value, not its id/, () => ({ SECRET_AAD_APP_CLIENT_SECRET: 'hidden' })], // prettier-ignore
  ['the secret is wrong', 'Token for notifications', /AADSTS7000215/, /./, () => ({ SECRET_AAD_APP_CLIENT_SECRET: 'hidden' })], // prettier-ignore
  ['Entra does not know the certificate', 'Credential', /AADSTS700027/, /Upload the public part/, () => withCertificate(makeCertificate('stranger', 365).path)], // prettier-ignore
  ['the server has another contact', 'Privacy and terms', /lack the contact/, /Restart the server/, () => ({ SUPPORT_CONTACT: 'help@contoso.com' })], // prettier-ignore
  ['Redis does not answer', 'Redis', /^Cannot be reached \(ECONNREFUSED\)\.$/, /^Start Redis, .*REDIS_URL/, async () => redisAt(await nowhere())], // prettier-ignore
  ['PostgreSQL does not answer', 'Database', /^Cannot be reached \(ECONNREFUSED\)\.$/, /^Start PostgreSQL, .*DATABASE_URL/, async () => ({ DATABASE_URL: `postgresql://me:hidden@${await nowhere()}/x` })], // prettier-ignore
  [
    'the permission for background reading is missing',
    'Background reading',
    /returned 403\. The app does not have the application permission CallDelegation\.Read\.All/,
    /Grant it .*WATCH_INTERVAL_MINUTES=0/,
    () => void (server.sandbox.state.appRoles = new Set()),
  ],
  [
    'Graph refuses the granted permission',
    'Background reading',
    /although CallDelegation\.Read\.All is granted\. .*permission data .*documentation/,
    /^Set WATCH_INTERVAL_MINUTES=0\. The server still detects a change/,
    refuseWatching(403),
  ],
  ['Graph is down', 'Background reading', /returned 503/, /^Try again/, refuseWatching(503)],
])('names the fault and its fix if %s: %s', async (_, check, message, fix, change) => {
  const results = await examined((await change()) as Change | undefined);

  expect(results.get(check)).toEqual(failureOf(check)(message, fix));
  const everything = JSON.stringify([...results.values()]);
  expect(everything).not.toContain(server.sandbox.env['SECRET_AAD_APP_CLIENT_SECRET']);
  expect(everything).not.toContain('hidden');
});

test('sends no request for background reading if it is off', async () => {
  const results = await examined({ WATCH_INTERVAL_MINUTES: '0' });

  expect(results.get('Background reading')).toMatchObject({ outcome: 'skipped' });
  expect(server.sandbox.graph.requests.map(({ path }) => path)).toEqual(['/v1.0/me']);
});

test('notes that hashes without a secret key can be guessed', async () => {
  const results = await examined({
    SECRET_AAD_APP_CLIENT_SECRET: undefined,
    AAD_APP_MANAGED_IDENTITY_CLIENT_ID: '77777777-7777-4777-8777-777777777777',
  });

  expect(results.get('Notifications')).toEqual(
    aResult('Notifications', 'note', /without a secret key/, /TOKEN_CACHE_KEY/),
  );
});

describe('in a changed project', () => {
  let copy: string;
  beforeEach(() => {
    copy = newFolder();
    const isOfProject = (path: string) => path !== join(root, 'appPackage/build');
    cpSync(join(root, 'appPackage'), join(copy, 'appPackage'), { recursive: true, filter: isOfProject });
    cpSync(join(root, 'aad.manifest.json'), join(copy, 'aad.manifest.json'));
  });

  test.each([
    ['a type in another spelling', '"delegationChanged"', '"DelegationChanged"'],
    ['a parameter that is not sent', '{actor}: time', '{actor}: {count} to'],
  ])('requires the activity types that the server sends: %s', async (_, from, to) => {
    const file = join(copy, 'appPackage/notifications.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));

    expect((await examined({}, { root: copy })).get('Activity types')).toEqual(
      failureOf('Activity types')(
        /the server sends confirmationDue\(\), delegationChanged\(\)\.$/,
        /^Correct/,
      ),
    );
  });

  test.each([
    [true, 'ok'],
    [false, 'failed'],
  ])('requires the built package to have notifications: %s is %s', async (hasNotifications, outcome) => {
    const variables = { ...working, ...inTeams };
    const zip = buildPackage({ root, variables, variablesFile: 'env', hasNotifications, isForStore: false });
    mkdirSync(join(copy, 'appPackage/build'));
    writeFileSync(join(copy, 'appPackage/build/appPackage.dev.zip'), zip);
    const results = await examined({}, { root: copy });

    expect(results.get('Package with notifications')).toMatchObject({ outcome });
  });
});

test('calls each operation once with a Graph token', async () => {
  const { signingKey, graph } = server.sandbox;
  const graphToken = await signGraphToken(signingKey, graph.origin, people[1]?.id ?? '', requiredScopes);
  const results = await examined({}, { graphToken });

  const checks = ['List delegates', 'Get delegates', 'List delegators', 'Own profile', 'Profiles ($batch)'];
  for (const check of [...checks, 'Presence', 'Photo'])
    expect([check, results.get(check)?.outcome]).toEqual([check, 'ok']);
});

describe('the doctor as a command', () => {
  test('ticks every working part and exits with 0', async () => {
    const { code, out } = await runBuilt('tools/doctor', [], working);

    expect(code).toBe(0);
    expect(out).toContain('✓ Credential: Entra accepts it.');
    expect(out).toContain('No problems found.');
  });

  test('exits with the number of failures, and prints JSON with --json', async () => {
    const { code, out } = await runBuilt('tools/doctor', ['--json'], {
      ...working,
      GRAPH_ENDPOINT: server.sandbox.idp.origin,
    });
    const { failed, results } = JSON.parse(out) as { failed: number; results: CheckResult[] };
    const failures = results.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);

    expect(failures).toEqual([
      'Credential',
      'Microsoft Graph',
      'Token for notifications',
      'Background reading',
    ]);
    expect([failed, code]).toEqual([4, 4]);
  });
});
