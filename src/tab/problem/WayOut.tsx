import { Button, type ButtonProps } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { lazy, useState, type ReactElement } from 'react';
import type { TabProblem } from '../api/TabProblem.js';
import { CopyButton } from '../components/CopyButton.js';
import { Deferred } from '../components/Deferred.js';
import { useOnline } from '../components/useOnline.js';
import { useMessages } from '../i18n/useMessages.js';
import type { Retry } from './retry.js';
import { toHandling } from './toHandling.js';

const loadConsent = () => import('./consent/Consent.js');
const AdminConsent = lazy(async () => ({ default: (await loadConsent()).AdminConsent }));
const SignInButton = lazy(async () => ({ default: (await loadConsent()).SignInButton }));

export type ProblemProps = { readonly problem: TabProblem; readonly retry: Retry };

type WayOutProps = ProblemProps & { readonly size?: NonNullable<ButtonProps['size']> };

/** The buttons that lead out of a problem. */
export function WayOut({ problem, retry, size = 'medium' }: WayOutProps): ReactElement | null {
  const messages = useMessages();
  useOnline(problem.code === 'offline' ? retry : undefined);
  const { wayOut } = toHandling(problem);
  switch (wayOut.kind) {
    case 'consent':
      return (
        <>
          <Deferred>
            <AdminConsent retry={retry} />
          </Deferred>
          <TryAgain retry={retry} size={size} />
        </>
      );
    case 'signIn':
      return (
        <Deferred>
          <SignInButton claims={wayOut.claims} retry={retry} appearance="primary" />
        </Deferred>
      );
    case 'copyPolicyCommand':
      return (
        <>
          <CopyButton
            label={messages.policyCommand}
            text="Set-CsTeamsCallingPolicy -AllowDelegation $true"
            appearance="primary"
          />
          <TryAgain retry={retry} size={size} />
        </>
      );
    case 'tryAgain':
      return <TryAgain retry={retry} size={size} />;
    case 'look':
      return null;
  }
}

function TryAgain({ retry, size }: { readonly retry: Retry } & Required<Pick<WayOutProps, 'size'>>) {
  const { tryAgain } = useMessages();
  const [isTrying, setTrying] = useState(false);
  const again = async () => {
    setTrying(true);
    await retry();
    setTrying(false);
  };
  return (
    <Button
      size={size}
      icon={<ArrowClockwiseRegular />}
      disabledFocusable={isTrying}
      onClick={() => void again()}
    >
      {tryAgain}
    </Button>
  );
}
