import { z } from 'zod';
import type { Confirmation } from '../../contract/confirmation.js';
import { rights, type Right } from '../../contract/delegation.js';
import type { Row } from '../database/Database.js';
import { Problem } from '../Problem.js';

const flag = z.boolean().nullable();

/** Every right is optional, because older records have fewer. Rights of a newer program are dropped. */
const allowedActions = z.object(
  Object.fromEntries(rights.map((right) => [right, z.exactOptional(flag)])) as Record<
    Right,
    z.ZodExactOptional<typeof flag>
  >,
);

const storedEntries = z.array(
  z.object({
    id: z.string(),
    isActive: flag,
    allowedActions,
    // The first version could not mark an entry as wrong.
    isRight: z.boolean().default(true),
  }),
);

const row = z.object({
  id: z.string(),
  confirmed_at: z.iso.datetime(),
  fingerprint: z.string(),
  shared: z.literal([0, 1]).transform((shared) => shared === 1),
  entries: z.string().transform((text) => storedEntries.parse(JSON.parse(text))),
});

/** Throws Problem `store_unavailable` for a row that no version of this program wrote. */
export function toConfirmation(stored: Row): Confirmation {
  try {
    const { id, confirmed_at: confirmedAt, fingerprint, shared, entries } = row.parse(stored);
    return { id, confirmedAt, fingerprint, shared, entries };
  } catch {
    // The caught error is not the cause, because it may quote the row.
    throw new Problem({ code: 'store_unavailable' }, 'A stored confirmation cannot be read.', {
      cause: 'a stored row cannot be parsed',
    });
  }
}
