import type { Delegation, Right } from '../../../contract/delegation.js';

export type Criteria = {
  /** Words in any order. Each must occur in the person's data. */
  readonly search: string;
  /** Undefined matches any right. */
  readonly right: Right | undefined;
  readonly isActiveOnly: boolean;
  readonly order: 'asReported' | 'name' | 'date';
};

/** Criteria with the search function, so that its code is loaded only on the first search. */
export type Search = { readonly criteria: Criteria; readonly find: typeof findDelegations };

export const noCriteria: Criteria = {
  search: '',
  right: undefined,
  isActiveOnly: false,
  order: 'asReported',
};

/** Returns the matching delegations in the chosen order. Compares names by locale, ignoring case and accents. */
export function findDelegations(
  delegations: readonly Delegation[],
  { search, right, isActiveOnly, order }: Criteria,
  locale: string,
): Delegation[] {
  const wanted = fold(search).split(/\s+/).filter(Boolean);
  const found = delegations.filter((delegation) => {
    const text = fold(searchable(delegation));
    return (
      wanted.every((word) => text.includes(word)) &&
      (right === undefined || delegation.allowedActions[right] === true) &&
      (!isActiveOnly || delegation.isActive === true)
    );
  });
  const collator = new Intl.Collator(locale, { sensitivity: 'base' });
  switch (order) {
    case 'asReported':
      return found;
    case 'name':
      return found.sort((a, b) =>
        collator.compare(a.person?.displayName ?? '\uFFFF', b.person?.displayName ?? '\uFFFF'),
      );
    case 'date':
      return found.sort((a, b) => (b.createdDateTime ?? '').localeCompare(a.createdDateTime ?? ''));
  }
}

const searchable = ({ id, person }: Delegation): string =>
  [id, person?.displayName, person?.jobTitle, person?.department, person?.mail].join(' ');

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
