import { createConfirmations } from '../../../src/server/confirmations/createConfirmations.js';
import { confirmationMigrations } from '../../../src/server/confirmations/migrations.js';
import { noticeMigrations } from '../../../src/server/notices/migrations.js';
import type { Person } from '../../../src/server/notices/Notices.js';
import { endRequests, newAsker } from '../../support/asker.js';
import { confirm, useInstances } from '../../support/instances.js';
import { dayMs, hourMs, newPerson, sendNext, startNotices, until } from '../../support/noticing.js';
import { toEnv, type EngineUnderTest } from '../../support/place.js';
import { startServer, until as eventually } from '../../support/startServer.js';
import { as } from '../../support/confirming.js';
import { feedOf, noticesEnv, turnOn } from '../../support/telling.js';

/** Reminders to confirm, the same on each engine. Call within a `describe`. */
export function testReminders(createEngine: () => Promise<EngineUnderTest>): void {
  const { open, query } = useInstances(createEngine);
  afterEach(endRequests);

  function start() {
    const notices = startNotices(open);
    const confirmations = createConfirmations({
      database: open({ migrations: [...confirmationMigrations, ...noticeMigrations] }),
      retentionDays: 400,
      now: () => new Date(notices.nowMs()),
    });
    return { notices, confirm: (person: Person) => confirm(confirmations, newAsker(person)) };
  }

  test('reminds a user who has confirmed nothing for the whole interval, once per interval', async () => {
    const { notices } = start();
    const amina = newPerson();
    await notices.turnOn(until(), amina, 'en');
    notices.pass(90 * dayMs - 1);
    expect(await notices.remind(until(), 90)).toBe(0);
    notices.pass(1);

    expect(await notices.remind(until(), 90)).toBe(1);
    expect(await sendNext(notices)).toMatchObject({ person: amina, kind: 'confirmationDue', about: [] });
    notices.pass(hourMs);
    expect(await notices.remind(until(), 90)).toBe(0);
    notices.pass(90 * dayMs);
    expect(await notices.remind(until(), 90)).toBe(1);
    expect(await sendNext(notices)).toMatchObject({ person: amina });
  });

  test('a confirmation restarts the interval', async () => {
    const { notices, confirm: confirmOf } = start();
    const amina = newPerson();
    await notices.turnOn(until(), amina, 'en');
    notices.pass(80 * dayMs);
    await confirmOf(amina);
    notices.pass(89 * dayMs);
    expect(await notices.remind(until(), 90)).toBe(0);
    notices.pass(dayMs);

    expect(await notices.remind(until(), 90)).toBe(1);
  });

  test('does not remind a user who confirms before the reminder is due', async () => {
    const { notices, confirm: confirmOf } = start();
    const amina = newPerson();
    await notices.turnOn(until(), amina, 'en');
    notices.pass(90 * dayMs);
    await notices.remind(until(), 90);
    notices.pass(1);
    await confirmOf(amina);

    expect(await sendNext(notices)).toBeUndefined();
    expect(await query('select * from outbox')).toEqual([]);
  });

  test('counts no confirmation of another user, or of the same object id in another tenant', async () => {
    const { notices, confirm: confirmOf } = start();
    const amina = newPerson();
    await notices.turnOn(until(), amina, 'en');
    notices.pass(89 * dayMs);
    await confirmOf(newPerson(amina.tenantId));
    await confirmOf({ ...newPerson(), objectId: amina.objectId });
    notices.pass(dayMs);

    expect(await notices.remind(until(), 90)).toBe(1);
  });

  test('reminds no one who did not subscribe or has unsubscribed', async () => {
    const { notices, confirm: confirmOf } = start();
    const [amina, jonas] = [newPerson(), newPerson()];
    await confirmOf(jonas);
    await notices.turnOn(until(), amina, 'en');
    notices.pass(90 * dayMs);
    await notices.remind(until(), 90);
    await notices.turnOff(until(), amina);

    expect(await notices.remind(until(), 90)).toBe(0);
    expect(await sendNext(notices)).toBeUndefined();
  });

  test('several instances that look at once send one reminder', async () => {
    const instances = Array.from({ length: 4 }, () => start().notices);
    const [notices] = instances;
    await notices?.turnOn(until(), newPerson(), 'en');
    for (const instance of instances) instance.pass(90 * dayMs);
    const counts = await Promise.all(instances.map((instance) => instance.remind(until(), 90)));

    expect(counts.sort()).toEqual([0, 0, 0, 1]);
  });

  test('a reminder arrives in the activity feed, in the user’s language', async () => {
    const engine = await createEngine();
    const place = await engine.newPlace();
    const env = { ...toEnv(place), ...noticesEnv, CONFIRMATION_REMINDER_DAYS: '30' };
    const before = await startServer({ env });
    await turnOn(before, 'amina', 'fr');
    await as(before, 'diego').confirm('delegates');
    await turnOn(before, 'diego');
    await before.close();
    await place.query(`update wishes set wished_at = '2020-01-01T00:00:00.000Z'`);
    const server = await startServer({ env });
    await eventually(() => feedOf(server, 'amina').length > 0);

    expect(feedOf(server, 'amina')).toMatchObject([
      { type: 'confirmationDue', topic: 'Call Delegates', preview: expect.stringMatching(/^Vous/) as string },
    ]);
    expect(feedOf(server, 'amina')[0]?.webUrl).not.toContain('context');
    expect(feedOf(server, 'diego')).toEqual([]);
    await server.close();
    await engine.remove();
  });
}
