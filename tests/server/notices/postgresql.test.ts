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
