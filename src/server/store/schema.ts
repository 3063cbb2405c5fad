import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { ConfirmedEntry } from '../../contract/confirmation.js';
import type { ListName } from '../../contract/delegation.js';

/** Who confirmed which list, when, and how it was. Tenant and user come first in every key, and stand in every query. */
export const confirmations = pgTable(
  'confirmations',
  {
    tenantId: uuid('tenant_id').notNull(),
    userId: uuid('user_id').notNull(),
    list: text('list').$type<ListName>().notNull(),
    id: uuid('id').notNull(),
    confirmedAt: timestamp('confirmed_at', { withTimezone: true, precision: 3 }).notNull(),
    fingerprint: text('fingerprint').notNull(),
    entries: jsonb('entries').$type<readonly ConfirmedEntry[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.userId, table.list, table.id] }),
    index('confirmations_newest').on(
      table.tenantId,
      table.userId,
      table.list,
      table.confirmedAt.desc(),
      table.id.desc(),
    ),
    index('confirmations_age').on(table.confirmedAt),
  ],
);
