import { sql, type Engine, type Statement } from './Database.js';

/**
 * A schema change. It only adds and is quick, because an older version of the program may be running. It never changes
 * once released.
 */
export type Migration = { readonly name: string } & Readonly<Record<Engine['name'], readonly Statement[]>>;

/** Applies the pending migrations. Instances migrate one at a time. */
export async function migrate(
  engine: Engine,
  migrations: readonly Migration[],
  untilMs: number,
): Promise<void> {
  await engine.write(untilMs, 'migrations', async (query) => {
    await query(
      sql`create table if not exists applied_migrations (name text primary key, applied_at text not null)`,
    );
    const applied = new Set((await query(sql`select name from applied_migrations`)).map(({ name }) => name));
    for (const migration of migrations) {
      if (applied.has(migration.name)) continue;
      for (const statement of migration[engine.name]) await query(statement);
      await query(
        sql`insert into applied_migrations (name, applied_at) values (${migration.name}, ${new Date().toISOString()})`,
      );
    }
  });
}
