import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons';
import { CopyButton } from '../components/CopyButton.js';
import { useMessages } from '../i18n/useMessages.js';
import { Explanation } from './Explanation.js';
import { WayOut, type ProblemProps } from './WayOut.js';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    justifyItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalM,
    maxWidth: '560px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalM}`,
  },
  icon: { fontSize: '48px', color: tokens.colorNeutralForeground3 },
  title: { margin: 0 },
  id: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
});

type ProblemNoticeProps = ProblemProps & {
  /** `h1` when the page shows nothing else. */
  readonly heading?: 'h1' | 'h2';
};

/** In the place of what could not be had: what happened, in plain words, and the way out. */
export function ProblemNotice({ problem, retry, heading = 'h2' }: ProblemNoticeProps) {
  const styles = useStyles();
  const messages = useMessages();
  return (
    <section role="alert" className={styles.root}>
      <ErrorCircleRegular className={styles.icon} />
      <Subtitle1 as={heading} className={styles.title}>
        {messages.problems[problem.code].title}
      </Subtitle1>
      <Explanation problem={problem} retry={retry} />
      <div className={styles.actions}>
        <WayOut problem={problem} retry={retry} />
      </div>
      {'correlationId' in problem && (
        <Text size={200} className={styles.id}>
          {messages.supportCode({ code: problem.correlationId })} <CopyButton text={problem.correlationId} />
        </Text>
      )}
    </section>
  );
}
