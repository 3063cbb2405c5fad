import { execFile } from 'node:child_process';
import { people } from '../../../src/sandbox/tenant.js';
import type { CheckResult } from '../../../src/tools/doctor/CheckResult.js';
import { makeCertificate } from '../../support/certificate.js';
import { notificationsEnv } from '../../support/notifications.js';
import { freePort } from '../../support/startServer.js';
import { failures, root, startPatient, teamsAppId, type Change, type Patient } from './patient.js';

/** Runs all checks against a running server in the sandbox. The other files test each check. */
let at: Patient;
beforeAll(async () => {
  at = await startPatient({ SUPPORT_CONTACT: 'https://help.contoso.com/delegates?a=1&b=2' });
});
afterEach(() => {
  at.heal();
});
afterAll(() => at.close());

const inTeams = { TAB_ENDPOINT: 'https://tab.contoso.example', TAB_DOMAIN: 'tab.contoso.example' };
const withCertificate = (path: string) => ({
  SECRET_AAD_APP_CLIENT_SECRET: undefined,
  AAD_APP_CERTIFICATE_PATH: path,
});
const nowhere = async () => `127.0.0.1:${await freePort()}`;

test('finds no fault in a working setup, and says what it cannot check', async () => {
  const results = await at.results();

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
    'Notifications skipped',
    'Graph calls skipped',
  ]);
  expect(results.get('Privacy and terms')?.message).toContain('with a contact');
  expect(results.get('Graph calls')?.message).toContain('--token');
  expect(results.get('Consent')?.message).toMatch(
    /^Not checked: consent to CallDelegation\.Read, User\.Read, User\.ReadBasic\.All, Presence\.Read\.All\./,
  );
});

test('accepts a certificate that Entra knows, and the project’s manifests', async () => {
  const results = await at.results(withCertificate(at.certificate.path));
  const manifests = await at.results(inTeams);

  expect([results.get('Certificate')?.outcome, results.get('Credential')?.outcome]).toEqual(['ok', 'ok']);
  for (const check of ['Teams app manifest', 'Entra app manifest'])
    expect([check, manifests.get(check)?.outcome]).toEqual([check, 'ok']);
});

test('names an invalid variable and sends no request', async () => {
  const results = await at.results({ AAD_APP_CLIENT_ID: undefined });

  expect([...results.keys()]).toEqual(['Variables']);
  expect(results.get('Variables')).toMatchObject({
    outcome: 'failed',
    message: expect.stringMatching(/^AAD_APP_CLIENT_ID: is not set/) as unknown,
    fix: expect.stringContaining('--env') as unknown,
  });
});

test('does not try the credential at an authority that is down', async () => {
  at.server.sandbox.idp.isDown = true;
  const results = await at.results();

  expect(failures(results)).toContain('Authority');
  expect(results.get('Credential')).toMatchObject({ outcome: 'skipped' });
});

