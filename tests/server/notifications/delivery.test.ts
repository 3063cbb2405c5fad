import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import Libsql from 'libsql';
import { as, idOf } from '../../support/confirming.js';
import { createLibsqlPlaces } from '../../support/libsqlPlaces.js';
import { createManualClock } from '../../support/manualClock.js';
import { attemptsIn, feedOf, give, notificationsEnv, open, subscribe } from '../../support/notifications.js';
import { countRows, noRows } from '../../support/notificationStore.js';
import { toEnv, type EngineUnderTest, type Place } from '../../support/place.js';
import { startServerProcess } from '../../support/serverProcess.js';
import {
  startInstance,
  startServer,
  toAnswer,
  until,
  useServer,
  type TestServer,
} from '../../support/startServer.js';

/** Notifications from the tab to the Teams activity feed, over HTTP. `store.ts` tests who is notified of what. */

/** Moves only on request. */
const clock = createManualClock(Date.now() + 60_000);
let engine: EngineUnderTest;
let place: Place;
const server = useServer(async () => {
  engine = await createLibsqlPlaces();
  place = await engine.newPlace();
  return { env: { ...toEnv(place), ...notificationsEnv }, clock };
});
afterEach(async () => {
  await place.clear();
  server.sandbox.state.reset();
});
afterAll(() => engine.remove());

const problemOf = async (alias: string) =>
  (await as(server, alias).ask('GET', '/api/notifications')).body['problem'];
const isSend = (path: string) => path.endsWith('/sendActivityNotification');

/** Diego grants Amina another permission and opens his tab. */
async function changeDiego(at: Parameters<typeof give>[0]): Promise<void> {
  give(at, 'diego', 'amina', 'makeCalls');
  await open(at, 'diego', 'delegates');
}
const untilNotified = (alias: string, at: Parameters<typeof feedOf>[0] = server) =>
  until(() => {
    clock.advance(5_000);
    return feedOf(at, alias).length > 0;
  });
const linkOf = (webUrl = '') => JSON.parse(new URL(webUrl).searchParams.get('context') ?? '') as unknown;

/** Requests to Graph with the app's own token. */
const asTheAppItself = ({ sandbox }: TestServer) =>
  sandbox.graph.requests
    .filter(({ headers: { authorization = '' } }) => decodeJwt(authorization.slice(7))['idtyp'] === 'app')
    .map(({ method, path, body }) => ({ what: `${method} ${path}`, body }));
const notifyAmina = `POST /v1.0/users/${idOf('amina')}/teamwork/sendActivityNotification`;

/** Makes every request that the tab makes. */
async function useAll(at: TestServer): Promise<void> {
  const amina = as(at, 'amina');
  const id = idOf('diego');
  for (const path of [
    'me',
    'delegates',
    'delegators',
    `delegators/${id}`,
    `people?id=${id}`,
    `profiles?id=${id}`,
  ])
    await amina.ask('GET', `/api/${path}`);
  await amina.confirm();
}

test('is off until the user subscribes, and off again after the user unsubscribes', async () => {
  const amina = as(server);
  const off = { available: true, on: false, problem: null };
  expect(await amina.ask('GET', '/api/notifications')).toMatchObject({ status: 200, body: off });
  expect(await subscribe(server, 'amina')).toMatchObject({ status: 200, body: { ...off, on: true } });
  expect((await amina.ask('GET', '/api/notifications')).body).toEqual({ ...off, on: true });
  expect((await as(server, 'diego').ask('GET', '/api/notifications')).body).toEqual(off);
  const answer = await amina.ask('PUT', '/api/notifications', { on: false });

  expect(answer).toMatchObject({ status: 200, body: off });
  expect(await countRows(place.query)).toEqual(noRows);
});

test('a confirmation counts as a reading of the list, since its fingerprint proves that the user saw it', async () => {
  const diego = as(server, 'diego');
  give(server, 'diego', 'amina', 'makeCalls');
  const fingerprint = await diego.fingerprint('delegates');
  server.sandbox.state.reset();
  await subscribe(server, 'amina');
  give(server, 'diego', 'amina', 'makeCalls');
  const answer = await diego.ask('PUT', `/api/confirmations/delegates/${randomUUID()}`, { fingerprint });
  await untilNotified('amina');

  expect(answer.status).toBe(201);
  expect(feedOf(server, 'amina')).toHaveLength(1);
});

