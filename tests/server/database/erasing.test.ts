import { as, idOf } from '../../support/confirming.js';
import { createLibsqlPlaces } from '../../support/libsqlPlaces.js';
import { toEnv, type EngineUnderTest } from '../../support/place.js';
import { createPostgresPlaces } from '../../support/postgresPlaces.js';
import { readFile } from '../../support/repository.js';
import { startServer, until } from '../../support/startServer.js';
import { attemptsIn, give, notificationsEnv, open, subscribe } from '../../support/notifications.js';

/** SQL statements that docs/operations.md documents for erasing one person. */
const [, section = ''] = readFile('docs/operations.md').split('### Erasing one person');
const statements = [...section.matchAll(/^delete from .+;$/gm)].map(([statement]) => statement);

describe.each<[name: string, create: () => Promise<EngineUnderTest>]>([
  ['libSQL', createLibsqlPlaces],
  ['PostgreSQL', createPostgresPlaces],
])('erasing in %s', (_, create) => {
  let engine: EngineUnderTest;
  beforeAll(async () => {
    engine = await create();
  });
  afterAll(() => engine.remove());

  test('the documented statements erase one person and no one else', async () => {
    const place = await engine.newPlace();
    const server = await startServer({ env: { ...toEnv(place), ...notificationsEnv } });
    // A notification stays in the outbox until it is delivered.
    server.sandbox.graph.script = ({ path }) =>
      path.endsWith('/sendActivityNotification') ? { status: 503, body: {} } : undefined;
    const sides = [
      ['amina', 'delegators'],
      ['diego', 'delegates'],
    ] as const;
    for (const [alias, list] of sides) {
      await as(server, alias).confirm(list);
      await subscribe(server, alias);
    }
    await as(server, 'amina').forget();
    await as(server, 'amina').confirm();
    give(server, 'diego', 'amina', 'makeCalls');
    await open(server, 'diego', 'delegates');
    await until(() => attemptsIn(server).length > 0);
    await server.close();

    const ownedBy = async (alias: string) => {
      const tables = ['confirmations', 'wishes', 'seen_lists', 'seen_delegations'];
      const counts = tables.map(async (table) => (await place.query(`select 1 from ${table} where user_id = '${idOf(alias)}'`)).length); // prettier-ignore
      return await Promise.all(counts);
    };
    expect((await ownedBy('amina')).every((count) => count > 0)).toBe(true);
    const before = await ownedBy('diego');
    for (const statement of statements) await place.query(statement.replaceAll('…', idOf('amina')));

    for (const table of ['wishes', 'forgotten', 'seen_lists', 'seen_delegations', 'outbox'])
      expect(JSON.stringify(await place.query(`select * from ${table}`))).not.toContain(idOf('amina'));
    expect(await ownedBy('amina')).toEqual([0, 0, 0, 0]);
    const [confirmations, wishes, lists, delegations = 0] = await ownedBy('diego');
    expect([confirmations, wishes, lists]).toEqual(before.slice(0, 3));
    expect(delegations).toBe((before[3] ?? 0) - 1);
  });
});
