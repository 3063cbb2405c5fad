import { endRequests } from '../../support/asker.js';
import { useInstances } from '../../support/instances.js';
import {
  hourMs,
  minuteMs,
  newPair,
  newPerson,
  read,
  sendNext,
  sighted,
  startNotices,
  until,
} from '../../support/noticing.js';
import type { EngineUnderTest } from '../../support/place.js';

/** Detection of changes, the same on each engine. Call within a `describe`. */
export function testSightings(createEngine: () => Promise<EngineUnderTest>): void {
  const { open, query } = useInstances(createEngine);
  afterEach(endRequests);

  const start = () => startNotices(open);

  test('notifies a subscriber once of a change between the two', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    await notices.turnOn(until(), amina, 'de');
    await read(notices, amina, 'delegators', [sighted(diego)]);
    expect(await read(notices, diego, 'delegates', [sighted(amina)])).toBe(false);
    notices.pass(minuteMs);

    expect(await read(notices, diego, 'delegates', [sighted(amina, ['makeCalls'])])).toBe(true);
    expect(await sendNext(notices)).toMatchObject({
      person: amina,
      language: 'de',
      kind: 'changed',
      about: [{ list: 'delegators', otherId: diego.objectId }],
      decidedAtMs: notices.nowMs(),
    });
    expect(await read(notices, diego, 'delegates', [sighted(amina, ['makeCalls'])])).toBe(false);
    notices.pass(hourMs);
    expect(await sendNext(notices)).toBeUndefined();
  });

  test('notifies both sides, each about their own list', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    await notices.turnOn(until(), diego, 'en');
    await read(notices, diego, 'delegates', [sighted(amina)]);
    await read(notices, amina, 'delegators', [sighted(diego, [])]);

    expect((await sendNext(notices))?.about).toEqual([{ list: 'delegates', otherId: amina.objectId }]);
  });

  test.each(['new', 'changed', 'inactive', 'ended'])('notifies of a delegation that is %s', async (what) => {
    const notices = start();
    const [diego, amina] = newPair();
    const jonas = newPerson(diego.tenantId);
    const before = what === 'new' ? [] : [sighted(diego)];
    const now = {
      new: [sighted(amina)],
      changed: [sighted(amina, ['receiveCalls', 'makeCalls'])],
      inactive: [sighted(amina, ['receiveCalls'], false)],
      ended: [],
    }[what];
    await notices.turnOn(until(), amina, 'en');
    await read(notices, amina, 'delegators', [...before, sighted(jonas)]);

    expect(await read(notices, diego, 'delegates', [...(now ?? []), sighted(jonas)])).toBe(true);
    expect((await sendNext(notices))?.about).toEqual([{ list: 'delegators', otherId: diego.objectId }]);
  });

  test('an empty list ends a delegation only when it has been read twice', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    await notices.turnOn(until(), amina, 'en');
    await read(notices, amina, 'delegators', [sighted(diego)]);

    expect(await read(notices, diego, 'delegates', [])).toBe(false);
    // The first empty list was a glitch.
    expect(await read(notices, diego, 'delegates', [sighted(amina)])).toBe(false);
    expect(await read(notices, diego, 'delegates', [])).toBe(false);
    expect(await read(notices, diego, 'delegates', [])).toBe(true);
  });

  test('entries are not new after the user’s own list was empty once', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    await notices.turnOn(until(), amina, 'en');
    await read(notices, amina, 'delegators', [sighted(diego)]);
    await read(notices, amina, 'delegators', []);

    expect(await read(notices, diego, 'delegates', [sighted(amina)])).toBe(false);
  });

  test('a list with entries without an id ends no delegation', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    await notices.turnOn(until(), amina, 'en');
    await read(notices, amina, 'delegators', [sighted(diego)]);
    const nobody = { ...sighted(amina), id: '' };
    for (let turn = 0; turn < 3; turn += 1)
      expect(await read(notices, diego, 'delegates', [nobody])).toBe(false);
  });

  test('a value that Graph leaves out is no change, and is compared again once it is known', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    const thin = { ...sighted(amina), isActive: null };
    await notices.turnOn(until(), amina, 'en');
    await read(notices, amina, 'delegators', [{ ...sighted(diego), isActive: null }]);

    expect(await read(notices, diego, 'delegates', [sighted(amina)])).toBe(false);
    expect(await read(notices, diego, 'delegates', [thin])).toBe(false);
    expect(await read(notices, diego, 'delegates', [{ ...thin, isActive: false }])).toBe(true);
  });

  test('does not notify of a change that the user has seen', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    await notices.turnOn(until(), amina, 'en');
    await read(notices, amina, 'delegators', [sighted(diego)]);
    await read(notices, diego, 'delegates', [sighted(amina, [])]);
    notices.pass(1);
    await read(notices, amina, 'delegators', [sighted(diego, [])]);

    expect(await sendNext(notices)).toBeUndefined();
    expect(await read(notices, diego, 'delegates', [sighted(amina, [])])).toBe(false);
  });

  test('notifies of a change detected while the user was reading', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    await notices.turnOn(until(), amina, 'en');
    await read(notices, amina, 'delegators', [sighted(diego)]);
    const readAtMs = notices.nowMs() + 1;
    notices.pass(2);
    await read(notices, diego, 'delegates', [sighted(amina, [])]);
    await read(notices, amina, 'delegators', [sighted(diego)], readAtMs);

    expect(await sendNext(notices)).toMatchObject({ person: amina });
    expect(await read(notices, diego, 'delegates', [sighted(amina, [])])).toBe(false);
  });

  test('a list that did not reach the user does not count as seen, and the other side is notified', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    for (const [person, list, other] of [
      [amina, 'delegators', diego],
      [diego, 'delegates', amina],
    ] as const) {
      await notices.turnOn(until(), person, 'en');
      await read(notices, person, list, [sighted(other)]);
    }
    notices.pass(1);

    expect(await read(notices, amina, 'delegators', [sighted(diego, [])], notices.nowMs(), 'notShown')).toBe(
      true,
    );
    expect(await sendNext(notices)).toMatchObject({ person: diego });
    expect(await sendNext(notices)).toBeUndefined();
    expect(await read(notices, diego, 'delegates', [sighted(amina, [])])).toBe(true);
    expect(await sendNext(notices)).toMatchObject({ person: amina });
  });

  test('notifies of changes after the clock is set back an hour', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    await notices.turnOn(until(), amina, 'en');
    await read(notices, amina, 'delegators', [sighted(diego)]);
    await read(notices, diego, 'delegates', [sighted(amina, ['makeCalls'])]);
    expect(await sendNext(notices)).toMatchObject({ person: amina });
    notices.pass(-hourMs);

    expect(await read(notices, diego, 'delegates', [sighted(amina, [])])).toBe(true);
    expect(await sendNext(notices)).toMatchObject({ person: amina });
    await read(notices, diego, 'delegates', [sighted(amina)]);
    notices.pass(-hourMs);
    await read(notices, amina, 'delegators', [sighted(diego)]);
    expect(await query('select * from outbox')).toEqual([]);
    // Her visit updates what the other side knows, too.
    expect(await read(notices, diego, 'delegates', [sighted(amina)])).toBe(false);
  });

  test('does not notify of a change that is undone before its delivery', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    await notices.turnOn(until(), amina, 'en');
    await read(notices, amina, 'delegators', [sighted(diego)]);
    await read(notices, diego, 'delegates', [sighted(amina, [])]);
    expect(await read(notices, diego, 'delegates', [sighted(amina)])).toBe(false);

    expect(await sendNext(notices)).toBeUndefined();
  });

  test('notifies no one without a subscription, of a list they never saw, or in another tenant', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    await read(notices, amina, 'delegators', [sighted(diego)]);
    expect(await read(notices, diego, 'delegates', [sighted(amina, [])])).toBe(false);

    await notices.turnOn(until(), amina, 'en');
    expect(await read(notices, diego, 'delegates', [sighted(amina, [])])).toBe(false);

    await read(notices, amina, 'delegators', [sighted(diego)]);
    const stranger = { tenantId: newPerson().tenantId, objectId: diego.objectId };
    expect(await read(notices, stranger, 'delegates', [sighted(amina, [])])).toBe(false);
    // The other list is tracked separately.
    expect(await read(notices, diego, 'delegators', [sighted(amina, [])])).toBe(false);
  });

  test('stores nothing about users without a subscription', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    await read(notices, amina, 'delegators', [sighted(diego)]);
    await read(notices, diego, 'delegates', [sighted(amina)]);

    for (const table of ['wishes', 'seen_lists', 'seen_delegations', 'outbox'])
      expect(await query(`select * from ${table}`)).toEqual([]);
  });

  test('stores no name and no readable permission', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    await notices.turnOn(until(), amina, 'en');
    const named = { ...sighted(diego), person: { displayName: 'Diego Marenco' } };
    const other = sighted(newPerson(diego.tenantId));
    await read(notices, amina, 'delegators', [named, other]);
    await read(notices, diego, 'delegates', [sighted(amina, [])]);
    const rows = [
      ...(await query('select * from seen_delegations')),
      ...(await query('select * from outbox')),
    ];
    const states = (await query('select state from seen_delegations')).map(({ state }) => String(state));

    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/Diego|displayName|true|false/);
    // The hashes do not show that two people hold the same permission.
    const hashes = states.flatMap((state) => state.match(/(?<=:)"[\w-]{12}"/g) ?? []);
    expect(hashes).toHaveLength(12);
    expect(new Set(hashes).size).toBe(12);
  });

  test('after a change of the key nothing is notified, and everything is recorded as new', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    await notices.turnOn(until(), amina, 'en');
    await read(notices, amina, 'delegators', [sighted(diego)]);
    const renewed = startNotices(open, undefined, Buffer.alloc(32, 7));

    expect(await read(renewed, diego, 'delegates', [sighted(amina, [])])).toBe(false);
    expect(await read(renewed, diego, 'delegates', [sighted(amina)])).toBe(true);
  });

  test('unsubscribing erases everything, and nothing in progress comes back', async () => {
    const notices = start();
    const [diego, amina] = newPair();
    await notices.turnOn(until(), amina, 'en');
    await read(notices, amina, 'delegators', [sighted(diego)]);
    await read(notices, diego, 'delegates', [sighted(amina, [])]);
    const underWay = await notices.claim(until());
    await notices.turnOff(until(), amina);
    if (underWay !== undefined)
      await notices.settle(until(), underWay, { kind: 'refused', problem: 'notInstalled' });
    await read(notices, amina, 'delegators', [sighted(diego)]);
    await read(notices, diego, 'delegates', [sighted(amina, [])]);

    expect(underWay).toBeDefined();
    expect(await notices.find(until(), amina)).toBeUndefined();
    for (const table of ['wishes', 'seen_lists', 'seen_delegations', 'outbox'])
      expect(await query(`select * from ${table}`)).toEqual([]);
  });

  test('unsubscribing and subscribing at any moment of a reading keeps nothing from before', async () => {
    const [one, other] = [start(), start()];
    const [diego, amina] = newPair();
    for (let turn = 0; turn < 10; turn += 1) {
      await one.turnOn(until(), amina, 'en');
      await read(one, amina, 'delegators', [sighted(diego, turn % 2 === 0 ? [] : ['makeCalls'])]);
      await Promise.all([
        read(other, diego, 'delegates', [sighted(amina)]),
        one.turnOff(until(), amina),
        read(other, amina, 'delegators', [sighted(diego)]),
      ]);

      for (const table of ['wishes', 'seen_lists', 'seen_delegations', 'outbox'])
        expect(await query(`select * from ${table}`)).toEqual([]);
    }
  });

  test('notifies once of a change that many instances read at the same time', async () => {
    const instances = Array.from({ length: 4 }, start);
    const [notices] = instances;
    if (notices === undefined) throw new Error('There is none.');
    const [diego, amina] = newPair();
    await notices.turnOn(until(), amina, 'en');
    await read(notices, amina, 'delegators', [sighted(diego)]);
    const told = await Promise.all(
      instances.map((instance) => read(instance, diego, 'delegates', [sighted(amina, [])])),
    );

    expect(told.filter((isTold) => isTold)).toHaveLength(1);
    expect(await query('select * from outbox')).toHaveLength(1);
  });
}
