import { newCaller } from '../../support/caller.js';
import { useInstances } from '../../support/instances.js';
import { listEntry, startPair } from '../../support/notificationStore.js';
import { createPostgresPlace } from '../../support/postgresPlaces.js';
import { testStore } from './store.js';

describe('notifications in PostgreSQL:', () => testStore(createPostgresPlace));

describe('several instances on PostgreSQL:', () => {
  const { open } = useInstances(createPostgresPlace);

  test('a claim skips a subscription that another instance holds', async () => {
    const [{ store, amina: held, ...first }, later] = [await startPair(open), await startPair(open)];
    await first.diegoReads(listEntry(held, []));
    later.store.pass(1);
    await later.diegoReads(listEntry(later.amina, []));
    store.pass(1);
    await store.database.write(newCaller().deadline, 'other instance', async (query) => {
      await query`select due_at from wishes where user_id = ${held.objectId} for update`;

      expect((await store.sendNext())?.user).toEqual(later.amina);
    });

    expect((await store.sendNext())?.user).toEqual(held);
  });
});
