import { formatShortDate, toOtherSide } from '../../../src/tab/delegation/otherSide.js';
import { aDelegation } from '../support/delegation.js';

const delegation = aDelegation('ann');
const shared = { ...delegation, isRight: true, confirmedAt: '2026-11-03T12:00:00Z' };
const changedRights = { ...delegation.allowedActions, makeCalls: true };

test.each([
  ['confirmed', {}],
  ['wrong', { isRight: false }],
  ['confirmedBefore', { allowedActions: changedRights }],
  ['confirmedBefore', { isActive: false }],
  ['wrongBefore', { isRight: false, allowedActions: changedRights }],
  // A right that the record does not contain is unknown and is no change.
  ['confirmed', { allowedActions: { receiveCalls: true } }],
])('%s: %j', (side, change) => {
  expect(toOtherSide(delegation, { ...shared, ...change })).toBe(side);
});

test('adds the year to a date of another year only', () => {
  const now = Date.parse('2026-11-29T12:00:00Z');

  expect(formatShortDate('2026-11-03T12:00:00Z', 'en-US', now)).toBe('Nov 3');
  expect(formatShortDate('2025-11-03T12:00:00Z', 'en-US', now)).toBe('Nov 3, 2025');
  expect(formatShortDate('2026-11-03T12:00:00Z', 'ar-EG', now)).toMatch(/3/);
});
