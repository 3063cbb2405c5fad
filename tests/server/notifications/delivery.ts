import { randomUUID } from 'node:crypto';
import { as, idOf } from '../../support/confirming.js';
import { toEnv, type EngineUnderTest, type Place } from '../../support/place.js';
import { startServerProcess } from '../../support/serverProcess.js';
import { startServer, toAnswer, until, type TestServer } from '../../support/startServer.js';
import { attemptsIn, feedOf, give, notificationsEnv, open, subscribe } from '../../support/notifications.js';

/** Notifications from the tab to the Teams activity feed, over HTTP. Call within a `describe`. */
export function testDelivery(createEngine: () => Promise<EngineUnderTest>): void {
  let engine: EngineUnderTest;
  let place: Place;
  let server: TestServer;
  beforeAll(async () => {
    engine = await createEngine();
    place = await engine.newPlace();
    server = await startServer({ env: { ...toEnv(place), ...notificationsEnv } });
  });
  afterEach(async () => {
    server.sandbox.graph.script = undefined;
    for (const alias of ['amina', 'diego']) await as(server, alias).ask('PUT', '/api/notifications', { on: false }); // prettier-ignore
    server.sandbox.state.reset();
    server.sandbox.graph.requests.length = 0;
  });
  afterAll(async () => {
    await server.close();
    await engine.remove();
  });
  const problemOf = async (alias: string) =>
    (await as(server, alias).ask('GET', '/api/notifications')).body['problem'];

  test('is off until the user subscribes, and off again after the user unsubscribes', async () => {
    const amina = as(server, 'amina');
    const off = { available: true, on: false, problem: null };
    expect(await amina.ask('GET', '/api/notifications')).toMatchObject({ status: 200, body: off });
    expect(await subscribe(server, 'amina')).toMatchObject({ status: 200, body: { ...off, on: true } });
    expect((await amina.ask('GET', '/api/notifications')).body).toEqual({ ...off, on: true });
    expect((await as(server, 'diego').ask('GET', '/api/notifications')).body).toEqual(off);

    expect(await amina.ask('PUT', '/api/notifications', { on: false })).toMatchObject({ status: 200, body: off }); // prettier-ignore
    for (const table of ['wishes', 'seen_lists', 'seen_delegations', 'outbox'])
      expect(await place.query(`select * from ${table}`)).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['no body', undefined],
    ['text that is not JSON', '{'],
    ['a word', { on: 'yes' }],
    ['nothing', {}],
  ])('refuses %s', async (_, body) => {
    expect(await as(server, 'amina').ask('PUT', '/api/notifications', body)).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    });
  });

  test('refuses a request without a valid token', async () => {
    for (const method of ['GET', 'PUT']) {
      const answer = await toAnswer(await fetch(`${server.origin}/api/notifications`, { method }));
      expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
    }
  });

  test('Amina subscribes, Diego changes a permission and opens his tab, and Amina is notified', async () => {
    await subscribe(server, 'amina', 'de-AT, en;q=0.5');
    give(server, 'diego', 'amina', 'makeCalls');
    await open(server, 'diego', 'delegates');
    await until(() => feedOf(server, 'amina').length > 0);

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
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({
      subEntityId: `delegators/${idOf('diego')}`,
    });
    expect(feedOf(server, 'diego')).toEqual([]);
  });

  test('a notification and its log line name no person and no permission', async () => {
    await subscribe(server, 'amina');
    give(server, 'diego', 'amina', 'makeCalls');
    await open(server, 'diego', 'delegates');
    await until(() => feedOf(server, 'amina').length > 0);
    await until(() => server.log.some(({ msg }) => msg === 'notification sent'));
    const [request] = attemptsIn(server);

    expect(request?.body).not.toMatch(/Diego|Marenco|Amina|makeCalls|receiveCalls|call[s]? for/);
    expect(JSON.stringify(server.log)).not.toMatch(/Diego|Amina|Bearer|eyJ/);
    expect(JSON.stringify(server.log)).not.toContain(idOf('amina'));
  });

  test('Amina shares that Diego’s delegation is not right, and Diego is notified', async () => {
    await subscribe(server, 'diego');
    await as(server, 'amina').confirm('delegators', randomUUID(), {
      wrong: [idOf('diego'), idOf('miriam')],
      shared: true,
    });
    await until(() => feedOf(server, 'diego').length > 0);
    const [activity, ...rest] = feedOf(server, 'diego');

    expect(rest).toEqual([]);
    expect(activity?.type).toBe('delegationChanged');
    expect(JSON.parse(new URL(activity?.webUrl ?? '').searchParams.get('context') ?? '')).toEqual({
      subEntityId: `delegates/${idOf('amina')}`,
    });
    expect(attemptsIn(server)).toHaveLength(1);
    expect(attemptsIn(server)[0]?.body).not.toMatch(/right|wrong|Amina|Diego/i);
  });

  test('does not notify Amina of a change that she sees herself', async () => {
    await subscribe(server, 'amina');
    give(server, 'diego', 'amina', 'makeCalls');
    await open(server, 'amina', 'delegators');
    await until(async () => {
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
    const gone = fetch(`${server.origin}/api/delegators`, {
      headers: { authorization: `Bearer ${token}` },
      signal: leaving.signal,
    });
    await until(() => isReading);
    leaving.abort();
    await expect(gone).rejects.toThrow();
    await until(() => server.log.some(({ msg }) => msg === 'the client closed the connection'));
    server.sandbox.graph.script = undefined;
    await open(server, 'diego', 'delegates');

    await until(() => feedOf(server, 'amina').length > 0);
  });

  test.each([
    ['whose Teams lacks the app', 'notInstalled', 'notInstalled'],
    ['who did not consent to notifications', 'withoutConsent', 'notPermitted'],
  ] as const)('a user %s reads the reason, and is notified once it is fixed', async (_, where, problem) => {
    const { teamsApp } = server.sandbox.state;
    teamsApp[where].add(idOf('amina'));
    await subscribe(server, 'amina');
    give(server, 'diego', 'amina', 'makeCalls');
    await open(server, 'diego', 'delegates');
    await until(async () => (await problemOf('amina')) === problem);
    expect(attemptsIn(server)).toHaveLength(1);
    expect(feedOf(server, 'amina')).toEqual([]);

    teamsApp[where].delete(idOf('amina'));
    await place.query('update wishes set quiet_until = null');
    give(server, 'diego', 'amina');
    await open(server, 'diego', 'delegates');
    await until(async () => (await problemOf('amina')) === null);
    expect(feedOf(server, 'amina')).toHaveLength(1);
  });

  test('delivers to a user with two copies of the app through the configured one', async () => {
    server.sandbox.state.teamsApp.installedTwice.add(idOf('amina'));
    await subscribe(server, 'amina');
    give(server, 'diego', 'amina', 'makeCalls');
    await open(server, 'diego', 'delegates');
    await until(() => feedOf(server, 'amina').length > 0);

    expect(await problemOf('amina')).toBeNull();
  });

  test('a tenant-wide permission replaces the consent of each user', async () => {
    server.sandbox.state.teamsApp.withoutConsent.add(idOf('amina'));
    server.sandbox.state.appRoles = new Set(['TeamsActivity.Send']);
    const own = await startServer({ env: { ...toEnv(await engine.newPlace()), ...notificationsEnv } });
    own.sandbox.state.teamsApp.withoutConsent.add(idOf('amina'));
    own.sandbox.state.appRoles = new Set(['TeamsActivity.Send']);
    await subscribe(own, 'amina');
    give(own, 'diego', 'amina', 'makeCalls');
    await open(own, 'diego', 'delegates');
    await until(() => feedOf(own, 'amina').length > 0);
    await own.close();
  });

  test('one token serves many notifications, and a refused one is renewed', async () => {
    const grants = () => server.sandbox.idp.tokenRequests.filter((grant) => grant === 'client_credentials').length; // prettier-ignore
    await subscribe(server, 'amina');
    const changeTo = async (...held: Parameters<typeof give>[3][]) => {
      const count = attemptsIn(server).length;
      await place.query('update wishes set quiet_until = null');
      give(server, 'diego', 'amina', ...held);
      await open(server, 'diego', 'delegates');
      await until(() => attemptsIn(server).length > count && server.log.filter(({ msg }) => msg === 'notification sent').length > count); // prettier-ignore
    };
    server.log.length = 0;
    await changeTo('makeCalls');
    const before = grants();
    await changeTo('receiveCalls');
    expect(grants()).toBe(before);

    let refusals = 0;
    server.sandbox.graph.script = ({ path }) => {
      if (!path.endsWith('/sendActivityNotification') || refusals > 0) return undefined;
      refusals += 1;
      return { status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } };
    };
    await changeTo();
    expect(grants()).toBe(before + 1);
    expect(feedOf(server, 'amina')).toHaveLength(3);
  });

  test('retries after a short outage of Graph', async () => {
    let failures = 0;
    server.sandbox.graph.script = ({ path }) => {
      if (!path.endsWith('/sendActivityNotification') || failures > 0) return undefined;
      failures += 1;
      return { status: 503, body: {} };
    };
    await subscribe(server, 'amina');
    give(server, 'diego', 'amina', 'makeCalls');
    await open(server, 'diego', 'delegates');
    await until(() => feedOf(server, 'amina').length > 0);

    expect(await problemOf('amina')).toBeNull();
  });

  test('nothing about notifications can be reached, stored or sent while they are off', async () => {
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

  test('an instance with notifications holds the lease; once it has expired, their data is erased and nothing else', async () => {
    const elsewhere = await engine.newPlace();
    const on = await startServer({ env: { ...toEnv(elsewhere), ...notificationsEnv } });
    await as(on, 'amina').confirm();
    await subscribe(on, 'amina');
    give(on, 'diego', 'amina', 'makeCalls');
    on.sandbox.graph.script = ({ path }) =>
      path.endsWith('/sendActivityNotification') ? 'handled' : undefined;
    await open(on, 'diego', 'delegates');
    await until(() => attemptsIn(on).length > 0);
    await on.close();
    const tables = ['wishes', 'seen_lists', 'seen_delegations', 'outbox', 'confirmations'];
    const kept = () =>
      Promise.all(tables.map(async (table) => (await elsewhere.query(`select 1 from ${table}`)).length > 0));
    expect(await kept()).toEqual([true, true, true, true, true]);

    const leases = await elsewhere.query(`select held_until from leases where name = 'notifications'`);
    expect(leases.map((row) => new Date(row['held_until'] as string).getTime() > Date.now())).toEqual([true]);
    await elsewhere.query(`update leases set held_until = '2020-01-01T00:00:00.000Z'`);
    const off = await startServerProcess(toEnv(elsewhere));
    await until(async () => !(await kept()).slice(0, 4).includes(true)).finally(off.close);
    expect(await kept()).toEqual([false, false, false, false, true]);
  });

  test('another instance sends the notification of one that was killed while sending', async () => {
    const elsewhere = await engine.newPlace();
    const first = await startServerProcess({ ...toEnv(elsewhere), ...notificationsEnv });
    first.sandbox.graph.script = ({ path }) =>
      path.endsWith('/sendActivityNotification') ? 'handled' : undefined;
    await subscribe(first, 'amina');
    give(first, 'diego', 'amina', 'makeCalls');
    await open(first, 'diego', 'delegates');
    await until(() => attemptsIn(first).length > 0);
    await first.kill();
    // Simulates that a minute has passed.
    await elsewhere.query(`update wishes set due_at = '2020-01-01T00:00:00.000Z'`);
    const second = await startServerProcess({ ...toEnv(elsewhere), ...notificationsEnv });
    await until(() => feedOf(second, 'amina').length > 0);
    await until(async () => (await elsewhere.query('select * from outbox')).length === 0);

    expect(attemptsIn(second)).toHaveLength(1);
    const [lost, sent] = [attemptsIn(first)[0], attemptsIn(second)[0]].map((attempt) => JSON.parse(attempt?.body ?? '{}') as object); // prettier-ignore
    // The requests are equal, so that the second notification replaces the first in Teams.
    expect(sent).toEqual(lost);
    await second.close();
    await first.sandbox.close();
  });

  test('another instance sends the notification, once, of one that was killed between decision and sending', async () => {
    const elsewhere = await engine.newPlace();
    const first = await startServerProcess({ ...toEnv(elsewhere), ...notificationsEnv });
    let isAsked = false;
    first.sandbox.idp.script = (form) => {
      if (form.get('grant_type') !== 'client_credentials') return undefined;
      isAsked = true;
      return new Promise(() => undefined);
    };
    await subscribe(first, 'amina');
    give(first, 'diego', 'amina', 'makeCalls');
    await open(first, 'diego', 'delegates');
    await until(() => isAsked);
    await first.kill();
    await elsewhere.query(`update wishes set due_at = '2020-01-01T00:00:00.000Z'`);
    const second = await startServerProcess({ ...toEnv(elsewhere), ...notificationsEnv });
    await until(async () => (await elsewhere.query('select * from outbox')).length === 0);

    expect([attemptsIn(first).length, attemptsIn(second).length]).toEqual([0, 1]);
    expect(feedOf(second, 'amina')).toHaveLength(1);
    await second.close();
    await first.sandbox.close();
  });
}
