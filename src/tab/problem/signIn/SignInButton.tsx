import { Button, Text, type ButtonProps } from '@fluentui/react-components';
import type { TabProblem, Retry } from '../../api/TabProblem.js';
import type { LaterMessages } from '../../i18n/messages.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { useSession } from '../../session.js';
import { SendProblem } from '../SendProblem.js';
import { toHandling, type SignInNeed } from '../toHandling.js';
import { toHostReason, type HostReasonKind } from './hostReason.js';
import { nextStep } from './signInAttempt.js';
import { useSignIn, type SignIn } from './useSignIn.js';

type SignInButtonProps = {
  readonly problem: TabProblem;
  readonly signInNeed: SignInNeed;
  readonly retry: Retry;
  readonly appearance: NonNullable<ButtonProps['appearance']>;
  readonly size: NonNullable<ButtonProps['size']>;
};

/** Takes the next step of the sign-in at each press and shows how each step ended. */
export function SignInButton({ problem, signInNeed, retry, appearance, size }: SignInButtonProps) {
  const { signIn: messages, consent } = useLaterMessages();
  const signIn = useSignIn(signInNeed, retry);
  const status = toStatus(signIn, problem, messages);
  const hasNotHelped = signIn.activity === 'idle' && hasFailed(signIn);
  const isOffered = hasNotHelped && toHandling(problem).administrator?.when === 'afterSignIn';
  return (
    <>
      {isOffered && <SendProblem problem={problem} reason={signIn.reason} appearance="primary" size={size} />}
      <Button
        appearance={isOffered ? 'secondary' : appearance}
        disabledFocusable={!signIn.isReady}
        onClick={signIn.press}
        size={size}
      >
        {/* Most users may not consent for themselves. */}
        {signInNeed.need === 'consent' ? consent.myself : messages.button}
      </Button>
      <Text role="status" align="center" block style={{ flexBasis: '100%' }}>
        {status}
      </Text>
    </>
  );
}

const hasFailed = ({ attempt }: SignIn): boolean =>
  attempt.lastEnd !== undefined && attempt.lastEnd !== 'worked' && nextStep(attempt) === 'administrator';

function toStatus(signIn: SignIn, problem: TabProblem, messages: LaterMessages['signIn']): string {
  const { activity, isReady, attempt, reason } = signIn;
  if (activity === 'spreading') return messages.spreading;
  if (activity === 'waiting') return isReady ? messages.unknown : messages.waiting;
  switch (attempt.lastEnd) {
    case undefined:
    case 'worked':
      return '';
    case 'blocked':
    case 'needsAdmin':
      return messages[attempt.lastEnd];
    case 'cancelled':
      return messages.unfinished;
    case 'refused':
    case 'unknown':
      if (attempt.lastEnd === 'unknown' && reason === undefined) return messages.unfinished;
      return hasFailed(signIn) ? messages.noHelp({ code: reason ?? problem.code }) : messages.anotherWay;
  }
}

type SignInReasonProps = { readonly reason: string; readonly align: 'start' | 'center' };

/** Explains to the user why the host returns no token. */
export function SignInReason({ reason, align }: SignInReasonProps) {
  const { problems } = useMessages();
  const { signIn } = useLaterMessages();
  const { hostName: host } = useSession().context;
  const texts: Readonly<Record<HostReasonKind, string>> = {
    needsSignIn: signIn.reasons.needsSignIn,
    temporary: signIn.reasons.temporary({ host }),
    cancelled: signIn.unfinished,
    blocked: signIn.blocked,
    misconfigured: signIn.reasons.misconfigured,
    unknown: problems.sign_in_failed.text({ host }),
  };
  return <Text align={align}>{texts[toHostReason(reason).kind]}</Text>;
}
