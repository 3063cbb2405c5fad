import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { notificationsEnv } from '../../support/notifications.js';
import { startPatient, type Change, type Patient } from './patient.js';

let at: Patient;
beforeAll(async () => {
  at = await startPatient({ SUPPORT_CONTACT: 'https://help.contoso.com/delegates?a=1&b=2' });
});
afterAll(() => at.close());

const find = async (change: Change = {}) => (await at.results(change)).get('Privacy and terms');

test('reads privacy and terms without sign-in, with the contact', async () => {
  expect(await find()).toMatchObject({
    outcome: 'ok',
    message: expect.stringContaining('contact') as unknown,
  });
});

test.each<[what: string, change: Change, message: RegExp]>([
  ['the retention period', { CONFIRMATION_RETENTION_DAYS: '30' }, /are deleted after 30 days/],
  ['notifications', notificationsEnv, /does not mention notifications, but they are on/],
  ['the contact', { SUPPORT_CONTACT: 'help@contoso.com' }, /^\/privacy and \/terms lack the contact/],
])('fails if the server runs with another configuration: %s', async (_, change, message) => {
  const result = await find(change);

  expect(result).toMatchObject({ outcome: 'failed', message: expect.stringMatching(message) as unknown });
  expect(result?.fix).toContain('Restart the server');
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
  const result = await find({ TAB_ENDPOINT: `http://127.0.0.1:${port}` });
  await new Promise((resolve) => proxy.close(resolve));

  expect(result?.message).toMatch(new RegExp(`/privacy\\?lang=en returned ${status} without a page`));
  expect(result?.fix).toContain('without sign-in');
});

describe('without a contact', () => {
  let alone: Patient;
  beforeAll(async () => {
    alone = await startPatient();
  });
  afterAll(() => alone.close());
  const findAlone = async (change: Change) => (await alone.results(change)).get('Privacy and terms');

  test('passes without a publisher', async () => {
    expect(await findAlone({})).toMatchObject({ outcome: 'ok' });
  });

  test('notes that the store requires a contact for a publisher', async () => {
    const { outcome, fix } = (await findAlone({ PUBLISHER_NAME: 'Alder Finch' })) ?? {};

    expect(outcome).toBe('note');
    expect(fix).toMatch(/SUPPORT_CONTACT.*--publish/);
  });
});

test('fails if a page mentions notifications that are off', async () => {
  const on = await startPatient(notificationsEnv);
  const result = (await on.results({ NOTIFICATIONS: 'off' })).get('Privacy and terms');
  await on.close();

  expect(result?.message).toMatch(/mentions notifications, but they are off/);
});
