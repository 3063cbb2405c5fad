import { useEffect, useState } from 'react';
import { listNames, type Delegation, type ListName } from '../../contract/delegation.js';
import { VisuallyHidden } from '../components/VisuallyHidden.js';
import type { BothLists } from '../delegation/useDelegations.js';
import { useNames } from '../delegation/useNames.js';
import { findChanges, toSentence } from '../features/confirm/changes.js';
import { useLastConfirmation, type LastConfirmation } from '../features/confirm/useConfirmations.js';
import { withoutIsolates } from '../i18n/format.js';
import { useLaterMessages } from '../i18n/useLaterMessages.js';

type Comparison = {
  /** The lists as last seen by the user. */
  readonly seen: BothLists;
  /** The list that a refresh changed last while it was visible, as it was before. */
  readonly list: ListName | undefined;
  readonly before: readonly Delegation[];
};

type ChangeAnnouncerProps = {
  readonly now: BothLists;
  readonly shown: ListName;
  /** Called with the text for the hidden list's tab. Undefined when there is none. */
  readonly announceHidden: (words: string | undefined) => void;
};

/** Announces the changes of a refresh: in the visible list, and on the tab of the hidden one. */
export function ChangeAnnouncer({ now, shown, announceHidden }: ChangeAnnouncerProps) {
  const later = useLaterMessages();
  const other = shown === 'delegators' ? 'delegates' : 'delegators';
  const [comparison, setComparison] = useState<Comparison>({ seen: now, list: undefined, before: [] });
  const latest = compare(comparison, now, shown);
  if (latest !== comparison) setComparison(latest);
  const { seen, list, before } = latest;
  const shownNow = now[shown] ?? [];
  const changes = list === shown ? findChanges(before, shownNow) : [];
  const last = useLastConfirmation(shown);
  const isOtherNew = hasChanged(seen[other], now[other], useLastConfirmation(other));

  useEffect(() => {
    announceHidden(isOtherNew ? later.news.tab : undefined);
  }, [isOtherNew, later, announceHidden]);

  const toName = useNames(
    changes.map(({ id }) => id),
    [...before, ...shownNow],
  );
  // Differences from the confirmed list are shown in the review instead.
  const isUnconfirmed =
    last.state === 'failed' || (last.state === 'ready' && last.confirmation === undefined);
  const sentences =
    isUnconfirmed && changes.length > 0
      ? [
          later.news.list({ count: changes.length }),
          ...changes.map((change) => toSentence(change, shown, toName(change.id), later)),
        ]
      : [];
  if (isOtherNew) sentences.push(later.news.otherList[other]);
  return <VisuallyHidden role="status">{withoutIsolates(sentences.join(' '))}</VisuallyHidden>;
}

function compare(earlier: Comparison, now: BothLists, shown: ListName): Comparison {
  const other = shown === 'delegators' ? 'delegates' : 'delegators';
  const [before, is] = [earlier.seen[shown], now[shown]];
  const seen = { ...now, [other]: earlier.seen[other] ?? now[other] };
  if (before !== undefined && is !== undefined && before !== is) return { seen, list: shown, before };
  return listNames.every((name) => seen[name] === earlier.seen[name]) ? earlier : { ...earlier, seen };
}

/** Compares with the confirmed list, or with the list as last seen when it was never confirmed. */
function hasChanged(seen: BothLists[ListName], now: BothLists[ListName], last: LastConfirmation): boolean {
  if (now === undefined || last.state === 'loading') return false;
  const confirmed = last.state === 'ready' ? last.confirmation?.entries : undefined;
  return findChanges(confirmed ?? seen ?? now, now).length > 0;
}