test.each<[fault: string, check: string, message: RegExp, fix: RegExp, change: () => unknown]>([
  ['the toolkit has encrypted the secret', 'Variables', /encrypted .* plain value/, /--env/, () => ({ SECRET_AAD_APP_CLIENT_SECRET: 'crypto_0123' })], // prettier-ignore
  ['the clock is wrong', 'Clock', /differs from the authority’s by \d+ s/, /NTP/, () => void (at.server.sandbox.idp.clockAhead = 900)], // prettier-ignore
  ['the tenant does not exist', 'Authority', /tenant does not exist/, /AAD_APP_TENANT_ID/, () => ({ AAD_APP_TENANT_ID: teamsAppId })], // prettier-ignore
  ['the app is another one', 'Credential', /AADSTS700016/, /AAD_APP_CLIENT_ID/, () => ({ AAD_APP_CLIENT_ID: teamsAppId })], // prettier-ignore
  [
    'the secret is wrong',
    'Credential',
    /client secret is wrong\. \(AADSTS7000215\)/,
    /value, not its id/,
    () => ({ SECRET_AAD_APP_CLIENT_SECRET: 'hidden' }),
  ],
  [
    'Entra does not know the certificate',
    'Credential',
    /AADSTS700027/,
    /Upload the public part/,
    () => withCertificate(makeCertificate(at.folder, 'stranger', 365).path),
  ],
  ['the App ID URI is not registered', 'App ID URI', /\(AADSTS500011\)/, /Expose an API/, () => inTeams],
  [
    'nothing listens at the tab’s address',
    'Tab',
    /cannot be reached \(ECONNREFUSED\)/,
    /TAB_ENDPOINT/,
    async () => ({ TAB_ENDPOINT: `http://${await nowhere()}` }),
  ],
  [
    'the server has another retention period',
    'Privacy and terms',
    /are deleted after 30 days/,
    /Restart the server/,
    () => ({ CONFIRMATION_RETENTION_DAYS: '30' }),
  ],
  [
    'the server has no notifications',
    'Privacy and terms',
    /does not mention notifications, but they are on/,
    /Restart the server/,
    () => notificationsEnv,
  ],
  [
    'the server has another contact',
    'Privacy and terms',
    /^\/privacy and \/terms lack the contact/,
    /Restart the server/,
    () => ({ SUPPORT_CONTACT: 'help@contoso.com' }),
  ],
  [
    'something else answers at Graph’s address',
    'Microsoft Graph',
    /returned 404, so it is not Microsoft Graph/,
    /GRAPH_ENDPOINT/,
    () => ({ GRAPH_ENDPOINT: at.server.sandbox.idp.origin }),
  ],
  [
    'Redis does not answer',
    'Redis',
    /Cannot be reached/,
    /REDIS_URL/,
    async () => ({
      REDIS_URL: `redis://:hidden@${await nowhere()}`,
      TOKEN_CACHE_KEY: Buffer.alloc(32).toString('base64'),
    }),
  ],
  [
    'PostgreSQL does not answer',
    'Database',
    /Cannot be reached/,
    /DATABASE_URL/,
    async () => ({ DATABASE_URL: `postgresql://me:hidden@${await nowhere()}/x` }),
  ],
])('names the fault and its fix if %s, without a secret', async (_, check, message, fix, change) => {
  const results = await at.results((await change()) as Change | undefined);

  expect(failures(results)).toContain(check);
  expect(results.get(check)?.message).toMatch(message);
  expect(results.get(check)?.fix).toMatch(fix);
  const everything = JSON.stringify([...results.values()]);
  expect(everything).not.toContain(at.server.sandbox.env['SECRET_AAD_APP_CLIENT_SECRET']);
  expect(everything).not.toContain('hidden');
});

/** A token like Graph Explorer’s. */
async function graphToken(): Promise<string> {
  const { idp, env } = at.server.sandbox;
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
      assertion: await at.server.sandbox.ssoToken({}, { objectId: people[1]?.id ?? '' }),
      scope: `${env['GRAPH_ENDPOINT'] ?? ''}/.default`,
    }),
  });
  return ((await exchange.json()) as { access_token: string }).access_token;
}

test('calls each operation once with a Graph token', async () => {
  const found = await at.results({}, { graphToken: await graphToken() });

  const checks = ['List delegates', 'Get delegates', 'List delegators', 'Own profile', 'Profiles ($batch)'];
  for (const check of [...checks, 'Presence', 'Photo'])
    expect([check, found.get(check)?.outcome]).toEqual([check, 'ok']);
  expect((await at.results({}, { graphToken: 'not-a-token' })).get('List delegates')?.fix).toContain(
    'Pass a new one',
  );
});

describe('the doctor as a command', () => {
  const run = (variables: Change, ...args: readonly string[]) =>
    new Promise<{ code: number; out: string }>((resolve) => {
      const env: Record<string, string> = { PATH: process.env['PATH'] ?? '' };
      for (const [name, value] of Object.entries(variables)) if (value !== undefined) env[name] = value;
      execFile(process.execPath, ['dist/tools/doctor.js', ...args], { env, cwd: root }, (error, out) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out });
      });
    });

  test('ticks every working part and exits with 0', async () => {
    const { code, out } = await run(at.toVariables());

    expect(code).toBe(0);
    expect(out).toContain('✓ Credential: Entra accepts it.');
    expect(out).toContain('No problems found.');
  });

  test('exits with the number of failures, and prints JSON with --json', async () => {
    const { code, out } = await run(
      at.toVariables({ SECRET_AAD_APP_CLIENT_SECRET: 'wrong', GRAPH_ENDPOINT: at.server.sandbox.idp.origin }),
      '--json',
    );
    const { failed, results } = JSON.parse(out) as { failed: number; results: CheckResult[] };

    expect([failed, code]).toEqual([2, 2]);
    expect(results.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check)).toEqual([
      'Credential',
      'Microsoft Graph',
    ]);
  });
});
