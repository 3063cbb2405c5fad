import { Button, type ButtonProps } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { lazy, useState, type ReactElement } from 'react';
import type { TabProblem } from '../api/TabProblem.js';
import { CopyButton } from '../components/CopyButton.js';
import { Deferred } from '../components/Deferred.js';
import { useOnline } from '../components/useOnline.js';
import { useMessages } from '../i18n/useMessages.js';
import type { Retry } from './retry.js';

const loadConsent = () => import('./consent/Consent.js');
const AdminConsent = lazy(async () => ({ default: (await loadConsent()).AdminConsent }));
const SignInButton = lazy(async () => ({ default: (await loadConsent()).SignInButton }));

export type ProblemProps = { readonly problem: TabProblem; readonly retry: Retry };

type WayOutProps = ProblemProps & { readonly size?: NonNullable<ButtonProps['size']> };

/** The one switch over all codes: a new one without a way out does not compile. */
export function WayOut({ problem, retry, size = 'medium' }: WayOutProps): ReactElement | null {
  const messages = useMessages();
  useOnline(problem.code === 'offline' ? retry : undefined);
  switch (problem.code) {
    case 'consent_required':
      return (
        <Deferred>
          <AdminConsent scopes={problem.scopes} retry={retry} />
        </Deferred>
      );
    case 'interaction_required':
      return (
        <Deferred>
          <SignInButton claims={problem.claims} retry={retry} appearance="primary" />
        </Deferred>
      );
    case 'delegation_not_allowed':
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
    case 'list_changed':
      // The new list stands there to be looked at; what was wanted of the old one is not done to it unseen.
      return null;
    case 'offline':
    case 'unreachable':
    case 'sign_in_failed':
    case 'host_refused':
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
    case 'store_unavailable':
    case 'internal_error':
    case 'misconfigured':
      return <TryAgain retry={retry} size={size} />;
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
