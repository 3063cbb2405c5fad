import { Button, makeStyles, mergeClasses, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Delegation, ListName } from '../../contract/delegation.js';
import { useWide } from '../components/useWide.js';
import { standingOf, type Standing } from '../delegation/standing.js';
import type { BothLists } from '../delegation/useDelegations.js';
import type { FirstMessages } from '../i18n/messages.js';
import { formatMoment } from '../i18n/formatDate.js';
import { useLanguage } from '../i18n/useMessages.js';

const useStyles = makeStyles({
  top: {
    display: 'flex',
    alignItems: 'start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  title: {
    ...typographyStyles.title2,
    margin: 0,
    ':focus': { outlineStyle: 'none' },
    '@media (max-width: 480px)': { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
  buttons: { flexShrink: 0, whiteSpace: 'nowrap' },
  onScreen: { '@media print': { display: 'none' } },
});

type PageHeadingProps = {
  readonly lists: BothLists;
  /** Milliseconds since the epoch. Undefined without any list. */
  readonly asOf: number | undefined;
  readonly isRefreshing: boolean;
  readonly refresh: () => void;
  /** True when it replaces a solved problem and its focused button. */
  readonly takesFocus: boolean;
  /** Text after the age of the data. */
  readonly summary?: ReactNode;
  readonly actions?: ReactNode;
};

export function PageHeading(props: PageHeadingProps) {
  const { lists, asOf, isRefreshing, refresh, takesFocus, summary, actions } = props;
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  const { messages, locale } = useLanguage();
  const isWide = useWide();
  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);
  return (
    <div className={styles.top}>
      <div>
        <h1 className={styles.title} ref={title} tabIndex={-1}>
          {toSentence(lists, messages, locale)}
        </h1>
        <Text size={200} className={styles.quiet}>
          {asOf !== undefined && messages.asOf({ moment: formatMoment(asOf, locale) })}
          {summary}
        </Text>
      </div>
      <div className={mergeClasses(styles.onScreen, styles.buttons)}>
        {actions}
        <Button
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={isRefreshing}
          onClick={refresh}
          // Leaves out the label on a phone, which has little room.
          {...(!isWide && { 'aria-label': messages.refresh })}
        >
          {isWide && (isRefreshing ? messages.refreshing : messages.refresh)}
        </Button>
      </div>
    </div>
  );
}

/** Does not count a failed list as empty, or a delegation that does not work as acting. */
function toSentence(lists: BothLists, { heading: words }: FirstMessages, locale: string): string {
  if (lists.delegators === undefined || lists.delegates === undefined) return words.someMissing;
  const delegators = toAnswer('delegators', lists.delegators, words, locale);
  const delegates = toAnswer('delegates', lists.delegates, words, locale);
  if (delegators !== undefined && delegates !== undefined) return words.both({ delegators, delegates });
  return delegators ?? delegates ?? words.noOne;
}

/** Standings that do not work, worst first. */
const exceptions = ['gone', 'disabled', 'inactive', 'unreported', 'powerless'] as const;

/** Returns undefined when the list is empty. */
function toAnswer(
  list: ListName,
  delegations: readonly Delegation[],
  words: FirstMessages['heading'],
  locale: string,
): string | undefined {
  if (delegations.length === 0) return undefined;
  const standings = delegations.map(standingOf);
  const countOf = (wanted: Standing) => standings.filter((standing) => standing === wanted).length;
  const working = countOf('working');
  const answer = working === 0 ? words.noOneNow[list] : words[list]({ count: working });
  const texts = exceptions
    .filter((standing) => standings.includes(standing))
    .map((standing) => words.exceptions[standing]({ count: countOf(standing) }));
  if (texts.length === 0) return answer;
  return words.withExceptions({ answer, exceptions: new Intl.ListFormat(locale).format(texts) });
}
