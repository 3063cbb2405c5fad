import type { Delegation, Right } from '../../../contract/delegation.js';

export type Criteria = {
  /** Words in any order, each somewhere in what is known of a person. */
  readonly search: string;
  /** Only those who hold it; any when left out. */
  readonly right: Right | undefined;
  readonly isActiveOnly: boolean;
  readonly order: 'asReported' | 'name' | 'date';
};

/** What is looked for and how, so that nothing is loaded for it before anything is. */
export type Search = { readonly criteria: Criteria; readonly find: typeof findDelegations };

export const noCriteria: Criteria = {
  search: '',
  right: undefined,
  isActiveOnly: false,
  order: 'asReported',
};

/** The delegations that meet the criteria, in their order. Names are compared as the locale does, without case or accents. */
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
