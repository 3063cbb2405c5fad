import type { Database } from '../../../src/server/database/Database.js';
import { endRequests } from '../../support/caller.js';
import { useInstances } from '../../support/instances.js';
import { newUser, read, listEntry, startStore, until } from '../../support/notificationStore.js';
import type { EngineUnderTest } from '../../support/place.js';

/** Statements that reading a list costs, the same on each engine. Call within a `describe`. */
export function testCost(createEngine: () => Promise<EngineUnderTest>): void {
  const { open } = useInstances(createEngine);
  afterEach(endRequests);

  test('an unchanged list costs one more read, for any number of subscribers', async () => {
    const asked: string[] = [];
    const store = startStore((options) => {
      const database = open(options);
      const counted: Database = {
        ...database,
        read: (...args) => {
          asked.push('read');
          return database.read(...args);
        },
        write: (...args) => {
          asked.push('write');
          return database.write(...args);
        },
      };
      return counted;
    });
    const boss = newUser();
    const assistants = Array.from({ length: 25 }, () => newUser(boss.tenantId));
    for (const user of [boss, ...assistants]) await store.subscribe(until(), user, 'en');
    for (const assistant of assistants) await read(store, assistant, 'delegators', [listEntry(boss)]);
    const whole = assistants.map((assistant) => listEntry(assistant));
    await read(store, boss, 'delegates', whole);
    asked.length = 0;
    await read(store, boss, 'delegates', whole);
    await read(store, newUser(boss.tenantId), 'delegates', whole.slice(0, 3));

    // The second caller is unknown: their list is new for three subscribers, each with its own write.
    expect(asked).toEqual(['read', 'read', 'write', 'write', 'write']);
    asked.length = 0;
    await read(store, newUser(boss.tenantId), 'delegates', []);
    expect(asked).toEqual(['read']);
  });
}
