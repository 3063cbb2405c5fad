import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import Libsql from 'libsql';
import type { Right } from '../../../src/contract/delegation.js';
import type { Sandbox } from '../../../src/sandbox/startSandbox.js';
import { as, idOf, notificationsEnv } from '../../support/as.js';
import { createLibsqlPlace } from '../../support/libsqlPlaces.js';
import { createManualClock } from '../../support/manualClock.js';
import { countRows, noRows } from '../../support/notificationStore.js';
import { toEnv, type Place } from '../../support/place.js';
import { startServerProcess } from '../../support/serverProcess.js';
import { startInstance, startServer, until, useServer, type TestServer } from '../../support/startServer.js';

/** Notifications from the tab to the Teams activity feed, over HTTP. `store.ts` tests who is notified of what. */

/** Moves only on request. */
const clock = createManualClock(Date.now() + 60_000);
let place: Place;
const server = useServer(async () => {
  place = await createLibsqlPlace();
  return { env: { ...toEnv(place), ...notificationsEnv }, clock };
});
afterEach(async () => {
  await place.clear();
  server.sandbox.state.reset();
});

const amina = as(server);
const diego = as(server, 'diego');
const notifyAmina = `POST /v1.0/users/${idOf('amina')}/teamwork/sendActivityNotification`;

/** Requests to Graph that send a notification. */
const attemptsIn = ({ sandbox }: Pick<TestServer, 'sandbox'>) =>
  sandbox.graph.requests.filter(({ path }) => path.endsWith('/sendActivityNotification'));
/** Diego grants Amina this permission, or none, and opens the tab. */
async function change(by = diego, ...held: Right[]): Promise<void> {
  by.give('amina', ...held);
  await by.get('/api/delegates');
}
const untilNotified = (user = amina, stepMs = 5_000) =>
  until(() => {
    clock.advance(stepMs);
    return user.feed().length > 0;
  });
/** Requests to Graph with the app's own token. */
const asTheAppItself = ({ sandbox }: TestServer) =>
  sandbox.graph.requests
    .filter(({ headers: { authorization = '' } }) => decodeJwt(authorization.slice(7))['idtyp'] === 'app')
    .map(({ method, path, body }) => ({ what: `${method} ${path}`, body }));

/** Makes every request that the tab makes. */
async function useAll(user = amina): Promise<void> {
  const id = idOf('diego');
  const paths = ['me', 'delegates', 'delegators', `delegators/${id}`, `people?id=${id}`, `profiles?id=${id}`];
  for (const path of paths) await user.get(`/api/${path}`);
  await user.confirm();
}

test('is off until the user subscribes, and off again after the user unsubscribes', async () => {
  const off = { available: true, on: false, problem: null };
  expect(await amina.get('/api/notifications')).toMatchObject({ status: 200, body: off });
  expect(await amina.subscribe()).toMatchObject({ status: 200, body: { ...off, on: true } });
  expect((await amina.get('/api/notifications')).body).toEqual({ ...off, on: true });
  expect((await diego.get('/api/notifications')).body).toEqual(off);
  const answer = await amina.ask('PUT', '/api/notifications', { on: false });

  expect(answer).toMatchObject({ status: 200, body: off });
  expect(await countRows(place.query)).toEqual(noRows);
});

test('a confirmation counts as a reading of the list, since its fingerprint proves that the user saw it', async () => {
  diego.give('amina', 'makeCalls');
  const fingerprint = await diego.fingerprint('delegates');
  server.sandbox.state.reset();
  await amina.subscribe();
  diego.give('amina', 'makeCalls');
  const answer = await diego.ask('PUT', `/api/confirmations/delegates/${randomUUID()}`, { fingerprint });
  await untilNotified();

  expect(answer.status).toBe(201);
  expect(amina.feed()).toHaveLength(1);
});

