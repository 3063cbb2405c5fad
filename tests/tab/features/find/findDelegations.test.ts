import {
  findDelegations,
  noCriteria,
  type Criteria,
} from '../../../../src/tab/features/find/findDelegations.js';
import type { Traits } from '../../support/delegation.js';
import { mixedDelegation } from '../../support/mixedDelegation.js';

const named = (id: string, displayName: string, traits: Traits = {}) =>
  mixedDelegation(id, { person: { displayName, jobTitle: 'Chief', department: 'Vorstand' }, ...traits });

describe('searching', () => {
  const [diego, amelie, gone] = [
    named('1', 'Diego Marenco', { createdDateTime: '2024-01-01T00:00:00Z' }),
    named('2', 'Amélie Roux', {
      isActive: false,
      rights: { makeCalls: null, pickUpHeldCalls: null },
    }),
    mixedDelegation('3', { person: null, personStatus: 'notFound', createdDateTime: null }),
  ];
  const all = [diego, amelie, gone];
  const idsFor = (criteria: Partial<Criteria>) =>
    findDelegations(all, { ...noCriteria, ...criteria }, 'en').map(({ id }) => id);

  test('returns everyone in list order without criteria', () => {
    expect(idsFor({})).toEqual(['1', '2', '3']);
  });
  test.each([
    [{ search: 'amelie' }, ['2']],
    [{ search: 'ROUX amé' }, ['2']],
    [{ search: 'vorstand' }, ['1', '2']],
    [{ search: '   ' }, ['1', '2', '3']],
    [{ search: '.*' }, []],
    [{ right: 'makeCalls' as const }, ['1', '3']],
    [{ isActiveOnly: true }, ['1', '3']],
    [{ order: 'name' as const }, ['2', '1', '3']],
    [{ order: 'date' as const }, ['2', '1', '3']],
  ])('applies %j', (criteria, ids) => {
    expect(idsFor(criteria)).toEqual(ids);
  });
});
