import { element, pickers } from './controls.js';
import { askSandbox, user } from './tenant.js';

/** An activity in the language of the host. */
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

/** Polling interval in milliseconds. */
const everyMs = 1_000;

/** Emulates Teams' Activity: a feed with a badge, and a toast for new items. */
export function startActivity(open: (subPageId: string) => void): void {
  const feed = element('feed');
  const badge = element('activity-badge');
  const toast = element('toast');
  /** Ids of the items that the user has seen in the open feed. */
  const read = new Set<string>();
  /** Newest first. */
  let known: readonly Activity[] = [];
  let knownOf = '';

  const toEntry = (activity: Activity): HTMLButtonElement => {
    const button = document.createElement('button');
    const time = new Intl.DateTimeFormat(pickers.locale.value, { timeStyle: 'short' }).format(activity.atMs);
    for (const [kind, text] of [
      ['b', activity.title],
      ['time', time],
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
    const unread = known.filter(({ id }) => !read.has(id)).length;
    badge.textContent = unread === 0 ? '' : String(unread);
    element('activity-list').replaceChildren(
      ...known.map((activity) => {
        const item = document.createElement('li');
        item.append(toEntry(activity));
        return item;
      }),
    );
    element('activity-empty').hidden = known.length > 0;
  };

  const look = async () => {
    const { id: whom } = user();
    const query = new URLSearchParams({ user: whom, locale: pickers.locale.value });
    const latest = await askSandbox<readonly Activity[]>(`/activities?${query.toString()}`).catch(
      () => undefined,
    );
    if (latest === undefined || whom !== user().id) return;
    const before = knownOf === whom ? known : undefined;
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(latest)) return;
    known = latest;
    knownOf = whom;
    show();
    const [newest] = latest;
    const isNew = newest !== undefined && before?.every(({ id }) => id !== newest.id) === true;
    toast.hidden = !isNew;
    if (isNew) toast.replaceChildren(toEntry(newest));
  };

  element('activity').addEventListener('click', () => {
    feed.hidden = !feed.hidden;
    toast.hidden = true;
    if (feed.hidden) return;
    for (const { id } of known) read.add(id);
    show();
  });
  void look();
  setInterval(() => void look(), everyMs);
}

/** Sends the selected outcome of notifications to the signed-in user to the sandbox. */
export const applyNotifications = (): Promise<unknown> =>
  askSandbox('/notifications', { user: user().id, notifications: pickers.notifications.value });
