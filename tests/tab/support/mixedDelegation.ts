import type { Delegation } from '../../../src/contract/delegation.js';
import { aDelegation, type Traits } from './delegation.js';

/** A person with little more than a name, whose rights are held, not held and not reported. */
export const mixedDelegation = (id: string, { person, ...traits }: Traits = {}): Delegation =>
  aDelegation(id, {
    holds: ['makeCalls', 'joinActiveCalls'],
    rights: { pickUpHeldCalls: null },
    person:
      person === null
        ? null
        : {
            displayName: `Name ${id}`,
            mail: null,
            userPrincipalName: null,
            accountEnabled: null,
            ...person,
          },
    ...traits,
  });
