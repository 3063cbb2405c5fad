import type { Database } from '../../../src/server/database/Database.js';
import { endRequests } from '../../support/asker.js';
import { useInstances } from '../../support/instances.js';
import { newPerson, read, sighted, startNotices, until } from '../../support/noticing.js';
import type { EngineUnderTest } from '../../support/place.js';

/** Statements that reading a list costs, the same on each engine. Call within a `describe`. */
export function testCost(createEngine: () => Promise<EngineUnderTest>): void {
  const { open } = useInstances(createEngine);
  afterEach(endRequests);

  test('an unchanged list costs one more read, for any number of subscribers', async () => {
    const asked: string[] = [];
    const notices = startNotices((options) => {
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
    const boss = newPerson();
    const assistants = Array.from({ length: 25 }, () => newPerson(boss.tenantId));
    for (const person of [boss, ...assistants]) await notices.turnOn(until(), person, 'en');
    for (const assistant of assistants) await read(notices, assistant, 'delegators', [sighted(boss)]);
    const whole = assistants.map((assistant) => sighted(assistant));
    await read(notices, boss, 'delegates', whole);
    asked.length = 0;
    await read(notices, boss, 'delegates', whole);
    await read(notices, newPerson(boss.tenantId), 'delegates', whole.slice(0, 3));

    // The second caller is unknown: their list is new for three subscribers, each with its own write.
    expect(asked).toEqual(['read', 'read', 'write', 'write', 'write']);
    asked.length = 0;
    await read(notices, newPerson(boss.tenantId), 'delegates', []);
    expect(asked).toEqual(['read']);
  });
}
