import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { forEachRight } from '../../contract/delegation.js';
import { confirmationMigrations } from '../../server/confirmations/migrations.js';
import { createDatabase } from '../../server/database/createDatabase.js';
import { withDeadline } from '../../server/http/RequestScope.js';
import { createNotices } from '../../server/notices/createNotices.js';
import { noticeMigrations } from '../../server/notices/migrations.js';
import type { Person, Sighted } from '../../server/notices/Notices.js';
import { quantile, toTable } from './processes.js';
import { engines, guidOf, type StoreEngine } from './storeEngines.js';

const counts = [1, 100_000];
const asked = 2_000;
const tenantId = randomUUID();

/** What a list that is read costs more, while more and more people want to be told. */
export async function benchNotices(): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const start of engines) {
    const engine = await start();
    if (engine === undefined) {
      rows.push(['PostgreSQL', 'not installed here', '', '', '', '']);
      continue;
    }
    try {
      rows.push(...(await benchEngine(engine)));
    } finally {
      await engine.close();
    }
  }
  return [
    '## Notices',
    '',
    `What a reading of a list of 25 sets off in the store, ${asked} of each, one after the other, while nothing has changed: of`,
    'people of whom nobody wants to be told, and of people of whom all do. Each of the latter has seen 25 delegations. Ratios to the',
    'same engine with one who wants to be told. Nobody who reads a list waits for it.',
    '',
    toTable(['engine', 'want to be told', 'nobody, p50', 'nobody, p99', 'all, p50', 'all, p99'], rows),
    '',
    'Aim: 1.5 or below.',
    '',
  ].join('\n');
}

async function benchEngine(engine: StoreEngine): Promise<(string | number)[][]> {
  const measured: { readonly count: number; readonly times: readonly (readonly number[])[] }[] = [];
  for (const count of counts) {
    const database = createDatabase({
      config: engine.config,
      threadFile: fileURLToPath(new URL('../../server/database/libsqlThread.js', import.meta.url)),
      migrations: [...confirmationMigrations, ...noticeMigrations],
    });
    const notices = createNotices({ database, key: randomBytes(32) });
    const sight = (reader: Person, list: 'delegates' | 'delegators', entries: readonly Sighted[]) =>
      withDeadline(10_000, (until) =>
        notices.sight(until, { reader, reading: 'shown', list, entries, readAtMs: Date.now() }),
      );
    await withDeadline(10_000, (until) => notices.find(until, newPerson()));
    const more = count - (measured.at(-1)?.count ?? 0);
    await engine.run({ libSQL: fillLibsql(more), PostgreSQL: fillPostgresql(more) });

    const strangers = Array.from({ length: 25 }, newPerson);
    const wishers = Array.from({ length: 25 }, newPerson);
    const [stranger, executive] = [newPerson(), newPerson()];
    for (const wisher of wishers) {
      await withDeadline(10_000, (until) => notices.turnOn(until, wisher, 'en'));
      await sight(wisher, 'delegators', [executive, ...strangers.slice(1)].map(toSighted));
    }
    const nobody = () => sight(stranger, 'delegates', strangers.map(toSighted));
    const all = () => sight(executive, 'delegates', wishers.map(toSighted));
    // Until the engine runs its compiled code.
    for (let round = 0; round < 500; round += 1) await Promise.all([nobody(), all()]);
    measured.push({ count, times: [await time(nobody), await time(all)] });
    await database.close();
  }
  const [first] = measured;
  return measured.map(({ count, times }) => [
    engine.name,
    count.toLocaleString('en'),
    ...times.flatMap((each, index) =>
      [0.5, 0.99].map((share) =>
        (quantile(each, share) / quantile(first?.times[index] ?? [1], share)).toFixed(2),
      ),
    ),
  ]);
}

async function time(action: () => Promise<boolean>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < asked; count += 1) {
    const startMs = performance.now();
    if (await action()) throw new Error('Nothing had changed.');
    times.push(performance.now() - startMs);
  }
  return times;
}

const newPerson = (): Person => ({ tenantId, objectId: randomUUID() });

const toSighted = ({ objectId }: Person): Sighted => ({
  id: objectId,
  isActive: true,
  allowedActions: forEachRight(() => true),
});

const state =
  '["key", {"isActive":"AAAAAAAAAAAA","makeCalls":"AAAAAAAAAAAA","receiveCalls":"AAAAAAAAAAAA","pickUpHeldCalls":"AAAAAAAAAAAA","joinActiveCalls":"AAAAAAAAAAAA","manageCallAndDelegateSettings":"AAAAAAAAAAAA"}]';

/** New people who want to be told, each of whom has seen 25 delegations. */
const fillPostgresql = (count: number): string => `
  create temporary table people as select gen_random_uuid() as id from generate_series(1, ${count});
  insert into wishes (tenant_id, user_id, language, wished_at) select '${tenantId}', id, 'en', now() from people;
  insert into seen_lists select '${tenantId}', id, 'delegators' from people;
  insert into seen_delegations (tenant_id, user_id, list, other_id, state, read_at)
    select '${tenantId}', id, 'delegators', gen_random_uuid(), '${state}', now() from people, generate_series(1, 25);
  drop table people;
  analyze;`;

const random = guidOf('hex(randomblob(16))');

const fillLibsql = (count: number): string => `
  begin;
  create table people as
    with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${count})
    select n, hex(randomblob(16)) as hex from numbers;
  insert into wishes (tenant_id, user_id, language, wished_at)
    select '${tenantId}', ${guidOf('hex')}, 'en', strftime('%Y-%m-%dT%H:%M:%fZ', 'now') from people;
  insert into seen_lists select '${tenantId}', ${guidOf('hex')}, 'delegators' from people;
  insert into seen_delegations (tenant_id, user_id, list, other_id, state, read_at)
    with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 25)
    select '${tenantId}', ${guidOf('people.hex')}, 'delegators', ${random}, '${state}', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    from people, numbers;
  drop table people;
  commit;`;
