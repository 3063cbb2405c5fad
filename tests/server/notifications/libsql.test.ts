import { createLibsqlPlaces } from '../../support/libsqlPlaces.js';
import { testChanges } from './changes.js';
import { testCost } from './cost.js';
import { testErasing } from './erasing.js';
import { testOutbox } from './outbox.js';
import { testReminders } from './reminders.js';
import { testDelivery } from './delivery.js';
import { testVerdicts } from './verdicts.js';
import { testWatching } from './watching.js';

describe('change detection in libSQL:', () => {
  testChanges(createLibsqlPlaces);
  testCost(createLibsqlPlaces);
  testVerdicts(createLibsqlPlaces);
});

describe('the outbox in libSQL:', () => {
  testOutbox(createLibsqlPlaces);
});

describe('notifications from the tab to the activity feed, in libSQL:', () => {
  testDelivery(createLibsqlPlaces);
});

describe('reminders in libSQL:', () => {
  testReminders(createLibsqlPlaces);
});

describe('background reading in libSQL:', () => {
  testWatching(createLibsqlPlaces);
});

describe('erasing in libSQL:', () => {
  testErasing(createLibsqlPlaces);
});
