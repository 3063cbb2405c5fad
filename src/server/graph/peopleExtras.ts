import { z } from 'zod';
import type { PersonExtras, Presence } from '../../contract/delegation.js';
import { getInBatches } from './batch.js';
import { orElse, type Graph } from './graphClient.js';

const presences = z.object({
  value: z.array(
    z.object({ id: z.string(), availability: z.string(), activity: z.string() }).nullable().catch(null),
  ),
});

/** Pixels. Twice the displayed size, for high-density screens. */
const photoSize = '96x96';
/** Base64 characters. A photo of this size has a few thousand. */
const longestPhoto = 200_000;

/**
 * Reads presences in one request and photos in batches. A value is null if it is refused, missing or failed.
 * Throws only if the request has ended.
 */
export async function getPeopleExtras(graph: Graph, ids: readonly string[]): Promise<PersonExtras[]> {
  const optional = await graph.optional('extras');
  const [presenceById, photoById] = await Promise.all([
    orElse(graph, getPresences(optional, ids), new Map<string, Presence>()),
    getPhotos(optional, ids),
  ]);
  return ids.map((id) => ({
    id,
    presence: presenceById.get(id.toLowerCase()) ?? null,
    photo: photoById.get(id) ?? null,
  }));
}

async function getPresences(graph: Graph, ids: readonly string[]): Promise<Map<string, Presence>> {
  const answer = await graph.requestJson('/v1.0/communications/getPresencesByUserId', { ids });
  return new Map(
    presences.parse(answer).value.flatMap((entry) => {
      if (entry === null) return [];
      const { id, availability, activity } = entry;
      return [[id.toLowerCase(), { availability, activity }] as const];
    }),
  );
}

async function getPhotos(graph: Graph, ids: readonly string[]): Promise<Map<string, string>> {
  const pathOf = (id: string) => `/users/${id}/photos/${photoSize}/$value`;
  const answers = await getInBatches(graph, ids.map(pathOf));
  return new Map(
    ids.flatMap((id) => {
      const { status, body } = answers.get(pathOf(id)) ?? {};
      const isPhoto =
        status === 200 &&
        typeof body === 'string' &&
        body.length <= longestPhoto &&
        /^[A-Za-z0-9+/]+={0,2}$/.test(body);
      const type = isPhoto ? toImageType(body) : undefined;
      return type === undefined ? [] : [[id, `data:${type};base64,${String(body)}`] as const];
    }),
  );
}

/** Detects the type by the first bytes. Graph sends `image/jpg`, `application/octet-stream` or no type for some photos. */
function toImageType(base64: string): string | undefined {
  const start = Buffer.from(base64.slice(0, 16), 'base64').toString('hex');
  return imageStarts.find(([pattern]) => pattern.test(start))?.[1];
}

/** The first bytes of each type, in hexadecimal. */
const imageStarts: readonly (readonly [RegExp, string])[] = [
  [/^ffd8ff/, 'image/jpeg'],
  [/^89504e470d0a1a0a/, 'image/png'],
  // GIF87a or GIF89a.
  [/^47494638(37|39)61/, 'image/gif'],
  // RIFF, four bytes of length, WEBP.
  [/^52494646.{8}57454250/, 'image/webp'],
];
