import { newCaller } from '../../support/caller.js';
import { useInstances } from '../../support/instances.js';
import { listEntry, newUser, startStore } from '../../support/notificationStore.js';
import { createPostgresPlace } from '../../support/postgresPlaces.js';
import { testStore } from './store.js';

describe('notifications in PostgreSQL:', () => testStore(createPostgresPlace));

describe('several instances on PostgreSQL:', () => {
  const { open } = useInstances(createPostgresPlace);

  test('a claim skips a subscription that another instance holds', async () => {
    const store = startStore(open);
    const boss = newUser();
    const assistants = [newUser(boss.tenantId), newUser(boss.tenantId)];
    for (const assistant of assistants) {
      await store.subscribe(assistant);
      await store.read(assistant, 'delegators', [listEntry(boss)]);
      await store.read(boss, 'delegates', [listEntry(assistant, [])]);
      store.pass(1);
    }
    const [held] = assistants;
    await store.database.write(newCaller().deadline, 'other instance', async (query) => {
      await query`select due_at from wishes where user_id = ${held?.objectId ?? ''} for update`;

      expect((await store.sendNext())?.user).toEqual(assistants[1]);
    });

    expect((await store.sendNext())?.user).toEqual(held);
  });
});
