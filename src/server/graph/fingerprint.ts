import { createHash } from 'node:crypto';
import { rights, type Delegation } from '../../contract/delegation.js';

/** A hash over ids, rights and active flags, whatever the order of the entries. base64url, 43 characters. */
export function fingerprint(
  delegations: readonly Pick<Delegation, 'id' | 'isActive' | 'allowedActions'>[],
): string {
  const lines = delegations.map(({ id, isActive, allowedActions }) =>
    JSON.stringify([id, isActive, ...rights.map((right) => allowedActions[right])]),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('base64url');
}
