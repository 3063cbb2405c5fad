import { decide, type Absence, type Decision, type Known } from '../../../src/server/notices/decide.js';
import type { DelegationState } from '../../../src/server/notices/delegationState.js';

const known = (state: DelegationState, missed = 0): Known => ({ state, missed });
const nothing: Decision = { kind: 'nothing' };
const keep = (state: DelegationState, missed = 0): Decision => ({
  kind: 'keep',
  known: known(state, missed),
});
const tell = (state: DelegationState): Decision => ({ kind: 'tell', known: known(state) });
const ended: Decision = { kind: 'tell', known: undefined };

test.each<[string, Known | undefined, DelegationState | undefined, Absence, Decision]>([
  ['new', undefined, { a: '1' }, 'certain', tell({ a: '1' })],
  ['unchanged', known({ a: '1' }), { a: '1' }, 'certain', nothing],
  ['unchanged, in an incomplete reading', known({ a: '1' }), { a: '1' }, 'unknown', nothing],
  ['another value', known({ a: '1', b: '1' }), { a: '1', b: '2' }, 'certain', tell({ a: '1', b: '2' })],
  ['another value, and one missing', known({ a: '1', b: '1' }), { b: '2' }, 'certain', tell({ a: '1', b: '2' })],
  ['one value missing', known({ a: '1', b: '1' }), { b: '1' }, 'certain', nothing],
  ['a value that was unknown before', known({ a: '1' }), { a: '1', b: '1' }, 'certain', keep({ a: '1', b: '1' })],
  ['one value, none known before', known({}), { a: '1' }, 'certain', keep({ a: '1' })],
  ['back after it was missing once', known({ a: '1' }, 1), { a: '1' }, 'certain', keep({ a: '1' })],
  ['back with a change', known({ a: '1' }, 1), { a: '2' }, 'certain', tell({ a: '2' })],
  ['gone from a complete list', known({ a: '1' }), undefined, 'certain', ended],
  ['gone from an empty list, once', known({ a: '1' }), undefined, 'half', keep({ a: '1' }, 1)],
  ['gone from an empty list, twice', known({ a: '1' }, 1), undefined, 'half', ended],
  ['gone from an incomplete list', known({ a: '1' }, 1), undefined, 'unknown', nothing],
  ['never there', undefined, undefined, 'certain', nothing],
  ['never there, in an empty list', undefined, undefined, 'half', nothing],
])('decides about a delegation: %s', (_, before, now, absence, decision) => {
  expect(decide(before, now, absence)).toEqual(decision);
}); // prettier-ignore
