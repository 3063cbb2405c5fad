import { Statement, type Engine, type Query } from './Database.js';

/** A schema change. It only adds, because an older version of the program may be running. It never changes once released. */
export type Migration = {
  readonly name: string;
  /** SQL for PostgreSQL. libSQL runs the same SQL with its own types. A record has separate SQL for each engine. */
  readonly statements: readonly (string | Readonly<Record<Engine['name'], string>>)[];
};

const textTypes = /\b(?:uuid|jsonb)\b|\btimestamp \(3\) with time zone\b/g;

/** Milliseconds for the pending migrations. An index on a large table takes longer than any other statement. */
const migrationMs = 60_000;

/**
 * Applies the pending migrations. Instances migrate one at a time.
 * @param findMs milliseconds to find the pending migrations. Limits the wait for a server that hangs
 */
export async function migrate(
  engine: Engine,
  migrations: readonly Migration[],
  findMs: number,
): Promise<void> {
  const findPending = async (query: Query): Promise<readonly Migration[]> => {
    await query`create table if not exists applied_migrations
      (name text primary key, applied_at text not null)`;
    const applied = new Set((await query`select name from applied_migrations`).map(({ name }) => name));
    return migrations.filter(({ name }) => !applied.has(name));
  };
  const pending = await engine.write(Date.now() + findMs, 'migrations', findPending);
  if (pending.length === 0) return;
  await engine.write(Date.now() + migrationMs, 'migrations', async (query) => {
    // Another instance may have applied some since.
    for (const migration of await findPending(query)) {
      for (const statement of migration.statements) await query`${toStatement(statement, engine.name)}`;
      await query`insert into applied_migrations (name, applied_at)
        values (${migration.name}, ${new Date().toISOString()})`;
    }
  });
}

function toStatement(statement: Migration['statements'][number], engine: Engine['name']): Statement {
  if (typeof statement !== 'string') return new Statement(statement[engine]);
  if (engine === 'PostgreSQL') return new Statement(statement);
  const withoutTypes = statement.replace(textTypes, 'text');
  return new Statement(/^create table/.test(statement) ? `${withoutTypes} strict` : withoutTypes);
}
