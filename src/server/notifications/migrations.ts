import type { Migration } from '../database/migrate.js';

/**
 * - `wishes`: subscriptions. `due_at`: when the next delivery is due. `claim`: the delivery under way. `visited_at`: day of the last visit.
 *   `missing_since`: when Graph first did not know the user, with no success since. `failing_since`: unused since 0005.
 * - `seen_lists`, `seen_delegations`: what the subscriber saw last, or was notified of since.
 * - `outbox`: notifications to deliver. `failing_since`: time of the first failed attempt.
 */
export const notificationMigrations: readonly Migration[] = [
  {
    name: '0003-notices',
    statements: [
      `create table wishes (
        tenant_id uuid not null,
        user_id uuid not null,
        language text not null,
        wished_at timestamp (3) with time zone not null,
        problem text,
        quiet_until timestamp (3) with time zone,
        due_at timestamp (3) with time zone,
        claim uuid,
        failing_since timestamp (3) with time zone,
        told_on text,
        told_count integer not null default 0,
        reminded_at timestamp (3) with time zone,
        primary key (tenant_id, user_id)
      )`,
      `create index wishes_due on wishes (due_at)`,
      `create table seen_lists (
        tenant_id uuid not null,
        user_id uuid not null,
        list text not null,
        primary key (tenant_id, user_id, list)
      )`,
      `create table seen_delegations (
        tenant_id uuid not null,
        user_id uuid not null,
        list text not null,
        other_id uuid not null,
        state text not null,
        missed integer not null default 0,
        read_at timestamp (3) with time zone not null,
        primary key (tenant_id, user_id, list, other_id)
      )`,
      `create index seen_delegations_other on seen_delegations (tenant_id, other_id, list)`,
      `create table outbox (
        tenant_id uuid not null,
        user_id uuid not null,
        kind text not null,
        list text not null,
        other_id text not null,
        before text,
        decided_at timestamp (3) with time zone not null,
        due_at timestamp (3) with time zone not null,
        claim uuid,
        primary key (tenant_id, user_id, kind, list, other_id)
      )`,
    ],
  },
  {
    name: '0004-watching',
    statements: [
      `alter table wishes add column watched_at timestamp (3) with time zone`,
      `create index wishes_watched on wishes (coalesce(watched_at, wished_at))`,
      `create table leases (
        name text primary key,
        holder uuid not null,
        held_until timestamp (3) with time zone not null
      )`,
    ],
  },
  {
    name: '0005-deliveries',
    statements: [
      `alter table outbox add column failing_since timestamp (3) with time zone`,
      `alter table wishes add column visited_at timestamp (3) with time zone`,
      `alter table wishes add column missing_since timestamp (3) with time zone`,
      {
        libSQL: `update wishes set visited_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`,
        PostgreSQL: `update wishes set visited_at = now()`,
      },
    ],
  },
];
