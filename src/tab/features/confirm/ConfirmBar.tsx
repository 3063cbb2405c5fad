import { makeStyles, tokens } from '@fluentui/react-components';
import { createPortal } from 'react-dom';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { useToday } from '../../components/useToday.js';
import { useWide } from '../../components/useWide.js';
import { VisuallyHidden } from '../../components/VisuallyHidden.js';
import type { Changed } from '../../delegation/RightMark.js';
import { useNames } from '../../delegation/useNames.js';
import { withoutIsolates } from '../../i18n/format.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { ProblemLine } from '../../problem/ProblemLine.js';
import { groupChanges, toSentence, type Change } from './changes.js';
import { ConfirmLine, type ConfirmLineProps } from './ConfirmLine.js';
import { formatShortDay, formatSince } from './formatWhen.js';
import { ReviewPanel } from './ReviewPanel.js';
import { useLastConfirmation } from './useConfirmations.js';
import { useMarkedRows } from './useMarkedRows.js';
import { useReview } from './useReview.js';

const useStyles = makeStyles({
  waiting: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  foot: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` },
});

type ConfirmBarProps = Omit<ConfirmLineProps, 'confirmation' | 'review' | 'now'> & {
  /** Called with the entries that changed since the last confirmation. */
  readonly mark: (changed: Changed) => void;
  /** Element below the list. null until it is mounted. */
  readonly foot: HTMLElement | null;
  /** Opens the drawer with the request for a change. */
  readonly ask: (id: string) => void;
};

/**
 * Shows the changes since the last confirmation, asks for a verdict on each, and confirms the list. On narrow pages
 * the list comes first.
 */
export function ConfirmBar({ mark, foot, ask, ...line }: ConfirmBarProps) {
  const { name, delegations } = line;
  const styles = useStyles();
  const isWide = useWide();
  const { confirm: messages } = useLaterMessages();
  const { locale } = useLanguage();
  const last = useLastConfirmation(name);
  const confirmation = last.state === 'ready' ? last.confirmation : undefined;
  const now = new Date(useToday()).toISOString();
  const review = useReview(confirmation, delegations);
  const { changes, required, unchanged, isRequiredShown } = review;
  useMarkedRows(required, mark);

  const hasChanged = changes.length > 0;
  const title = hasChanged
    ? messages.changesSince({
        count: required.filter((item) => item.changes.length > 0).length,
        date: formatSince(confirmation?.confirmedAt ?? now, now, locale),
      })
    : messages.confirmAgain;
  const panel = { list: name, delegations, review, ask };
  const requiredPanel = isRequiredShown && (
    <ReviewPanel {...panel} title={title} items={required} takesFocus={review.isOpenedByUser} />
  );
  // With changes, wide pages show the review above the list. Otherwise it is below.
  const leads = hasChanged && isWide;
  const below = (
    <>
      {((!leads && isRequiredShown) || unchanged.length > 0) && (
        <div className={styles.foot}>
          {!leads && requiredPanel}
          {unchanged.length > 0 && (
            <ReviewPanel {...panel} title={messages.whatIsNotRight} items={unchanged} takesFocus />
          )}
        </div>
      )}
      {last.state === 'ready' ? (
        <ConfirmLine {...line} confirmation={confirmation} review={review} now={now} />
      ) : (
        <div className={styles.waiting}>
          {last.state === 'failed' && <ProblemLine role="status" problem={last.problem} retry={last.retry} />}
        </div>
      )}
    </>
  );
  return (
    <>
      <ChangesStatus title={title} list={name} changes={changes} delegations={delegations} />
      {leads && requiredPanel}
      {foot !== null && createPortal(below, foot)}
    </>
  );
}

type ChangesStatusProps = {
  readonly title: string;
  readonly list: ListName;
  readonly changes: readonly Change[];
  readonly delegations: readonly Delegation[];
};

/** Announces the changes since the last confirmation. */
function ChangesStatus({ title, list, changes, delegations }: ChangesStatusProps) {
  const later = useLaterMessages();
  const toName = useNames(
    changes.map(({ id }) => id),
    delegations,
  );
  const sentences = changes.map((change) => toSentence(change, list, toName(change.id), later));
  return (
    <VisuallyHidden role="status">
      {changes.length > 0 && withoutIsolates([title, ...sentences].join(' '))}
    </VisuallyHidden>
  );
}

/** On narrow pages the list comes before its changes, so a short summary goes into the heading. */
export function ChangesSummary({ name, delegations }: Pick<ConfirmBarProps, 'name' | 'delegations'>) {
  const isWide = useWide();
  const { confirm } = useLaterMessages();
  const { locale } = useLanguage();
  const last = useLastConfirmation(name);
  if (isWide || last.state !== 'ready' || last.confirmation === undefined) return null;
  const { confirmedAt, entries } = last.confirmation;
  const count = groupChanges(entries, delegations).length;
  return count > 0 && ` · ${confirm.changesSince({ count, date: formatShortDay(confirmedAt, locale) })}`;
}
