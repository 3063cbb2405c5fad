import { useEffect, useState } from 'react';
import { listNames, type Delegation, type ListName } from '../../contract/delegation.js';
import { VisuallyHidden } from '../components/VisuallyHidden.js';
import type { ListState } from '../delegation/useDelegations.js';
import { useNames } from '../delegation/useNames.js';
import { findChanges, toSentence, type Change } from '../features/confirm/changes.js';
import { useLastConfirmation, type LastConfirmation } from '../features/confirm/useConfirmations.js';
import { withoutIsolates } from '../i18n/format.js';
import { useLaterMessages } from '../i18n/useLaterMessages.js';

/** As the reader saw the lists last; undefined: not at all yet. */
type Seen = Readonly<Record<ListName, readonly Delegation[] | undefined>>;

type News = {
  readonly seen: Seen;
  /** What the last refresh that changed a list before the reader's eyes has changed in it. */
  readonly changes: readonly Change[];
  readonly before: readonly Delegation[];
  readonly list: ListName | undefined;
};

type ListNewsProps = {
  readonly lists: Readonly<Record<ListName, ListState>>;
  readonly shown: ListName;
  /** Told what its tab is to say of the list that is not shown; undefined: nothing. */
  readonly mark: (words: string | undefined) => void;
};

/** Says what a refresh has changed: in the list that is shown, and in the other one, of which only the tab is seen. */
export function ListNews({ lists, shown, mark }: ListNewsProps) {
  const later = useLaterMessages();
  const other = shown === 'delegators' ? 'delegates' : 'delegators';
  const now: Seen = { delegators: entriesOf(lists.delegators), delegates: entriesOf(lists.delegates) };
  const [news, setNews] = useState<News>({ seen: now, changes: [], before: [], list: undefined });
  const latest = look(news, now, shown);
  if (latest !== news) setNews(latest);
  const { seen, changes, before, list } = latest;
  const last = useLastConfirmation(shown);
  const isOtherNew = hasChanged(seen[other], now[other], useLastConfirmation(other));

  useEffect(() => {
    mark(isOtherNew ? later.news.tab : undefined);
  }, [isOtherNew, later, mark]);

  const toName = useNames(
    changes.map(({ id }) => id),
    [...before, ...(now[shown] ?? [])],
  );
  // What differs from what was confirmed is said, and shown, where it is judged.
  const isUnconfirmed =
    last.state === 'failed' || (last.state === 'ready' && last.confirmation === undefined);
  const said =
    isUnconfirmed && list === shown && changes.length > 0
      ? [
          later.news.list({ count: changes.length }),
          ...changes.map((change) => toSentence(change, shown, toName(change.id), later)),
        ]
      : [];
  if (isOtherNew) said.push(later.news.otherList[other]);
  return <VisuallyHidden role="status">{withoutIsolates(said.join(' '))}</VisuallyHidden>;
}

function look(news: News, now: Seen, shown: ListName): News {
  const other = shown === 'delegators' ? 'delegates' : 'delegators';
  const [before, is] = [news.seen[shown], now[shown]];
  const seen = { ...now, [other]: news.seen[other] ?? now[other] };
  if (before !== undefined && is !== undefined && before !== is)
    return { seen, before, changes: findChanges(before, is), list: shown };
  return listNames.every((name) => seen[name] === news.seen[name]) ? news : { ...news, seen };
}

/** Against what was confirmed; where nothing ever was, against what was seen. */
function hasChanged(seen: Seen[ListName], now: Seen[ListName], last: LastConfirmation): boolean {
  if (now === undefined || last.state === 'loading') return false;
  const confirmed = last.state === 'ready' ? last.confirmation?.entries : undefined;
  return findChanges(confirmed ?? seen ?? now, now).length > 0;
}

const entriesOf = (list: ListState): readonly Delegation[] | undefined =>
  list.state === 'ready' ? list.delegations : undefined;
