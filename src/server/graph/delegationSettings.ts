import { hash } from 'node:crypto';
import { z } from 'zod';
import {
  forEachRight,
  rights,
  type Delegation,
  type ListName,
  type Right,
} from '../../contract/delegation.js';
import type { Graph } from './graphClient.js';
import { isRecord, unexpected } from './graphProblem.js';

/** A delegation as Graph returns it, without the person. */
export type DelegationSettings = Omit<Delegation, 'person' | 'personStatus'>;

const delegationSettings = z.object({
  id: z.string().nullish(),
  isActive: z.unknown().optional(),
  createdDateTime: z.unknown().optional(),
  allowedActions: z.unknown().optional(),
});

const page = z.object({
  // Graph returns null for some empty lists.
  value: z.array(delegationSettings).nullable(),
  '@odata.nextLink': z.string().nullish(),
});

const wrapped = z.object({ value: delegationSettings });

/** Parses a list that fits on one page. Returns undefined if there are more pages or the shape is invalid. */
export function parseWholeList(json: unknown): readonly DelegationSettings[] | undefined {
  const parsed = page.safeParse(json);
  if (!parsed.success || (parsed.data['@odata.nextLink'] ?? '') !== '') return undefined;
  return parsed.data.value?.map(toDelegationSettings) ?? [];
}

/** Maximum pages of one list. Teams allows 25 entries; the limit only stops an endless list. */
const mostPages = 200;

/**
 * Reads all pages of a list, in Graph's order and without duplicate ids. Throws Problem.
 * @see https://learn.microsoft.com/graph/api/resources/delegationsettings (beta)
 */
export async function listDelegations(graph: Graph, list: ListName): Promise<DelegationSettings[]> {
  const entries: DelegationSettings[] = [];
  const seenIds = new Set<string>();
  const seenLinks = new Set<string>();
  let link: string | undefined = path(list);

  while (link !== undefined) {
    if (seenLinks.has(link) || seenLinks.size >= mostPages) throw unexpected('too many pages');
    seenLinks.add(link);
    const parsed = page.safeParse(await graph.requestJson(link));
    if (!parsed.success) throw unexpected(toShapeError(parsed.error));
    for (const entry of parsed.data.value?.map(toDelegationSettings) ?? []) {
      if (entry.id !== '' && seenIds.has(entry.id)) continue;
      seenIds.add(entry.id);
      entries.push(entry);
    }
    // Some services end a list with an empty link.
    const next = parsed.data['@odata.nextLink'] ?? '';
    link = next === '' ? undefined : next;
  }
  return entries;
}

/** Reads one entry. Graph documents it bare; an earlier reference wraps it in `value`. Throws Problem. */
export async function getDelegation(graph: Graph, list: ListName, id: string): Promise<DelegationSettings> {
  const json = await graph.requestJson(`${path(list)}/${encodeURIComponent(id)}`);
  const isWrapped = typeof json === 'object' && json !== null && 'value' in json;
  const parsed = isWrapped ? wrapped.safeParse(json) : delegationSettings.safeParse(json);
  if (!parsed.success) throw unexpected(toShapeError(parsed.error));
  const entry = toDelegationSettings('value' in parsed.data ? parsed.data.value : parsed.data);
  return entry.id === '' ? { ...entry, id } : entry;
}

const path = (list: ListName): string => `/beta/me/communications/callSettings/${list}`;

/** Reports only paths, because values may be personal data. */
const toShapeError = (error: z.ZodError): string =>
  `wrong shape at ${error.issues
    .map((issue) => issue.path.join('.'))
    .join(', ')
    .slice(0, 200)}`;

/** Graph declares an open type with nullable properties. Missing or invalid values become null; unknown ones are dropped. */
function toDelegationSettings(settings: z.infer<typeof delegationSettings>): DelegationSettings {
  const allowed = isRecord(settings.allowedActions) ? settings.allowedActions : {};
  return {
    isActive: toFlag(settings.isActive),
    createdDateTime: toUtc(settings.createdDateTime),
    allowedActions: forEachRight((right) => toFlag(allowed[right])),
    id: settings.id ?? '',
  };
}

const toFlag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

/** Converts to ISO 8601 in UTC; keeps the text of a UTC value. Graph uses the year 1 for an unknown date. */
function toUtc(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const isoDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
  const ms = Date.parse(value);
  if (!isoDate.test(value) || Number.isNaN(ms) || new Date(ms).getUTCFullYear() <= 1) return null;
  return value.endsWith('Z') ? value : new Date(ms).toISOString();
}

type Fingerprinted = readonly Pick<Delegation, 'id' | 'isActive' | 'allowedActions'>[];

/** Hashes ids, rights and active flags, independent of order. base64url, 43 characters. */
export function fingerprint(delegations: Fingerprinted, known: readonly Right[] = rights): string {
  // Include the names, so that a change in the set of rights cannot produce the same hash.
  const names = [...known].sort();
  const lines = delegations.map(({ id, isActive, allowedActions }) =>
    JSON.stringify([id, isActive, ...names.map((right) => [right, allowedActions[right]])]),
  );
  return hash('sha256', lines.sort().join('\n'), 'base64url');
}

/**
 * Returns the rights that a fingerprint of this list covers: all, or all but one. One is missing if the page was loaded
 * before the server added that right. Undefined if the fingerprint does not match.
 */
export function findRightsSeen(seen: string, delegations: Fingerprinted): readonly Right[] | undefined {
  const before = rights.map((newer) => rights.filter((right) => right !== newer));
  return [rights, ...before].find((known) => fingerprint(delegations, known) === seen);
}
