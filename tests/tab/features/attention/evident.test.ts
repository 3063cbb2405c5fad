import type { ListName } from '../../../../src/contract/delegation.js';
import { countEvident } from '../../../../src/tab/features/attention/evident.js';
import { toFindings } from '../../../../src/tab/features/attention/toFindings.js';
import { aDelegation, disabled, gone, inactive, type Traits } from '../../support/delegation.js';
import { many } from './findingTable.js';

const traits: readonly Traits[] = [
  {},
  gone,
  disabled,
  inactive,
  { isActive: null },
  { holds: [] },
  { holds: ['manageCallAndDelegateSettings'] },
  { holds: ['manageCallAndDelegateSettings'], ...inactive },
  { rights: { receiveCalls: null } },
];

/** Each trait alone, each pair of traits, and lists near the limit. */
const lists = [
  [],
  ...traits.map((one) => [aDelegation('one', one)]),
  ...traits.flatMap((one) => traits.map((two) => [aDelegation('one', one), aDelegation('two', two)])),
  ...[22, 23, 24].map(many),
];
const others = [undefined, null, [], [aDelegation('ONE')], [aDelegation('two')], [aDelegation('')]];

test.each(['delegators', 'delegates'] satisfies ListName[])(
  'counts the findings of the list %s without further data as toFindings does',
  (list) => {
    const counts = new Set<number>();
    for (const delegations of lists) {
      for (const other of others) {
        const told = toFindings({
          list,
          delegations,
          other,
          presence: undefined,
          lastConfirmed: undefined,
          teamsPhone: undefined,
          isCallingAllowed: undefined,
        });
        const count = countEvident({ list, delegations, other });
        expect([delegations, other, count]).toEqual([delegations, other, told.length]);
        counts.add(count);
      }
    }
    expect(counts.size).toBeGreaterThan(3);
  },
);
