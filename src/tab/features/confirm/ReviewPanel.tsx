import { Button, makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { ArrowSyncCircleRegular } from '@fluentui/react-icons/svg/arrow-sync-circle';
import { useEffect, useId, useRef } from 'react';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import type { ToName } from '../../delegation/useNames.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { heldBy, toDetail, toSentence } from './changes.js';
import type { Review, ReviewItem } from './useReview.js';

const useStyles = makeStyles({
  panel: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    marginBottom: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusLarge,
    ':focus': { outlineStyle: 'none' },
    '@media print': { display: 'none' },
  },
  head: { display: 'flex', gap: tokens.spacingHorizontalS, margin: 0, alignItems: 'center' },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorStatusWarningForeground3 },
  people: { margin: 0, padding: 0, listStyleType: 'none' },
  person: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalS} 0`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  words: { display: 'grid', flexGrow: 1, flexBasis: '320px', minWidth: 0, overflowWrap: 'anywhere' },
  lines: { margin: 0, padding: 0, listStyleType: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
  // Wraps as one block.
  detail: { display: 'inline-block' },
  answers: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalL },
  answer: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '44px',
    cursor: 'pointer',
  },
  radio: { margin: 0, width: '16px', height: '16px', accentColor: tokens.colorCompoundBrandBackground },
});

type ReviewPanelProps = {
  readonly title: string;
  readonly items: readonly ReviewItem[];
  readonly list: ListName;
  readonly delegations: readonly Delegation[];
  readonly toName: ToName;
  readonly review: Review;
  readonly ask: (id: string) => void;
  readonly takesFocus: boolean;
};

/** Changes or held rights of each person, with the user's verdict. */
export function ReviewPanel(props: ReviewPanelProps) {
  const { title, items, list, delegations, toName, takesFocus, ...rest } = props;
  const styles = useStyles();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) panel.current?.focus();
  }, [takesFocus]);
  const messages = useMessages();
  const later = useLaterMessages();
  const entryOf = (id: string) => delegations.find((delegation) => delegation.id === id);
  return (
    <section ref={panel} tabIndex={-1} className={styles.panel} aria-labelledby={titleId}>
      <div className={styles.head}>
        <ArrowSyncCircleRegular className={styles.icon} />
        <Subtitle2 as="h2" id={titleId} className={styles.head}>
          {title}
        </Subtitle2>
      </div>
      <ul className={styles.people}>
        {items.map(({ id, changes, standing }) => {
          const name = toName(id);
          return (
            <li key={id} className={styles.person} data-review={id}>
              <div className={styles.words}>
                <Text weight="semibold">
                  <bdi>{name ?? messages.unnamedPerson}</bdi>
                </Text>
                <ul className={styles.lines}>
                  {standing === 'right' && (
                    <li className={styles.quiet}>
                      {later.confirm.holds({ held: heldBy(entryOf(id), messages, later) })}
                    </li>
                  )}
                  {standing === 'wrong' && <li>{later.confirm.stillWrong({ name })}</li>}
                  {changes.map((change) => {
                    const sentence = toSentence(change, list, name, later);
                    return (
                      <li key={sentence}>
                        {sentence}{' '}
                        <Text size={200} className={mergeClasses(styles.quiet, styles.detail)}>
                          ({toDetail(change, messages, later)})
                        </Text>
                      </li>
                    );
                  })}
                </ul>
              </div>
              <Answers id={id} name={name} {...rest} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type AnswersProps = Pick<ReviewPanelProps, 'review' | 'ask'> & {
  readonly id: string;
  readonly name: string | null;
};

function Answers({ id, name, review, ask }: AnswersProps) {
  const styles = useStyles();
  const { confirm: messages } = useLaterMessages();
  const group = useId();
  const verdict = review.verdictOf(id);
  return (
    <div className={styles.answers}>
      <div role="radiogroup" className={styles.answers} aria-label={messages.verdictOn({ name })}>
        {(['right', 'wrong'] as const).map((value) => (
          <label key={value} className={styles.answer}>
            <input
              type="radio"
              name={group}
              className={styles.radio}
              checked={verdict === value}
              onChange={() => review.judge(id, value)}
            />
            {messages[value]}
          </label>
        ))}
      </div>
      {verdict === 'wrong' && (
        <Button appearance="subtle" onClick={() => ask(id)}>
          {messages.ask}
        </Button>
      )}
    </div>
  );
}
