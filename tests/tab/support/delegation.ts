import {
  forEachRight,
  type AllowedActions,
  type Delegation,
  type Person,
  type Right,
} from '../../../src/contract/delegation.js';

export type Traits = Partial<Omit<Delegation, 'id' | 'allowedActions' | 'person'>> & {
  /** Held rights. All others are not held. */
  readonly holds?: readonly Right[];
  /** Overrides `holds`. */
  readonly rights?: Partial<AllowedActions>;
  readonly person?: Partial<Person> | null;
};

/** A delegation in force that holds *receive calls* by default. The id is also the person's name. */
export function aDelegation(id: string, traits: Traits = {}): Delegation {
  const { holds = ['receiveCalls'], rights = {}, person = {}, ...rest } = traits;
  const isThere = person !== null && (rest.personStatus ?? 'found') === 'found';
  return {
    id,
    isActive: true,
    createdDateTime: '2025-01-14T09:30:00Z',
    personStatus: 'found',
    ...rest,
    allowedActions: {
      ...forEachRight((right) => holds.includes(right)),
      ...rights,
    },
    person: isThere
      ? {
          id,
          displayName: id,
          jobTitle: null,
          department: null,
          mail: `${id}@example.com`,
          userPrincipalName: `${id}@example.com`,
          accountEnabled: true,
          ...person,
        }
      : null,
  };
}

export const unreported: AllowedActions = forEachRight(() => null);

export const gone = { personStatus: 'notFound' } as const;
export const disabled = { person: { accountEnabled: false } } as const;
export const inactive = { isActive: false } as const;
