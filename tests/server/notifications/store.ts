import { useInstances } from '../../support/instances.js';
import type { CreatePlace } from '../../support/place.js';
import { testChanges } from './changes.js';
import { testReminders, testVerdicts } from './confirming.js';
import { testErasing } from './erasing.js';
import { testOutbox } from './outbox.js';
import { testWatching } from './watching.js';

const parts = {
  'change detection': testChanges,
  verdicts: testVerdicts,
  'the outbox': testOutbox,
  reminders: testReminders,
  'background reading': testWatching,
  erasing: testErasing,
};

/** The store of notifications, the same on each engine. Call within a `describe`. */
export function testStore(createPlace: CreatePlace): void {
  const instances = useInstances(createPlace);
  describe.each(Object.entries(parts))('%s:', (_, testPart) => testPart(instances));
}
