import type { Delegation, Right } from '../../../contract/delegation.js';

export type Wish = {
  readonly words: string;
  /** Only those who hold it; any when left out. */
  readonly right: Right | undefined;
  readonly isActiveOnly: boolean;
  readonly order: 'asReported' | 'name' | 'date';
};

export const everything: Wish = { words: '', right: undefined, isActiveOnly: false, order: 'asReported' };

/** The delegations that fit a wish, in its order. Names are compared as the locale does, without case or accents. */
export function findDelegations(
  delegations: readonly Delegation[],
  wish: Wish,
  locale: string,
): Delegation[] {
  const wanted = fold(wish.words).split(/\s+/).filter(Boolean);
  const found = delegations.filter((delegation) => {
    const text = fold(searchable(delegation));
    return (
      wanted.every((word) => text.includes(word)) &&
      (wish.right === undefined || delegation.allowedActions[wish.right] === true) &&
      (!wish.isActiveOnly || delegation.isActive === true)
    );
  });
  const collator = new Intl.Collator(locale, { sensitivity: 'base' });
  switch (wish.order) {
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
