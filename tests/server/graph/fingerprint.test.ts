import { forEachRight, rights, type Right } from '../../../src/contract/delegation.js';
import { findRightsSeen, fingerprint } from '../../../src/server/graph/fingerprint.js';

const entry = (id: string, held: readonly Right[] = [], isActive: boolean | null = true) => ({
  id,
  isActive,
  allowedActions: forEachRight((right) => held.includes(right)),
});
const list = [entry('a', ['makeCalls']), entry('b')];

test('is SHA-256 over what docs and stored confirmations rely on', () => {
  expect(fingerprint([entry('b', [], null), entry('a', ['makeCalls'])])).toBe(
    'EFfhvdHZxGxdWwborkhajHsQmAZEeOMFygZxbDUUZb4',
  );
});

test('is the same whatever the order, and 43 characters long', () => {
  expect(fingerprint(list)).toBe(fingerprint([...list].reverse()));
  expect(fingerprint(list, [...rights].reverse())).toBe(fingerprint(list));
  expect(fingerprint(list)).toMatch(/^[\w-]{43}$/);
});

test.each([
  ['id', [entry('c', ['makeCalls']), entry('b')]],
  ['right', [entry('a', ['receiveCalls']), entry('b')]],
  ['flag', [entry('a', ['makeCalls'], false), entry('b')]],
  ['flag that is not known', [entry('a', ['makeCalls'], null), entry('b')]],
  ['entry', [entry('a', ['makeCalls'])]],
  ['owner of a right', [entry('a'), entry('b', ['makeCalls'])]],
])('another %s is another', (_, other) => {
  expect(fingerprint(other)).not.toBe(fingerprint(list));
});

test('tells which rights were looked at: all, or all but one', () => {
  expect(findRightsSeen(fingerprint(list), list)).toEqual(rights);
  for (const newer of rights) {
    const known = rights.filter((right) => right !== newer);
    expect(findRightsSeen(fingerprint(list, known), list)).toEqual(known);
  }
  expect(findRightsSeen(fingerprint(list, rights.slice(2)), list)).toBeUndefined();
  expect(findRightsSeen(fingerprint([]), list)).toBeUndefined();
});
