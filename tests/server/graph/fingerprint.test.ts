import { forEachRight, rights, type Right } from '../../../src/contract/delegation.js';
import { findRightsSeen, fingerprint } from '../../../src/server/graph/fingerprint.js';

const entry = (id: string, held: readonly Right[] = [], isActive: boolean | null = true) => ({
  id,
  isActive,
  allowedActions: forEachRight((right) => held.includes(right)),
});
const list = [entry('a', ['makeCalls']), entry('b')];

test('is the SHA-256 hash that the documentation and stored confirmations rely on', () => {
  expect(fingerprint([entry('b', [], null), entry('a', ['makeCalls'])])).toBe(
    'EFfhvdHZxGxdWwborkhajHsQmAZEeOMFygZxbDUUZb4',
  );
});

test('is independent of order and 43 characters long', () => {
  expect(fingerprint(list)).toBe(fingerprint([...list].reverse()));
  expect(fingerprint(list, [...rights].reverse())).toBe(fingerprint(list));
  expect(fingerprint(list)).toMatch(/^[\w-]{43}$/);
});

test.each([
  ['id', [entry('c', ['makeCalls']), entry('b')]],
  ['right', [entry('a', ['receiveCalls']), entry('b')]],
  ['flag', [entry('a', ['makeCalls'], false), entry('b')]],
  ['unknown flag', [entry('a', ['makeCalls'], null), entry('b')]],
  ['entry', [entry('a', ['makeCalls'])]],
  ['owner of a right', [entry('a'), entry('b', ['makeCalls'])]],
])('changes with another %s', (_, other) => {
  expect(fingerprint(other)).not.toBe(fingerprint(list));
});

test('findRightsSeen returns the covered rights: all, or all but one', () => {
  expect(findRightsSeen(fingerprint(list), list)).toEqual(rights);
  for (const newer of rights) {
    const known = rights.filter((right) => right !== newer);
    expect(findRightsSeen(fingerprint(list, known), list)).toEqual(known);
  }
  expect(findRightsSeen(fingerprint(list, rights.slice(2)), list)).toBeUndefined();
  expect(findRightsSeen(fingerprint([]), list)).toBeUndefined();
});
