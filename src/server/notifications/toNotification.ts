import { createHash } from 'node:crypto';
import { activityTypes } from '../../contract/activityTypes.js';
import { toSubPageId } from '../../contract/place.js';
import { tabEntityId } from '../../contract/teamsApp.js';
import type { Delivery } from './NotificationStore.js';
import type { NotificationWords } from './notificationWords.js';

/** Body of `sendActivityNotification`. */
export type Notification = {
  readonly topic: { readonly source: 'text'; readonly value: string; readonly webUrl: string };
  readonly activityType: string;
  readonly previewText: { readonly content: string };
  readonly templateParameters: readonly { readonly name: string; readonly value: string }[];
  readonly chainId: number;
  readonly teamsAppId: string;
};

export type NotificationOptions = {
  readonly words: NotificationWords;
  readonly teamsAppId: string;
  /** Origin of Teams in this cloud. */
  readonly teamsOrigin: string;
};

/** A lock screen can show the text, so it contains no name, no right and no detail of the change. */
export function toNotification(
  delivery: Delivery,
  { words, teamsAppId, teamsOrigin }: NotificationOptions,
): Notification {
  const type = activityTypes[delivery.kind];
  const lists = new Set(delivery.about.map(({ list }) => list));
  const [only] = lists.size === 1 ? lists : [];
  return {
    topic: {
      source: 'text',
      value: words.topic[only ?? 'both'],
      webUrl: toLink(delivery, teamsAppId, teamsOrigin),
    },
    activityType: type.name,
    previewText: { content: toPreview(delivery, words) },
    templateParameters: [],
    chainId: toChainId(delivery),
    teamsAppId,
  };
}

function toPreview({ kind, about }: Delivery, { changed, confirmationDue }: NotificationWords): string {
  if (kind === 'confirmationDue') return confirmationDue;
  const lists = new Set(about.map(({ list }) => list));
  const [list] = lists;
  if (lists.size !== 1 || list === undefined) return changed.several.both;
  return about.length === 1 ? changed.one[list] : changed.several[list];
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
