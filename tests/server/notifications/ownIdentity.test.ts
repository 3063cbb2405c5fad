import { decodeJwt } from 'jose';
import { as, idOf } from '../../support/confirming.js';
import { createManualClock } from '../../support/manualClock.js';
import { newFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { startServer, until, type TestServer } from '../../support/startServer.js';
import { feedOf, give, notificationsEnv, open, subscribe } from '../../support/notifications.js';

/** Requests to Graph with the app's own token, without a user. */

let server: TestServer;
afterEach(() => server.close());
afterAll(removeFolders);

const asTheAppItself = () =>
  server.sandbox.graph.requests
    .filter(({ headers: { authorization = '' } }) => decodeJwt(authorization.slice(7))['idtyp'] === 'app')
    .map(({ method, path, body }) => ({ what: `${method} ${path}`, body }));

const tellAmina = `POST /v1.0/users/${idOf('amina')}/teamwork/sendActivityNotification`;

/** Makes every request that the tab makes. */
async function useAll(): Promise<void> {
  const amina = as(server, 'amina');
  for (const path of ['/api/me', '/api/delegates', '/api/delegators', `/api/delegators/${idOf('diego')}`])
    await amina.ask('GET', path);
  for (const path of ['users', 'profiles']) await amina.ask('GET', `/api/${path}?id=${idOf('diego')}`);
  await amina.confirm();
}

test('uses the app’s own token only to notify subscribers, without background reading', async () => {
  server = await startServer({ env: { DATA_DIR: newFolder(), ...notificationsEnv } });
  await useAll();
  await subscribe(server, 'amina');
  give(server, 'diego', 'amina', 'makeCalls');
  await open(server, 'diego', 'delegates');
  await until(() => feedOf(server, 'amina').length > 0);
  await useAll();

  expect(asTheAppItself().map(({ what }) => what)).toEqual([tellAmina]);
});

test('uses the app’s own token also to read the lists of subscribers, with background reading', async () => {
  const clock = createManualClock(Date.now() + 60_000);
  const env = { DATA_DIR: newFolder(), ...notificationsEnv, WATCH_INTERVAL_MINUTES: '15' };
  server = await startServer({ env, clock });
  server.sandbox.state.appRoles = new Set(['CallDelegation.Read.All']);
  await useAll();
  await subscribe(server, 'amina');
  give(server, 'diego', 'amina', 'makeCalls');
  await until(() => {
    clock.advance(60_000);
    return feedOf(server, 'amina').length > 0;
  });

  const asked = asTheAppItself();
  const readings = asked.filter(({ what }) => what !== tellAmina);
  expect(readings.length).toBeGreaterThan(0);
  for (const { what, body } of readings) {
    const { requests } = JSON.parse(body) as { requests: readonly { method: string; url: string }[] };
    expect(what).toBe('POST /beta/$batch');
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET /users/${idOf('amina')}/communications/callSettings/delegators`,
      `GET /users/${idOf('amina')}/communications/callSettings/delegates`,
    ]);
  }
});
