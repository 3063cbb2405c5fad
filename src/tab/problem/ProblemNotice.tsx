import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import type { TabProblem } from '../api/TabProblem.js';
import { CopyButton } from '../components/CopyButton.js';
import type { ExpectedFailure } from '../host/teams.js';
import { useMessages } from '../i18n/useMessages.js';
import { Explanation } from './Explanation.js';
import { toHandling } from './toHandling.js';
import { useWait } from './useWait.js';
import { WayOut, type ProblemProps } from './WayOut.js';

const centred = { display: 'grid', justifyItems: 'center', gap: tokens.spacingVerticalM } as const;

const useStyles = makeStyles({
  root: {
    ...centred,
    maxWidth: '560px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalM}`,
  },
  words: centred,
  icon: { fontSize: '48px', color: tokens.colorNeutralForeground3 },
  title: { margin: 0 },
  support: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    color: tokens.colorNeutralForeground2,
  },
  // Wraps as one block, because users read it aloud letter by letter.
  code: { display: 'inline-block', maxWidth: '100%', overflowWrap: 'anywhere' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    width: '100%',
    gap: tokens.spacingHorizontalS,
  },
});

export type ProblemNoticeProps = ProblemProps & {
  /** Use `h1` when the page shows nothing else. */
  readonly heading?: 'h1' | 'h2';
};

/** Replaces content that failed to load. Explains the problem and offers the ways out. */
export function ProblemNotice({ problem, retry, heading = 'h2' }: ProblemNoticeProps) {
  const styles = useStyles();
  const messages = useMessages();
  const wait = useWait(problem, retry);
  return (
    <section className={styles.root}>
      {/* Only the text is an alert: status changes of the buttons below must not repeat it. */}
      <div role="alert" className={styles.words}>
        <ErrorCircleRegular className={styles.icon} />
        <Subtitle1 as={heading} align="center" className={styles.title}>
          {messages.problems[problem.code].title}
        </Subtitle1>
        <Explanation problem={problem} wait={wait} align="center" />
      </div>
      <div className={styles.actions}>
        <WayOut problem={problem} retry={retry} wait={wait} />
      </div>
      {'correlationId' in problem && <SupportCode code={problem.correlationId} />}
    </section>
  );
}

/** The reason that the host is given for a page without its lists. */
export const toHostReason = (problem: TabProblem): ExpectedFailure => toHandling(problem).host;

function SupportCode({ code }: { readonly code: string }) {
  const styles = useStyles();
  const [before, after] = useMessages().supportCode({ code }).split(code);
  return (
    <div className={styles.support}>
      <Text size={200} align="center">
        {before}
        <bdi className={styles.code}>{code}</bdi>
        {after}
      </Text>
      <CopyButton text={code} />
    </div>
  );
}
