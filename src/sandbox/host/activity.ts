import { element, notificationsPicker } from './controls.js';

/** An activity from the sandbox's server, newest first, in the language of the host. */
type Activity = {
  readonly id: string;
  readonly title: string;
  readonly preview: string;
  readonly topic: string;
  /** The `subPageId` that the tab receives when the user opens the activity. */
  readonly subPageId: string;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
};

export type ActivityOptions = {
  readonly user: () => string;
  readonly locale: () => string;
  readonly open: (subPageId: string) => void;
};

/** Polling interval in milliseconds. */
const everyMs = 1_000;

/** Emulates Teams' Activity: a feed with a badge, and a toast for new items. */
export function createActivity({ user, locale, open }: ActivityOptions) {
  const feed = element('feed');
  const badge = element('activity-badge');
  const toast = element('toast');
  /** Ids of the items that the user has seen in the open feed. */
  const read = new Set<string>();
  let known: readonly Activity[] | undefined;
  let knownOf = '';

  const toEntry = (activity: Activity): HTMLButtonElement => {
    const button = document.createElement('button');
    for (const [kind, text] of [
      ['b', activity.title],
      ['time', new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(activity.atMs)],
      ['p', activity.preview],
      ['small', activity.topic],
    ] as const) {
      const part = document.createElement(kind);
      part.textContent = text;
      button.append(part);
    }
    button.addEventListener('click', () => {
      read.add(activity.id);
      feed.hidden = true;
      toast.hidden = true;
      show();
      open(activity.subPageId);
    });
    return button;
  };

  const show = () => {
    const unread = (known ?? []).filter(({ id }) => !read.has(id)).length;
    badge.textContent = unread === 0 ? '' : String(unread);
    element('activity-list').replaceChildren(
      ...(known ?? []).map((activity) => {
        const item = document.createElement('li');
        item.append(toEntry(activity));
        return item;
      }),
    );
    element('activity-empty').hidden = (known ?? []).length > 0;
  };

  const look = async () => {
    const whom = user();
    const query = new URLSearchParams({ user: whom, locale: locale() });
    const answer = await fetch(`/activities?${query.toString()}`).catch(() => undefined);
    if (answer?.ok !== true || whom !== user()) return;
    const latest = (await answer.json()) as readonly Activity[];
    const before = knownOf === whom ? known : undefined;
    const [newest] = latest;
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(latest)) return;
    known = latest;
    knownOf = whom;
    show();
    const isNew = newest !== undefined && before?.every(({ id }) => id !== newest.id) === true;
    toast.hidden = !isNew;
    if (isNew) toast.replaceChildren(toEntry(newest));
  };

  element('activity').addEventListener('click', () => {
    feed.hidden = !feed.hidden;
    toast.hidden = true;
    if (feed.hidden) return;
    for (const { id } of known ?? []) read.add(id);
    show();
  });

  return {
    start: () => {
      void look();
      setInterval(() => void look(), everyMs);
    },
    /** Sends the selected delivery behavior for the signed-in user to the sandbox. */
    apply: async () => {
      const body = JSON.stringify({ user: user(), notifications: notificationsPicker.value });
      await fetch('/notifications', { method: 'POST', body });
    },
  };
}
