import { Button, type ButtonProps } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import type { ReactElement } from 'react';
import type { TabProblem, Retry } from '../api/TabProblem.js';
import { deferred } from '../components/deferred.js';
import { useFocusRescue } from '../components/useFocusRescue.js';
import { useOnline } from '../components/browserEvents.js';
import { useMessages } from '../i18n/useMessages.js';
import { toHandling } from './toHandling.js';
import { useAttempt } from './useAttempt.js';
import type { Wait } from './useWait.js';

const SignInButton = deferred(async () => (await import('./signIn/SignInButton.js')).SignInButton);
const SendProblem = deferred(async () => (await import('./SendProblem.js')).SendProblem);

export type ProblemProps = { readonly problem: TabProblem; readonly retry: Retry };

type WayOutProps = ProblemProps & {
  readonly wait: Wait | undefined;
  readonly size?: NonNullable<ButtonProps['size']>;
};

/** Buttons for the ways out of a problem, most helpful first. */
export function WayOut({ problem, retry, wait, size = 'medium' }: WayOutProps): ReactElement | null {
  const { wayOut, administrator } = toHandling(problem);
  useOnline(problem.code === 'offline' ? retry : undefined);
  if (wayOut.kind === 'look') return null;
  const isSentFirst = administrator?.when === 'first';
  const isSent = isSentFirst || administrator?.when === 'second' || wait?.hasLasted === true;
  const signIn = (appearance: 'primary' | 'secondary') =>
    'need' in wayOut && (
      <SignInButton problem={problem} signInNeed={wayOut} retry={retry} appearance={appearance} size={size} />
    );

  return (
    <>
      {wayOut.kind === 'signIn' && signIn('primary')}
      {wayOut.kind === 'tryAgain' && !isSentFirst && (
        <TryAgain retry={retry} size={size} appearance="primary" isWaiting={wait !== undefined} />
      )}
      {isSent && (
        <SendProblem problem={problem} appearance={isSentFirst ? 'primary' : 'secondary'} size={size} />
      )}
      {wayOut.kind === 'consent' && signIn('secondary')}
      {isSentFirst && <TryAgain retry={retry} size={size} appearance="subtle" isWaiting={false} />}
    </>
  );
}

type TryAgainProps = Required<Pick<WayOutProps, 'retry' | 'size'>> & {
  readonly appearance: NonNullable<ButtonProps['appearance']>;
  /** An automatic retry is scheduled, so the button is disabled until then. */
  readonly isWaiting: boolean;
};

function TryAgain({ retry, size, appearance, isWaiting }: TryAgainProps) {
  const { tryAgain } = useMessages();
  const { run, pending } = useAttempt(retry);
  const id = useFocusRescue();
  return (
    <Button
      id={id}
      size={size}
      appearance={appearance}
      icon={<ArrowClockwiseRegular />}
      disabledFocusable={pending !== undefined || isWaiting}
      onClick={() => void run()}
    >
      {tryAgain}
    </Button>
  );
}
