import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useToday } from '../../components/useToday.js';
import { useWide } from '../../components/useWide.js';
import { VisuallyHidden } from '../../components/VisuallyHidden.js';
import type { Changed, ShowBefore } from '../../delegation/RightMark.js';
import { useNames } from '../../delegation/useNames.js';
import { sayHeld } from '../../delegation/wording.js';
import { withoutIsolates } from '../../i18n/format.js';
import { formatDay, formatMoment, startOfDay } from '../../i18n/formatDate.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage, useMessages } from '../../i18n/useMessages.js';
import { ProblemLine } from '../../problem/ProblemLine.js';
import { groupChanges, toSentence, type ChangeGroup } from './changes.js';
import { ConfirmLine, type ConfirmLineProps } from './ConfirmLine.js';
import { ReviewPanel } from './ReviewPanel.js';
import { useLastConfirmation } from './useConfirmations.js';
import { useReview } from './useReview.js';

const useStyles = makeStyles({
  waiting: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  foot: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` },
  before: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    marginInlineEnd: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    textDecorationLine: 'none',
    verticalAlign: 'middle',
  },
  arrow: { '&:dir(rtl)': { transform: 'scaleX(-1)' } },
});

type ConfirmBarProps = Omit<ConfirmLineProps, 'confirmation' | 'review'> & {
  /** Called with the entries that changed since the last confirmation. */
  readonly mark: (changed: Changed) => void;
  /** Element below the list. null until it is mounted. */
  readonly foot: HTMLElement | null;
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
  const later = useLaterMessages();
  const { confirm: messages } = later;
  const { locale } = useLanguage();
  const last = useLastConfirmation(name);
  const confirmation = last.state === 'ready' ? last.confirmation : undefined;
  const today = useToday();
  const review = useReview(confirmation, delegations);
  const { changes, required, unchanged, isRequiredShown } = review;
  useMarkedRows(required, mark);
  const toName = useNames(
    changes.map(({ id }) => id),
    delegations,
  );

  const hasChanged = changes.length > 0;
  const title =
    confirmation !== undefined && hasChanged
      ? messages.changesSince({
          count: required.filter((item) => item.changes.length > 0).length,
          date: formatSince(confirmation.confirmedAt, today, locale),
        })
      : messages.confirmAgain;
  const sentences = changes.map((change) => toSentence(change, name, toName(change.id), later));
  const panel = { list: name, delegations, toName, review, ask };
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
        <ConfirmLine {...line} confirmation={confirmation} review={review} />
      ) : (
        <div className={styles.waiting}>
          {last.state === 'failed' && <ProblemLine role="status" problem={last.problem} retry={last.retry} />}
        </div>
      )}
    </>
  );
  return (
    <>
      <VisuallyHidden role="status">
        {hasChanged && withoutIsolates([title, ...sentences].join(' '))}
      </VisuallyHidden>
      {leads && requiredPanel}
      {foot !== null && createPortal(below, foot)}
    </>
  );
}

/** Marks the rows that changed since the last confirmation, until this component is gone. */
function useMarkedRows(items: readonly ChangeGroup[], mark: (changed: Changed) => void): void {
  // A string, so that equal values do not render the rows again.
  const groups = JSON.stringify(items.filter(({ changes }) => changes.length > 0));
  useEffect(() => {
    const changed = (JSON.parse(groups) as ChangeGroup[]).map(({ id, changes }) => {
      const showBefore: ShowBefore = (right) => {
        const change = changes.find((each) => each.kind === 'value' && each.of === right);
        return change?.kind === 'value' ? <RightBefore was={change.was} /> : null;
      };
      return [id, showBefore] as const;
    });
    mark(new Map(changed));
    return () => mark(new Map());
  }, [groups, mark]);
}

/** A right's value at the last confirmation, shown before its current value. */
function RightBefore({ was }: { readonly was: boolean | null }) {
  const styles = useStyles();
  const messages = useMessages();
  return (
    <del className={styles.before}>
      {sayHeld(was, messages)}
      <ArrowRightRegular className={styles.arrow} />
    </del>
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

/** Formats "Nov 24, 2026". */
const formatShortDay = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { numberingSystem: 'latn', dateStyle: 'medium' }).format(new Date(iso));

/** Formats the day, and adds the time if it is today. */
const formatSince = (iso: string, today: number, locale: string): string =>
  startOfDay(Date.parse(iso)) === today ? formatMoment(Date.parse(iso), locale) : formatDay(iso, locale);
