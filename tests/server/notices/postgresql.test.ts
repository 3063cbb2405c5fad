import { sql, type Database } from '../../../src/server/database/Database.js';
import { endRequests } from '../../support/asker.js';
import { useInstances } from '../../support/instances.js';
import { newPerson, read, sendNext, sighted, startNotices, until } from '../../support/noticing.js';
import { createPostgresPlaces } from '../../support/postgresPlaces.js';
import { testSightings } from './contract.js';
import { testCost } from './cost.js';
import { testErasing } from './erasing.js';
import { testOutbox } from './outbox.js';
import { testReminders } from './reminders.js';
import { testTelling } from './telling.js';
import { testWatching } from './watching.js';

describe('change detection in PostgreSQL:', () => {
  testSightings(createPostgresPlaces);
  testCost(createPostgresPlaces);
});

describe('the outbox in PostgreSQL:', () => {
  testOutbox(createPostgresPlaces);
});

describe('several instances on PostgreSQL:', () => {
  const { open } = useInstances(createPostgresPlaces);
  afterEach(endRequests);

  test('a claim skips a subscription that another instance holds', async () => {
    const opened: Database[] = [];
    const notices = startNotices((options) => {
      const database = open(options);
      opened.push(database);
      return database;
    });
    const boss = newPerson();
    const assistants = [newPerson(boss.tenantId), newPerson(boss.tenantId)];
    for (const assistant of assistants) {
      await notices.turnOn(until(), assistant, 'en');
      await read(notices, assistant, 'delegators', [sighted(boss)]);
      await read(notices, boss, 'delegates', [sighted(assistant, [])]);
      notices.pass(1);
    }
    const [held] = assistants;
    await opened[0]?.write(until(), 'other instance', async (query) => {
      await query(sql`select due_at from wishes where user_id = ${held?.objectId ?? ''} for update`);

      expect((await sendNext(notices))?.person).toEqual(assistants[1]);
    });

    expect((await sendNext(notices))?.person).toEqual(held);
    expect(opened).toHaveLength(1);
  });
});

describe('notifications from the tab to the activity feed, in PostgreSQL:', () => {
  testTelling(createPostgresPlaces);
});

describe('reminders in PostgreSQL:', () => {
  testReminders(createPostgresPlaces);
});

describe('background reading in PostgreSQL:', () => {
  testWatching(createPostgresPlaces);
});

describe('erasing in PostgreSQL:', () => {
  testErasing(createPostgresPlaces);
});
