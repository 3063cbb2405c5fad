import type { Migration } from '../database/migrate.js';

export const confirmationMigrations: readonly Migration[] = [
  {
    name: '0001-confirmations',
    // The first version of this program created the same tables, and may still be running.
    statements: [
      `create table if not exists confirmations (
        tenant_id uuid not null,
        user_id uuid not null,
        list text not null,
        id uuid not null,
        confirmed_at timestamp (3) with time zone not null,
        fingerprint text not null,
        entries jsonb not null,
        primary key (tenant_id, user_id, list, id)
      )`,
      `create index if not exists confirmations_newest on confirmations (tenant_id, user_id, list, confirmed_at desc, id desc)`,
      `create index if not exists confirmations_age on confirmations (confirmed_at)`,
    ],
  },
  {
    name: '0002-forgotten',
    statements: [
      `create table forgotten (
        tenant_id uuid not null,
        user_id uuid not null,
        mark uuid not null,
        forgotten_at timestamp (3) with time zone not null,
        primary key (tenant_id, user_id)
      )`,
    ],
  },
  {
    name: '0006-shared-confirmations',
    statements: [
      `alter table confirmations add column shared integer not null default 0`,
      `create index confirmations_shared on confirmations (tenant_id, user_id, list, confirmed_at desc, id desc) where shared = 1`,
    ],
  },
];
