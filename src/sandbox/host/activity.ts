import { element, noticesPicker } from './controls.js';

/** As the sandbox's server tells it, newest first, in the words of the host's language. */
type Activity = {
  readonly id: string;
  readonly title: string;
  readonly preview: string;
  readonly topic: string;
  /** Where a click leads: what the tab finds as its subPageId. */
  readonly subPageId: string;
  /** Ms since the epoch. */
  readonly atMs: number;
};

export type ActivityOptions = {
  readonly user: () => string;
  readonly locale: () => string;
  readonly open: (subPageId: string) => void;
};

/** Milliseconds between two looks at what has been told. */
const everyMs = 1_000;

/** What stands in for Teams' Activity: a feed with a badge, and a toast for what comes while one looks. */
export function createActivity({ user, locale, open }: ActivityOptions) {
  const feed = element('feed');
  const badge = element('activity-badge');
  const toast = element('toast');
  /** Of each that has been in the feed while it stood open. */
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
    /** Tells the sandbox what Teams says of notices to whoever is signed in. */
    apply: async () => {
      const body = JSON.stringify({ user: user(), state: noticesPicker.value });
      await fetch('/notices', { method: 'POST', body });
    },
  };
}
