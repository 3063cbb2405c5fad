import { sql } from '../../../src/server/database/Database.js';
import { useInstances } from '../../support/instances.js';
import { newUser, read, sendNext, listEntry, startStore, until } from '../../support/notificationStore.js';
import { createPostgresPlaces } from '../../support/postgresPlaces.js';
import { testStore } from './store.js';

describe('notifications in PostgreSQL:', () => {
  testStore(createPostgresPlaces);
});

describe('several instances on PostgreSQL:', () => {
  const { open } = useInstances(createPostgresPlaces);

  test('a claim skips a subscription that another instance holds', async () => {
    const store = startStore(open);
    const boss = newUser();
    const assistants = [newUser(boss.tenantId), newUser(boss.tenantId)];
    for (const assistant of assistants) {
      await store.subscribe(until(), assistant, 'en');
      await read(store, assistant, 'delegators', [listEntry(boss)]);
      await read(store, boss, 'delegates', [listEntry(assistant, [])]);
      store.pass(1);
    }
    const [held] = assistants;
    await store.database.write(until(), 'other instance', async (query) => {
      await query(sql`select due_at from wishes where user_id = ${held?.objectId ?? ''} for update`);

      expect((await sendNext(store))?.user).toEqual(assistants[1]);
    });

    expect((await sendNext(store))?.user).toEqual(held);
  });
});