test('refuses a malformed request', async () => {
  for (const body of [undefined, '{', { on: 'yes' }, {}]) {
    const answer = await amina.ask('PUT', '/api/notifications', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  }
});

test('Amina subscribes, Diego changes a permission and opens his tab, and Amina is notified', async () => {
  await amina.subscribe('de-AT, en;q=0.5');
  await change(diego, 'makeCalls');
  await untilNotified();
  const [activity, ...rest] = amina.feed();

  expect(rest).toEqual([]);
  expect(activity).toMatchObject({
    type: 'delegationChanged',
    topic: 'Personen, die Sie unterstützen',
    preview: expect.stringMatching(/^Zwischen Ihnen und einer Person, die Sie unterstützen/) as string,
  });
  expect(decodeURIComponent(activity?.webUrl ?? '')).toContain(`delegators/${idOf('diego')}`);
  expect(diego.feed()).toEqual([]);
});

test('uses the app’s own token only to notify, and neither request nor log line names a person or permission', async () => {
  await useAll();
  await amina.subscribe();
  await change(diego, 'makeCalls');
  await untilNotified();
  await useAll();
  await until(() => server.log.some(({ msg }) => msg === 'notification sent'));

  expect(asTheAppItself(server).map(({ what }) => what)).toEqual([notifyAmina]);
  expect(attemptsIn(server)[0]?.body).not.toMatch(/Diego|Marenco|Amina|makeCalls|receiveCalls|call[s]? for/);
  expect(JSON.stringify(server.log)).not.toMatch(/Diego|Amina|Bearer|eyJ/);
  expect(JSON.stringify(server.log)).not.toContain(idOf('amina'));
});

test('Amina shares that Diego’s delegation is not right, and Diego is notified', async () => {
  await diego.subscribe();
  const wrong = [idOf('diego'), idOf('miriam')];
  await amina.confirm('delegators', randomUUID(), { wrong, shared: true });
  await untilNotified(diego);
  const [activity, ...rest] = diego.feed();

  expect(rest).toEqual([]);
  expect(activity?.type).toBe('delegationChanged');
  expect(decodeURIComponent(activity?.webUrl ?? '')).toContain(`delegates/${idOf('amina')}`);
  expect(attemptsIn(server)).toHaveLength(1);
  expect(attemptsIn(server)[0]?.body).not.toMatch(/right|wrong|Amina|Diego/i);
});

test('does not notify Amina of a change that she sees herself', async () => {
  const miriam = as(server, 'miriam');
  await amina.subscribe();
  diego.give('amina', 'makeCalls');
  await amina.get('/api/delegators');
  await until(async () => {
    clock.advance(5_000);
    await diego.get('/api/delegates');
    await change(miriam);
    return amina.feed().length > 0;
  });

  expect(amina.feed().map(({ webUrl }) => decodeURIComponent(webUrl))).toEqual([
    expect.stringContaining(idOf('miriam')),
  ]);
});

test('a list whose request was aborted before the answer does not count as seen', async () => {
  await amina.subscribe();
  diego.give('amina', 'makeCalls');
  let isReading = false;
  server.sandbox.graph.script = ({ path }) => {
    if (!path.endsWith('/$batch')) return undefined;
    isReading = true;
    return 'handled';
  };
  const leaving = new AbortController();
  const headers = { authorization: `Bearer ${await amina.getToken()}` };
  const gone = fetch(`${server.origin}/api/delegators`, { headers, signal: leaving.signal });
  await until(() => isReading);
  leaving.abort();
  await expect(gone).rejects.toThrow();
  await until(() => server.log.some(({ msg }) => msg === 'the client closed the connection'));
  server.sandbox.graph.script = undefined;
  await diego.get('/api/delegates');

  await untilNotified();
});

test('answers with a list while a writer blocks the store', async () => {
  await amina.subscribe();
  const [{ file } = {}] = await place.query('select file from pragma_database_list');
  const other = new Libsql(String(file), { timeout: 2_000 });
  other.prepare('begin immediate').run([]);
  await change(diego, 'makeCalls');
  expect(server.log.filter(({ msg }) => String(msg).includes('cannot be stored'))).toEqual([]);
  expect(amina.feed()).toEqual([]);
  other.prepare('rollback').run([]);
  other.close();

  await untilNotified();
});

test('a reminder arrives in the activity feed, in the user’s language', async () => {
  await amina.subscribe('fr');
  await diego.confirm('delegates');
  await diego.subscribe();
  await place.query(`update wishes set wished_at = '2020-01-01T00:00:00.000Z'`);
  const env = { ...toEnv(place), ...notificationsEnv, CONFIRMATION_REMINDER_DAYS: '30' };
  const other = await startInstance(server.sandbox, { env, clock });
  await untilNotified();

  expect(amina.feed()).toMatchObject([
    { type: 'confirmationDue', topic: 'Call Delegates', preview: expect.stringMatching(/^Vous/) as string },
  ]);
  expect(amina.feed()[0]?.webUrl).not.toContain('context');
  expect(diego.feed()).toEqual([]);
  await other.close();
});

test('reads in the background once the app has the permission, with the app’s own token', async () => {
  const env = { ...toEnv(await createLibsqlPlace()), ...notificationsEnv, WATCH_INTERVAL_MINUTES: '15' };
  const watching = await startServer({ env, clock });
  const watched = as(watching);
  const warnings = () => watching.log.filter(({ msg }) => String(msg).includes('CallDelegation.Read.All'));
  await useAll(watched);
  await watched.subscribe();
  as(watching, 'diego').give('amina', 'makeCalls');
  await until(() => {
    clock.advance(60_000);
    return warnings().length > 0;
  });
  expect(JSON.stringify(warnings())).not.toContain(idOf('amina'));
  watching.sandbox.state.appRoles = new Set(['CallDelegation.Read.All']);
  await untilNotified(watched, 60 * 60_000);

  expect(decodeURIComponent(watched.feed()[0]?.webUrl ?? '')).toContain(idOf('diego'));
  const readings = asTheAppItself(watching).filter(({ what }) => what !== notifyAmina);
  for (const { what, body } of readings) {
    const { requests } = JSON.parse(body) as { requests: readonly { method: string; url: string }[] };
    expect(what).toBe('POST /beta/$batch');
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET /users/${idOf('amina')}/communications/callSettings/delegators`,
      `GET /users/${idOf('amina')}/communications/callSettings/delegates`,
    ]);
  }
  await watching.close();
});

test('while notifications are off, nothing about them can be reached, stored or sent', async () => {
  const elsewhere = await createLibsqlPlace();
  const off = await startServer({ env: toEnv(elsewhere) });
  const user = as(off);
  expect(await user.get('/api/notifications')).toMatchObject({
    status: 200,
    body: { available: false, on: false, problem: null },
  });
  for (const on of [true, false]) {
    const answer = await user.ask('PUT', '/api/notifications', { on });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  }
  await user.confirm();

  await expect((async () => await elsewhere.query('select * from wishes'))()).rejects.toThrow(/wishes/);
  expect(off.sandbox.idp.tokenRequests).not.toContain('client_credentials');
  await off.close();
});

describe('an instance that ends with a notification in the outbox', () => {
  let elsewhere: Place;
  /** Makes Graph answer a notification with `answer`, which waits in the outbox then. */
  async function fillOutbox(
    at: Pick<TestServer, 'origin' | 'sandbox'>,
    answer: ReturnType<NonNullable<Sandbox['graph']['script']>>,
  ) {
    at.sandbox.graph.script = ({ path }) => (path.endsWith('/sendActivityNotification') ? answer : undefined);
    await as(at).subscribe();
    await change(as(at, 'diego'), 'makeCalls');
    await until(() => attemptsIn(at).length > 0);
  }
  beforeEach(async () => {
    elsewhere = await createLibsqlPlace();
  });

  test('holds the lease; once it has expired, an instance without notifications erases their data and nothing else', async () => {
    const on = await startServer({ env: { ...toEnv(elsewhere), ...notificationsEnv } });
    await as(on).confirm();
    await fillOutbox(on, { status: 503, body: {} });
    await on.close();
    expect(await countRows(elsewhere.query)).not.toContain(0);
    const leases = await elsewhere.query(`select held_until from leases where name = 'notifications'`);
    expect(leases.map((row) => new Date(row['held_until'] as string).getTime() > Date.now())).toEqual([true]);
    await elsewhere.query(`update leases set held_until = '2020-01-01T00:00:00.000Z'`);
    const off = await startServer({ env: toEnv(elsewhere) });
    off.start();

    await until(async () => String(await countRows(elsewhere.query)) === String(noRows)).finally(off.close);
    expect(await elsewhere.query('select 1 from confirmations')).toHaveLength(1);
  });

  test('because it is killed while sending: another one sends the same notification', async () => {
    const env = { ...toEnv(elsewhere), ...notificationsEnv };
    const first = await startServerProcess(env);
    await fillOutbox(first, 'handled');
    await first.kill();
    // Simulates that a minute has passed.
    await elsewhere.query(`update wishes set due_at = '2020-01-01T00:00:00.000Z'`);
    const second = await startServer({ env });
    await until(() => as(second).feed().length > 0);
    await until(async () => (await elsewhere.query('select * from outbox')).length === 0);
    const [lost, sent] = [first, second].map((at) => JSON.parse(attemptsIn(at)[0]?.body ?? '{}') as object);

    expect(attemptsIn(second)).toHaveLength(1);
    // The requests are equal, so that the second notification replaces the first in Teams.
    expect(sent).toEqual(lost);
    await second.close();
    await first.sandbox.close();
  });
});
