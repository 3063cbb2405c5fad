import {
  createStateHasher,
  decide,
  type Absence,
  type Decision,
  type DelegationState,
  type LastSeen,
} from '../../../src/server/notifications/delegationState.js';
import { newUser, listEntry } from '../../support/notificationStore.js';

/** States of delegations, and what a difference between two of them means. */

const hasher = createStateHasher(Buffer.alloc(32, 1));
const other = createStateHasher(Buffer.alloc(32, 2));
const user = newUser();
const of = { user, list: 'delegates', otherId: 'o' } as const;
const entry = listEntry(newUser(), ['makeCalls']);

test('hashes each permission and the active flag that Graph reports, always in the same way', () => {
  const state = hasher.hash(of, entry);
  const hashes = Object.values(state);
  const partial = { ...entry, isActive: null, allowedActions: { ...entry.allowedActions, makeCalls: null } };
  const { isActive: _, makeCalls: __, ...reported } = state;

  expect(hashes.every((hash) => /^[\w-]{12}$/.test(hash))).toBe(true);
  expect(new Set(hashes).size).toBe(6);
  expect(hasher.hash(of, partial)).toEqual(reported);
});

test.each([
  ['user', hasher.hash({ ...of, user: { ...user, objectId: 'x' } }, entry)],
  ['tenant', hasher.hash({ ...of, user: { ...user, tenantId: 'x' } }, entry)],
  ['list', hasher.hash({ ...of, list: 'delegators' }, entry)],
  ['delegation', hasher.hash({ ...of, otherId: 'x' }, entry)],
  ['key', other.hash(of, entry)],
])('another %s changes every hash', (_, state) => {
  const known = hasher.hash(of, entry);

  expect(Object.keys(state)).toEqual(Object.keys(known));
  expect(Object.entries(state).filter(([field, hash]) => hash === known[field])).toEqual([]);
});

const lastSeen = (state: DelegationState, missed = 0): LastSeen => ({ state, missed });
const nothing: Decision = { kind: 'nothing' };
const keep = (state: DelegationState, missed = 0): Decision => ({
  kind: 'keep',
  lastSeen: lastSeen(state, missed),
});
const notify = (state: DelegationState): Decision => ({ kind: 'notify', lastSeen: lastSeen(state) });
const ended: Decision = { kind: 'notify', lastSeen: undefined };

test.each<[string, LastSeen | undefined, DelegationState | undefined, Absence, Decision]>([
  ['new', undefined, { a: '1' }, 'certain', notify({ a: '1' })],
  ['unchanged', lastSeen({ a: '1' }), { a: '1' }, 'certain', nothing],
  ['unchanged, in an incomplete reading', lastSeen({ a: '1' }), { a: '1' }, 'unknown', nothing],
  ['another value', lastSeen({ a: '1', b: '1' }), { a: '1', b: '2' }, 'certain', notify({ a: '1', b: '2' })],
  ['another value, and one missing', lastSeen({ a: '1', b: '1' }), { b: '2' }, 'certain', notify({ a: '1', b: '2' })],
  ['one value missing', lastSeen({ a: '1', b: '1' }), { b: '1' }, 'certain', nothing],
  ['a value that was unknown before', lastSeen({ a: '1' }), { a: '1', b: '1' }, 'certain', keep({ a: '1', b: '1' })],
  ['one value, none known before', lastSeen({}), { a: '1' }, 'certain', keep({ a: '1' })],
  ['back after it was missing once', lastSeen({ a: '1' }, 1), { a: '1' }, 'certain', keep({ a: '1' })],
  ['back with a change', lastSeen({ a: '1' }, 1), { a: '2' }, 'certain', notify({ a: '2' })],
  ['gone from a complete list', lastSeen({ a: '1' }), undefined, 'certain', ended],
  ['gone from an empty list, once', lastSeen({ a: '1' }), undefined, 'half', keep({ a: '1' }, 1)],
  ['gone from an empty list, twice', lastSeen({ a: '1' }, 1), undefined, 'half', ended],
  ['gone from an incomplete list', lastSeen({ a: '1' }, 1), undefined, 'unknown', nothing],
  ['never there', undefined, undefined, 'certain', nothing],
  ['never there, in an empty list', undefined, undefined, 'half', nothing],
])('decides about a delegation: %s', (_, before, now, absence, decision) => {
  expect(decide(before, now, absence)).toEqual(decision);
}); // prettier-ignore
