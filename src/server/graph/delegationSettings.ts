import { z } from 'zod';
import {
  forEachRight,
  type AllowedActions,
  type Delegation,
  type ListName,
} from '../../contract/delegation.js';
import type { Graph } from './graphClient.js';
import { unexpected } from './graphProblem.js';
import { isRecord } from './isRecord.js';

/** What Graph says of one delegation, before the person behind it is known. */
export type DelegationSettings = Omit<Delegation, 'person' | 'personStatus'>;

/** The type is open and everything may be null: what is missing or odd becomes null, what is unknown is dropped. */
const delegationSettings = z
  .object({
    id: z.string().nullish(),
    isActive: z.unknown().optional(),
    createdDateTime: z.unknown().optional(),
    allowedActions: z.unknown().optional(),
  })
  .transform(({ id, isActive, createdDateTime, allowedActions }): DelegationSettings => ({
    isActive: toFlag(isActive),
    createdDateTime: toUtc(createdDateTime),
    allowedActions: toAllowedActions(allowedActions),
    id: id ?? '',
  }));

const page = z.object({
  // Null, as some of Graph's lists are when they are empty.
  value: z
    .array(delegationSettings)
    .nullable()
    .transform((value) => value ?? []),
  '@odata.nextLink': z.string().nullish(),
});

const wrapped = z.object({ value: delegationSettings });

/** A list that is all on one page; undefined when it is not, or cannot be understood. */
export function parseWholeList(json: unknown): readonly DelegationSettings[] | undefined {
  const parsed = page.safeParse(json);
  return parsed.success && (parsed.data['@odata.nextLink'] ?? '') === '' ? parsed.data.value : undefined;
}

/** Pages of one list. Teams allows 25 entries; this is only there so that no list is endless. */
const mostPages = 200;

/**
 * All entries of a list, in Graph's order, each id once. Throws Problem.
 * @see https://learn.microsoft.com/graph/api/resources/delegationsettings (beta)
 */
export async function listDelegations(graph: Graph, list: ListName): Promise<DelegationSettings[]> {
  const entries: DelegationSettings[] = [];
  const seenIds = new Set<string>();
  const seenLinks = new Set<string>();
  let link: string | undefined = path(list);

  while (link !== undefined) {
    if (seenLinks.has(link) || seenLinks.size >= mostPages) throw unexpected('endless pages');
    seenLinks.add(link);
    const parsed = page.safeParse(await graph.requestJson(link));
    if (!parsed.success) throw unexpected(toShapeError(parsed.error));
    for (const entry of parsed.data.value) {
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

/** One entry, bare as the newest reference shows it or wrapped in `value` as an earlier one did. Throws Problem. */
export async function getDelegation(graph: Graph, list: ListName, id: string): Promise<DelegationSettings> {
  const json = await graph.requestJson(`${path(list)}/${encodeURIComponent(id)}`);
  const isWrapped = typeof json === 'object' && json !== null && 'value' in json;
  const parsed = isWrapped ? wrapped.safeParse(json) : delegationSettings.safeParse(json);
  if (!parsed.success) throw unexpected(toShapeError(parsed.error));
  const entry = 'value' in parsed.data ? parsed.data.value : parsed.data;
  return entry.id === '' ? { ...entry, id } : entry;
}

const path = (list: ListName): string => `/beta/me/communications/callSettings/${list}`;

/** Paths only: values may be somebody's data. */
const toShapeError = (error: z.ZodError): string =>
  `wrong shape at ${error.issues
    .map((issue) => issue.path.join('.'))
    .join(', ')
    .slice(0, 200)}`;

function toAllowedActions(value: unknown): AllowedActions {
  const members = isRecord(value) ? value : {};
  return forEachRight((right) => toFlag(members[right]));
}

const toFlag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

/** ISO 8601 in UTC, as it came when it came so. The year 1 means that Graph does not know. */
function toUtc(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const isoDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
  const ms = Date.parse(value);
  if (!isoDate.test(value) || Number.isNaN(ms) || new Date(ms).getUTCFullYear() <= 1) return null;
  return value.endsWith('Z') ? value : new Date(ms).toISOString();
}
