import { and, desc, eq, gte, lt, or } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Confirmation, ConfirmationPage, ConfirmedEntry } from '../../contract/confirmation.js';
import type { ListName } from '../../contract/delegation.js';
import { confirmations } from './schema.js';

export type Database = PgDatabase<PgQueryResultHKT>;

/** Whose list it is. Lower-case GUIDs. */
export type Owner = { readonly tenantId: string; readonly objectId: string };

export type Reading = { readonly fingerprint: string; readonly entries: readonly ConfirmedEntry[] };

/** Where a page ends: the last confirmation on it. */
export type Cursor = { readonly confirmedAt: Date; readonly id: string };

const ofOwner = ({ tenantId, objectId }: Owner) =>
  and(eq(confirmations.tenantId, tenantId), eq(confirmations.userId, objectId));

const ofList = (owner: Owner, list: ListName) => and(ofOwner(owner), eq(confirmations.list, list));

/** Undefined when this owner has confirmed this list under no such id. */
export async function findConfirmation(
  database: Database,
  owner: Owner,
  list: ListName,
  id: string,
): Promise<Confirmation | undefined> {
  const [row] = await database
    .select()
    .from(confirmations)
    .where(and(ofList(owner, list), eq(confirmations.id, id)));
  return row && toConfirmation(row);
}

/** Stores it once, however often it is sent. */
export async function saveConfirmation(
  database: Database,
  owner: Owner,
  list: ListName,
  id: string,
  { fingerprint, entries }: Reading,
  now: Date,
): Promise<{ readonly confirmation: Confirmation; readonly isNew: boolean }> {
  const [row] = await database
    .insert(confirmations)
    .values({
      tenantId: owner.tenantId,
      userId: owner.objectId,
      list,
      id,
      confirmedAt: now,
      fingerprint,
      // Field by field: nothing else of a delegation may get in.
      entries: entries.map((entry) => ({
        id: entry.id,
        isActive: entry.isActive,
        allowedActions: entry.allowedActions,
      })),
    })
    .onConflictDoNothing()
    .returning();
  if (row !== undefined) return { confirmation: toConfirmation(row), isNew: true };
  const confirmation = await findConfirmation(database, owner, list, id);
  if (confirmation === undefined) throw new Error('A confirmation was deleted while it was sent again.');
  return { confirmation, isNew: false };
}

/** Newest first; nothing older than `since`, whether it has been removed yet or not. */
export async function pageConfirmations(
  database: Database,
  owner: Owner,
  list: ListName,
  {
    limit,
    before,
    since,
  }: { readonly limit: number; readonly before: Cursor | undefined; readonly since: Date },
): Promise<ConfirmationPage> {
  const older =
    before &&
    or(
      lt(confirmations.confirmedAt, before.confirmedAt),
      and(eq(confirmations.confirmedAt, before.confirmedAt), lt(confirmations.id, before.id)),
    );
  const rows = await database
    .select()
    .from(confirmations)
    .where(and(ofList(owner, list), gte(confirmations.confirmedAt, since), older))
    .orderBy(desc(confirmations.confirmedAt), desc(confirmations.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    value: shown.map(toConfirmation),
    next: rows.length > limit && last !== undefined ? toCursorText(last) : null,
  };
}

export async function deleteConfirmations(database: Database, owner: Owner): Promise<void> {
  await database.delete(confirmations).where(ofOwner(owner));
}

/** For everybody: what has been kept for long enough. */
export async function deleteOlderThan(database: Database, moment: Date): Promise<void> {
  await database.delete(confirmations).where(lt(confirmations.confirmedAt, moment));
}

type Row = typeof confirmations.$inferSelect;

const toConfirmation = ({ id, confirmedAt, fingerprint, entries }: Row): Confirmation => ({
  id,
  confirmedAt: confirmedAt.toISOString(),
  fingerprint,
  entries,
});

const toCursorText = ({ confirmedAt, id }: Cursor): string => `${confirmedAt.getTime()}.${id}`;

/** Undefined for anything that `next` never was. */
export function parseCursor(text: string): Cursor | undefined {
  const [, ms, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  return ms === undefined || id === undefined ? undefined : { confirmedAt: new Date(Number(ms)), id };
}
