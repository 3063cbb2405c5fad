import { hash } from 'node:crypto';
import { rights, type Delegation } from '../../contract/delegation.js';

/** A hash over ids, rights and active flags, whatever the order of the entries. base64url, 43 characters. */
export function fingerprint(
  delegations: readonly Pick<Delegation, 'id' | 'isActive' | 'allowedActions'>[],
): string {
  const lines = delegations.map(({ id, isActive, allowedActions }) =>
    JSON.stringify([id, isActive, ...rights.map((right) => allowedActions[right])]),
  );
  return hash('sha256', lines.sort().join('\n'), 'base64url');
}
