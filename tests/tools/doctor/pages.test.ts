import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { notificationsEnv } from '../../support/notifications.js';
import { startPatient, type Change, type Patient } from './patient.js';

let at: Patient;
beforeAll(async () => {
  at = await startPatient({ SUPPORT_CONTACT: 'https://help.contoso.com/delegates?a=1&b=2' });
});
afterAll(() => at.close());

const find = async (change: Change = {}) => (await at.findings(change)).get('Privacy and terms');

test('reads privacy and terms without sign-in, with the contact', async () => {
  expect(await find()).toMatchObject({ outcome: 'ok', seen: expect.stringContaining('contact') as unknown });
});

test.each<[what: string, change: Change, seen: RegExp]>([
  ['the retention period', { CONFIRMATION_RETENTION_DAYS: '30' }, /are deleted after 30 days/],
  ['notifications', notificationsEnv, /does not tell of notifications, which are on/],
  ['the contact', { SUPPORT_CONTACT: 'help@contoso.com' }, /^\/privacy and \/terms lack the contact/],
])('fails if the server runs with another configuration: %s', async (_, change, seen) => {
  const found = await find(change);

  expect(found).toMatchObject({ outcome: 'failed', seen: expect.stringMatching(seen) as unknown });
  expect(found?.mend).toContain('Start the server again');
});

test.each([
  ['asks to sign in', 302, { location: 'https://login.contoso.com/' }, ''],
  ['answers with something else', 200, { 'content-type': 'application/json' }, '{}'],
  ['answers without the pages', 404, { 'content-type': 'text/html' }, '<h1>Not here</h1>'],
])('fails if a proxy %s', async (_, status, headers, body) => {
  const proxy = createHttpServer((__, response) => {
    response.writeHead(status, headers).end(body);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as { port: number };
  const found = await find({ TAB_ENDPOINT: `http://127.0.0.1:${port}` });
  await new Promise((resolve) => proxy.close(resolve));

  expect(found?.seen).toMatch(new RegExp(`/privacy\\?lang=en answered ${status} and no page`));
  expect(found?.mend).toContain('without signing in');
});

describe('without a contact', () => {
  let alone: Patient;
  beforeAll(async () => {
    alone = await startPatient();
  });
  afterAll(() => alone.close());
  const findAlone = async (change: Change) => (await alone.findings(change)).get('Privacy and terms');

  test('passes without a publisher', async () => {
    expect(await findAlone({})).toMatchObject({ outcome: 'ok' });
  });

  test('notes that the store requires a contact for a publisher', async () => {
    const { outcome, mend } = (await findAlone({ PUBLISHER_NAME: 'Alder Finch' })) ?? {};

    expect(outcome).toBe('note');
    expect(mend).toMatch(/SUPPORT_CONTACT.*--publish/);
  });
});

test('fails if a page mentions notifications that are off', async () => {
  const on = await startPatient(notificationsEnv);
  const found = (await on.findings({ NOTIFICATIONS: 'off' })).get('Privacy and terms');
  await on.close();

  expect(found?.seen).toMatch(/tells of notifications, which are off/);
});
