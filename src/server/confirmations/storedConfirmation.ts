import { z } from 'zod';
import type { Confirmation } from '../../contract/confirmation.js';
import { rights, type Right } from '../../contract/delegation.js';
import type { Row } from '../database/Database.js';
import { Problem } from '../Problem.js';

const flag = z.boolean().nullable();

/** Built from the list of rights: an older record knows fewer of them, one of a newer program more. */
const allowedActions = z.object(
  Object.fromEntries(rights.map((right) => [right, z.exactOptional(flag)])) as Record<
    Right,
    z.ZodExactOptional<typeof flag>
  >,
);

const entries = z.array(
  z.object({
    id: z.string(),
    isActive: flag,
    allowedActions,
    // Nothing could be said to be wrong when the first ones were kept.
    isRight: z.boolean().default(true),
  }),
);

const row = z.object({
  id: z.string(),
  confirmed_at: z.iso.datetime(),
  fingerprint: z.string(),
  entries: z.string().transform((text) => entries.parse(JSON.parse(text))),
});

/** Throws Problem `store_unavailable` for a row that no version of this program has written. */
export function toConfirmation(stored: Row): Confirmation {
  try {
    const { confirmed_at: confirmedAt, ...rest } = row.parse(stored);
    return { ...rest, confirmedAt };
  } catch {
    // Not as the cause: it may quote the row.
    throw new Problem({ code: 'store_unavailable' }, 'A confirmation of yours cannot be read.', {
      cause: 'a stored row that cannot be understood',
    });
  }
}

/** Field by field: nothing else of a delegation may get in. */
export const toStoredEntries = (confirmed: Confirmation['entries']): string =>
  JSON.stringify(entries.parse(confirmed));
