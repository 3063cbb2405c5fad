import { confirmationMigrations } from '../../../src/server/confirmations/migrations.js';
import { sql } from '../../../src/server/database/Database.js';
import { newCaller } from '../../support/caller.js';
import { useInstances } from '../../support/instances.js';
import { createPostgresPlace } from '../../support/postgresPlaces.js';
import { until } from '../../support/until.js';
import { testConfirmations } from './store.js';

describe('confirmations in PostgreSQL:', () => testConfirmations(createPostgresPlace, 'explain'));

describe('migrations in PostgreSQL:', () => {
  const { open, query } = useInstances(createPostgresPlace);

  test('may take longer than an attempt to open the database', async () => {
    const slow = { name: '9999-slow', statements: ['select pg_sleep(1.5)'] };
    const database = open({ migrations: [...confirmationMigrations, slow], attemptMs: 1_000 });
    const isOpen = () => database.read(newCaller().deadline, sql`select 1`).then(Boolean, () => false);
    await until(isOpen);

    expect(await query(`select 1 from applied_migrations where name = '9999-slow'`)).toHaveLength(1);
  });
});
