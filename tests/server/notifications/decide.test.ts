import {
  decide,
  type Absence,
  type Decision,
  type LastSeen,
} from '../../../src/server/notifications/decide.js';
import type { DelegationState } from '../../../src/server/notifications/delegationState.js';

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
