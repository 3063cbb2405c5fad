import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { activityTypes, tabEntityId } from '../../contract/teamsApp.js';
import type { ListName } from '../../contract/delegation.js';
import { languages } from '../../contract/languages.js';
import { toSubPageId } from '../../contract/place.js';
import type { Delivery } from './outbox.js';

const each = z.object({ delegates: z.string(), delegators: z.string(), both: z.string() });

const wordsShape = z.object({
  /** Name of the list or, for both lists, of the app. */
  topic: each,
  changed: z.object({ one: each.omit({ both: true }), several: each }),
  confirmationDue: z.string(),
});

/** Texts of notifications in one language. They contain no names. */
export type NotificationWords = z.infer<typeof wordsShape>;

const allWords = z.record(z.enum(languages.map(({ tag }) => tag)), wordsShape);

/** Reads the texts of all languages, which the build collects from `src/tab/i18n/`. Throws if one is missing. */
export const readNotificationWords = async (folder: string) =>
  allWords.parse(JSON.parse(await readFile(join(folder, 'notifications.json'), 'utf8')));

/**
 * Returns the body of `sendActivityNotification`. A lock screen can show the text, so it contains no name, no right and no
 * detail of the change.
 */
export function toNotification(
  delivery: Delivery,
  words: NotificationWords,
  teamsAppId: string,
  teamsOrigin: string,
) {
  const [list, ...others] = new Set(delivery.about.map((about) => about.list));
  const onlyList = others.length === 0 ? list : undefined;
  return {
    topic: {
      source: 'text',
      value: words.topic[onlyList ?? 'both'],
      webUrl: toLink(delivery, teamsAppId, teamsOrigin),
    },
    activityType: activityTypes[delivery.kind],
    previewText: { content: toPreview(delivery, onlyList, words) },
    templateParameters: [],
    chainId: toChainId(delivery),
    teamsAppId,
  };
}

/** @param onlyList undefined: both lists, or none for a reminder */
function toPreview(
  { kind, about }: Delivery,
  onlyList: ListName | undefined,
  { changed, confirmationDue }: NotificationWords,
): string {
  if (kind === 'confirmationDue') return confirmationDue;
  if (onlyList !== undefined && about.length === 1) return changed.one[onlyList];
  return changed.several[onlyList ?? 'both'];
}

/** Links to the first delegation, or to the tab for a reminder. */
function toLink({ about }: Delivery, teamsAppId: string, teamsOrigin: string): string {
  const url = new URL(`${teamsOrigin}/l/entity/${teamsAppId}/${tabEntityId}`);
  const [first] = about;
  if (first !== undefined) {
    const place = { kind: 'own', list: first.list, id: first.otherId } as const;
    url.searchParams.set('context', JSON.stringify({ subEntityId: toSubPageId(place) }));
  }
  return url.href;
}

/** Returns the same safe integer for every attempt, so that Teams replaces a duplicate instead of showing it twice. */
function toChainId({ user, kind, decidedAtMs }: Delivery): number {
  const text = [user.tenantId, user.objectId, kind, decidedAtMs].join(' ');
  return Number(createHash('sha256').update(text).digest().readBigUInt64BE() >> 11n);
}
