import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import { lazy, useState, type ReactElement, type ReactNode } from 'react';
import type { TabProblem } from '../api/TabProblem.js';
import { useSession } from '../host/session.js';
import { useText } from '../i18n/useText.js';
import { CopyButton } from './CopyButton.js';
import { Countdown } from './Countdown.js';
import { Later } from './Later.js';
import { useOnline } from './useOnline.js';

const loadConsent = () => import('../features/consent/Consent.js');
const AdminConsent = lazy(async () => ({ default: (await loadConsent()).AdminConsent }));
const SignInButton = lazy(async () => ({ default: (await loadConsent()).SignInButton }));

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

export type Retry = () => Promise<boolean>;

/** What happened, in plain words, and the way out. */
export function ProblemNotice({
  problem,
  retry,
  heading = 'h2',
}: ProblemProps & {
  /** `h1` when the page shows nothing else. */
  readonly heading?: 'h1' | 'h2';
}) {
  const styles = useStyles();
  const text = useText();
  return (
    <section role="alert" className={styles.root}>
      <ErrorCircleRegular className={styles.icon} />
      <Subtitle1 as={heading} className={styles.title}>
        {text.problems[problem.code].title}
      </Subtitle1>
      <Explanation problem={problem} retry={retry} />
      <div className={styles.actions}>
        <WayOut problem={problem} retry={retry} />
      </div>
      {'correlationId' in problem && (
        <Text size={200} className={styles.id}>
          {text.correlationId(problem.correlationId)} <CopyButton text={problem.correlationId} />
        </Text>
      )}
    </section>
  );
}

type ProblemProps = { readonly problem: TabProblem; readonly retry: Retry };

function Explanation({ problem, retry }: ProblemProps): ReactNode {
  const { problems, consent } = useText();
  const { context } = useSession();
  switch (problem.code) {
    case 'throttled':
    case 'rate_limited':
      return (
        <Countdown
          key={problem.correlationId}
          seconds={problem.retryAfter}
          words={problems[problem.code].text}
          whenOver={retry}
        />
      );
    case 'consent_required':
      return (
        <Text align="center">
          {problems.consent_required.text} {consent.why}
        </Text>
      );
    case 'sign_in_failed':
      return <Text align="center">{problems.sign_in_failed.text(toHostName(context.hostName))}</Text>;
    default:
      return <Text align="center">{problems[problem.code].text}</Text>;
  }
}

/** The one switch over all codes: a new one without a way out does not compile. */
function WayOut({ problem, retry }: ProblemProps): ReactElement {
  const text = useText();
  useOnline(problem.code === 'offline' ? retry : undefined);
  switch (problem.code) {
    case 'consent_required':
      return (
        <Later>
          <AdminConsent scopes={problem.scopes} retry={retry} />
        </Later>
      );
    case 'interaction_required':
      return (
        <Later>
          <SignInButton claims={problem.claims} retry={retry} appearance="primary" label={text.signIn} />
        </Later>
      );
    case 'delegation_not_allowed':
      return (
        <>
          <CopyButton
            label={text.policyCommand}
            text="Set-CsTeamsCallingPolicy -AllowDelegation $true"
            appearance="primary"
          />
          <TryAgain retry={retry} />
        </>
      );
    case 'offline':
    case 'unreachable':
    case 'sign_in_failed':
    case 'invalid_token':
    case 'insufficient_scope':
    case 'invalid_request':
    case 'invalid_id':
    case 'not_found':
    case 'throttled':
    case 'rate_limited':
    case 'graph_unavailable':
    case 'entra_unavailable':
    case 'graph_timeout':
    case 'graph_unexpected':
    case 'list_changed':
    case 'store_unavailable':
    case 'internal_error':
    case 'misconfigured':
      return <TryAgain retry={retry} />;
  }
}

function TryAgain({ retry }: { readonly retry: Retry }) {
  const text = useText();
  const [isTrying, setTrying] = useState(false);
  const again = async () => {
    setTrying(true);
    await retry();
    setTrying(false);
  };
  return (
    <Button icon={<ArrowClockwiseRegular />} disabledFocusable={isTrying} onClick={() => void again()}>
      {text.tryAgain}
    </Button>
  );
}

/** Hosts call themselves by more than one name. */
export function toHostName(name: string): string {
  if (name.startsWith('Outlook')) return 'Outlook';
  if (name === 'Office' || name.startsWith('Microsoft365')) return 'Microsoft 365';
  return 'Microsoft Teams';
}
