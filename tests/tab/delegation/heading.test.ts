import type { Delegation } from '../../../src/contract/delegation.js';
import { listExceptions, toHeading } from '../../../src/tab/delegation/heading.js';
import { isInForce, standingOf, type Standing } from '../../../src/tab/delegation/standing.js';
import { aDelegation, disabled, gone, inactive, unreported, type Traits } from '../support/delegation.js';

test.each<[string, Traits, Standing, boolean]>([
  ['one held right', {}, 'working', true],
  ['one held right with an unreported status', { isActive: null }, 'working', true],
  [
    'one held right, the others not reported',
    { rights: { ...unreported, makeCalls: true } },
    'working',
    true,
  ],
  ['a person whose lookup failed', { personStatus: 'unavailable' }, 'working', true],
  ['an account of unknown status', { person: { accountEnabled: null } }, 'working', true],
  ['five unreported rights', { rights: unreported }, 'unreported', true],
  ['rights not held or not reported', { holds: [], rights: { makeCalls: null } }, 'unreported', true],
  ['no right', { holds: [] }, 'powerless', true],
  ['an inactive delegation', inactive, 'inactive', false],
  ['a blocked account', disabled, 'disabled', false],
  ['a blocked account, inactive', { ...disabled, ...inactive }, 'disabled', false],
  ['a deleted account', gone, 'gone', false],
  ['a deleted account, inactive', { ...gone, ...inactive }, 'gone', false],
])('%s: %j is %s', (_, traits, standing, inForce) => {
  expect(standingOf(aDelegation('x', traits))).toBe(standing);
  expect(isInForce(aDelegation('x', traits))).toBe(inForce);
});

const none = { working: 0, unreported: 0, powerless: 0, inactive: 0, disabled: 0, gone: 0 };
const mixed: Delegation[] = [
  aDelegation('a'),
  aDelegation('b', gone),
  aDelegation('c', { rights: unreported }),
  aDelegation('d', inactive),
  aDelegation('e', inactive),
  aDelegation('f'),
  aDelegation('g', disabled),
  aDelegation('h', { holds: [] }),
];

test('counts only working delegations as working', () => {
  const counts = { working: 2, unreported: 1, powerless: 1, inactive: 2, disabled: 1, gone: 1 };

  expect(toHeading({ delegators: mixed, delegates: [] })).toEqual({ delegators: counts, delegates: none });
  expect(toHeading({ delegators: [], delegates: mixed })).toEqual({ delegators: none, delegates: counts });
});

test('distinguishes a failed list from an empty one', () => {
  expect(toHeading({ delegators: [], delegates: [] })).toBe('empty');
  expect(toHeading({ delegators: [], delegates: undefined })).toEqual({
    delegators: none,
    delegates: undefined,
  });
  expect(toHeading({ delegators: undefined, delegates: [] })).toEqual({
    delegators: undefined,
    delegates: none,
  });
});

test('lists the standings that occur and do not work, worst first', () => {
  const heading = toHeading({ delegators: mixed, delegates: [aDelegation('a')] });
  if (heading === 'empty' || heading.delegators === undefined || heading.delegates === undefined) {
    throw new Error('Both lists are there.');
  }

  expect(listExceptions(heading.delegators)).toEqual([
    { standing: 'gone', count: 1 },
    { standing: 'disabled', count: 1 },
    { standing: 'inactive', count: 2 },
    { standing: 'unreported', count: 1 },
    { standing: 'powerless', count: 1 },
  ]);
  expect(listExceptions(heading.delegates)).toEqual([]);
});
