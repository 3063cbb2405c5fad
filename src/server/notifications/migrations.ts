import { sql } from '../database/Database.js';
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
    libSQL: [
      sql`create table wishes (
        tenant_id text not null,
        user_id text not null,
        language text not null,
        wished_at text not null,
        problem text,
        quiet_until text,
        due_at text,
        claim text,
        failing_since text,
        told_on text,
        told_count integer not null default 0,
        reminded_at text,
        primary key (tenant_id, user_id)
      ) strict`,
      sql`create index wishes_due on wishes (due_at)`,
      sql`create table seen_lists (
        tenant_id text not null,
        user_id text not null,
        list text not null,
        primary key (tenant_id, user_id, list)
      ) strict`,
      sql`create table seen_delegations (
        tenant_id text not null,
        user_id text not null,
        list text not null,
        other_id text not null,
        state text not null,
        missed integer not null default 0,
        read_at text not null,
        primary key (tenant_id, user_id, list, other_id)
      ) strict`,
      sql`create index seen_delegations_other on seen_delegations (tenant_id, other_id, list)`,
      sql`create table outbox (
        tenant_id text not null,
        user_id text not null,
        kind text not null,
        list text not null,
        other_id text not null,
        before text,
        decided_at text not null,
        due_at text not null,
        claim text,
        primary key (tenant_id, user_id, kind, list, other_id)
      ) strict`,
    ],
    PostgreSQL: [
      sql`create table wishes (
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
      sql`create index wishes_due on wishes (due_at)`,
      sql`create table seen_lists (
        tenant_id uuid not null,
        user_id uuid not null,
        list text not null,
        primary key (tenant_id, user_id, list)
      )`,
      sql`create table seen_delegations (
        tenant_id uuid not null,
        user_id uuid not null,
        list text not null,
        other_id uuid not null,
        state text not null,
        missed integer not null default 0,
        read_at timestamp (3) with time zone not null,
        primary key (tenant_id, user_id, list, other_id)
      )`,
      sql`create index seen_delegations_other on seen_delegations (tenant_id, other_id, list)`,
      sql`create table outbox (
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
    libSQL: [
      sql`alter table wishes add column watched_at text`,
      sql`create index wishes_watched on wishes (coalesce(watched_at, wished_at))`,
      sql`create table leases (name text primary key, holder text not null, held_until text not null) strict`,
    ],
    PostgreSQL: [
      sql`alter table wishes add column watched_at timestamp (3) with time zone`,
      sql`create index wishes_watched on wishes (coalesce(watched_at, wished_at))`,
      sql`create table leases (
        name text primary key,
        holder uuid not null,
        held_until timestamp (3) with time zone not null
      )`,
    ],
  },
  {
    name: '0005-deliveries',
    libSQL: [
      sql`alter table outbox add column failing_since text`,
      sql`alter table wishes add column visited_at text`,
      sql`alter table wishes add column missing_since text`,
      sql`update wishes set visited_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`,
    ],
    PostgreSQL: [
      sql`alter table outbox add column failing_since timestamp (3) with time zone`,
      sql`alter table wishes add column visited_at timestamp (3) with time zone`,
      sql`alter table wishes add column missing_since timestamp (3) with time zone`,
      sql`update wishes set visited_at = now()`,
    ],
  },
];