test('refuses a malformed request, and one without a valid token', async () => {
  for (const body of [undefined, '{', { on: 'yes' }, {}]) {
    const answer = await as(server).ask('PUT', '/api/notifications', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  }
  for (const method of ['GET', 'PUT']) {
    const answer = await toAnswer(await fetch(`${server.origin}/api/notifications`, { method }));
    expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
  }
});

test('Amina subscribes, Diego changes a permission and opens his tab, and Amina is notified', async () => {
  await subscribe(server, 'amina', 'de-AT, en;q=0.5');
  await changeDiego(server);
  await untilNotified('amina');
  const [activity, ...rest] = feedOf(server, 'amina');

  expect(rest).toEqual([]);
  expect(activity).toMatchObject({
    type: 'delegationChanged',
    topic: 'Personen, die Sie unterstützen',
    preview: expect.stringMatching(/^Zwischen Ihnen und einer Person, die Sie unterstützen/) as string,
  });
  const link = new URL(activity?.webUrl ?? '');
  expect(link.origin + link.pathname).toBe(
    `https://teams.microsoft.com/l/entity/${notificationsEnv.TEAMS_APP_ID}/callDelegates`,
  );
  expect(linkOf(activity?.webUrl)).toEqual({ subEntityId: `delegators/${idOf('diego')}` });
  expect(feedOf(server, 'diego')).toEqual([]);
});

test('a notification and its log line name no person and no permission', async () => {
  await subscribe(server, 'amina');
  await changeDiego(server);
  await untilNotified('amina');
  await until(() => server.log.some(({ msg }) => msg === 'notification sent'));

  expect(attemptsIn(server)[0]?.body).not.toMatch(/Diego|Marenco|Amina|makeCalls|receiveCalls|call[s]? for/);
  expect(JSON.stringify(server.log)).not.toMatch(/Diego|Amina|Bearer|eyJ/);
  expect(JSON.stringify(server.log)).not.toContain(idOf('amina'));
});

test('uses the app’s own token only to notify subscribers, without background reading', async () => {
  await useAll(server);
  await subscribe(server, 'amina');
  await changeDiego(server);
  await untilNotified('amina');
  await useAll(server);

  expect(asTheAppItself(server).map(({ what }) => what)).toEqual([notifyAmina]);
});

test('Amina shares that Diego’s delegation is not right, and Diego is notified', async () => {
  await subscribe(server, 'diego');
  await as(server).confirm('delegators', randomUUID(), {
    wrong: [idOf('diego'), idOf('miriam')],
    shared: true,
  });
  await untilNotified('diego');
  const [activity, ...rest] = feedOf(server, 'diego');

  expect(rest).toEqual([]);
  expect(activity?.type).toBe('delegationChanged');
  expect(linkOf(activity?.webUrl)).toEqual({ subEntityId: `delegates/${idOf('amina')}` });
  expect(attemptsIn(server)).toHaveLength(1);
  expect(attemptsIn(server)[0]?.body).not.toMatch(/right|wrong|Amina|Diego/i);
});

test('does not notify Amina of a change that she sees herself', async () => {
  await subscribe(server, 'amina');
  give(server, 'diego', 'amina', 'makeCalls');
  await open(server, 'amina', 'delegators');
  await until(async () => {
    clock.advance(5_000);
    await open(server, 'diego', 'delegates');
    give(server, 'miriam', 'amina');
    await open(server, 'miriam', 'delegates');
    return feedOf(server, 'amina').length > 0;
  });

  expect(feedOf(server, 'amina').map(({ webUrl }) => decodeURIComponent(webUrl))).toEqual([
    expect.stringContaining(idOf('miriam')),
  ]);
});

test('a list whose request was aborted before the answer does not count as seen', async () => {
  await subscribe(server, 'amina');
  give(server, 'diego', 'amina', 'makeCalls');
  let isReading = false;
  server.sandbox.graph.script = ({ path }) => {
    if (!path.endsWith('/$batch')) return undefined;
    isReading = true;
    return 'handled';
  };
  const leaving = new AbortController();
  const token = await server.sandbox.ssoToken({}, { objectId: idOf('amina') });
  const headers = { authorization: `Bearer ${token}` };
  const gone = fetch(`${server.origin}/api/delegators`, { headers, signal: leaving.signal });
  await until(() => isReading);
  leaving.abort();
  await expect(gone).rejects.toThrow();
  await until(() => server.log.some(({ msg }) => msg === 'the client closed the connection'));
  server.sandbox.graph.script = undefined;
  await open(server, 'diego', 'delegates');

  await untilNotified('amina');
});

test('a user whose Teams lacks the app reads the reason, and is notified once it is fixed', async () => {
  const { notInstalled } = server.sandbox.state.teamsApp;
  notInstalled.add(idOf('amina'));
  await subscribe(server, 'amina');
  await changeDiego(server);
  await until(async () => (await problemOf('amina')) === 'notInstalled');
  expect(attemptsIn(server)).toHaveLength(1);
  expect(feedOf(server, 'amina')).toEqual([]);

  notInstalled.delete(idOf('amina'));
  await place.query('update wishes set quiet_until = null');
  give(server, 'diego', 'amina');
  await open(server, 'diego', 'delegates');
  await untilNotified('amina');
  await until(async () => (await problemOf('amina')) === null);
});

test('answers with a list while a writer blocks the store', async () => {
  await subscribe(server, 'amina');
  const [{ file } = {}] = await place.query('select file from pragma_database_list');
  const other = new Libsql(String(file), { timeout: 2_000 });
  other.prepare('begin immediate').run([]);
  await changeDiego(server);
  expect(server.log.filter(({ msg }) => String(msg).includes('cannot be stored'))).toEqual([]);
  expect(feedOf(server, 'amina')).toEqual([]);
  other.prepare('rollback').run([]);
  other.close();

  await untilNotified('amina');
});

test('a reminder arrives in the activity feed, in the user’s language', async () => {
  await subscribe(server, 'amina', 'fr');
  await as(server, 'diego').confirm('delegates');
  await subscribe(server, 'diego');
  await place.query(`update wishes set wished_at = '2020-01-01T00:00:00.000Z'`);
  const env = { ...toEnv(place), ...notificationsEnv, CONFIRMATION_REMINDER_DAYS: '30' };
  const other = await startInstance(server.sandbox, { env, clock });
  await untilNotified('amina');

  expect(feedOf(server, 'amina')).toMatchObject([
    { type: 'confirmationDue', topic: 'Call Delegates', preview: expect.stringMatching(/^Vous/) as string },
  ]);
  expect(feedOf(server, 'amina')[0]?.webUrl).not.toContain('context');
  expect(feedOf(server, 'diego')).toEqual([]);
  await other.close();
});

test('reads in the background once the app has the permission, with the app’s own token', async () => {
  const env = { ...toEnv(await engine.newPlace()), ...notificationsEnv, WATCH_INTERVAL_MINUTES: '15' };
  const watching = await startServer({ env, clock });
  const passUntil = (isSo: () => boolean, stepMs = 60_000) =>
    until(() => {
      clock.advance(stepMs);
      return isSo();
    });
  const warnings = () => watching.log.filter(({ msg }) => String(msg).includes('CallDelegation.Read.All'));
  await useAll(watching);
  await subscribe(watching, 'amina');
  give(watching, 'diego', 'amina', 'makeCalls');
  await passUntil(() => warnings().length > 0);
  const asked = asTheAppItself(watching).length;
  let minutes = 0;
  await passUntil(() => (minutes += 1) > 60);
  // Once refused, a tenant is not asked again for a day.
  expect(asTheAppItself(watching)).toHaveLength(asked);
  expect(warnings()).toHaveLength(1);
  expect(JSON.stringify(warnings())).not.toContain(idOf('amina'));
  watching.sandbox.state.appRoles = new Set(['CallDelegation.Read.All']);
  await passUntil(() => feedOf(watching, 'amina').length > 0, 60 * 60_000);

  expect(decodeURIComponent(feedOf(watching, 'amina')[0]?.webUrl ?? '')).toContain(idOf('diego'));
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
  const elsewhere = await engine.newPlace();
  const off = await startServer({ env: toEnv(elsewhere) });
  const amina = as(off, 'amina');
  expect(await amina.ask('GET', '/api/notifications')).toMatchObject({
    status: 200,
    body: { available: false, on: false, problem: null },
  });
  for (const on of [true, false]) {
    expect(await amina.ask('PUT', '/api/notifications', { on })).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
  }
  await amina.confirm();

  await expect((async () => await elsewhere.query('select * from wishes'))()).rejects.toThrow(/wishes/);
  expect(off.sandbox.idp.tokenRequests).not.toContain('client_credentials');
  await off.close();
});

describe('an instance that ends with a notification in the outbox', () => {
  test('holds the lease; once it has expired, an instance without notifications erases their data and nothing else', async () => {
    const elsewhere = await engine.newPlace();
    const on = await startServer({ env: { ...toEnv(elsewhere), ...notificationsEnv } });
    await as(on, 'amina').confirm();
    await subscribe(on, 'amina');
    on.sandbox.graph.script = ({ path }) => (isSend(path) ? { status: 503, body: {} } : undefined);
    await changeDiego(on);
    await until(() => attemptsIn(on).length > 0);
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
    const elsewhere = await engine.newPlace();
    const env = { ...toEnv(elsewhere), ...notificationsEnv };
    const first = await startServerProcess(env);
    first.sandbox.graph.script = ({ path }) => (isSend(path) ? 'handled' : undefined);
    await subscribe(first, 'amina');
    await changeDiego(first);
    await until(() => attemptsIn(first).length > 0);
    await first.kill();
    // Simulates that a minute has passed.
    await elsewhere.query(`update wishes set due_at = '2020-01-01T00:00:00.000Z'`);
    const second = await startServer({ env });
    await until(() => feedOf(second, 'amina').length > 0);
    await until(async () => (await elsewhere.query('select * from outbox')).length === 0);
    const [lost, sent] = [first, second].map((at) => JSON.parse(attemptsIn(at)[0]?.body ?? '{}') as object);

    expect(attemptsIn(second)).toHaveLength(1);
    // The requests are equal, so that the second notification replaces the first in Teams.
    expect(sent).toEqual(lost);
    await second.close();
    await first.sandbox.close();
  });
});
