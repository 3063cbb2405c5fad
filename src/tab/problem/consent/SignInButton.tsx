import { Button, Text, type ButtonProps } from '@fluentui/react-components';
import { useState } from 'react';
import { pages } from '../../../contract/paths.js';
import { openSignInPopup, SignInFailed } from '../../host/teams.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { useSession } from '../../session.js';
import type { Retry } from '../retry.js';
import type { PopupEnd } from './consentUrls.js';

/** For those who may consent for themselves; most people may not. */
export function ConsentButton({ retry }: { readonly retry: Retry }) {
  const { consent } = useLaterMessages();
  return <SignInButton claims="" retry={retry} appearance="secondary" label={consent.myself} />;
}

type SignInButtonProps = {
  /** Empty when nothing special is asked for. */
  readonly claims: string;
  readonly retry: Retry;
  readonly appearance: NonNullable<ButtonProps['appearance']>;
  /** Left out: “Sign in”. */
  readonly label?: string;
};

/** Milliseconds: consent takes seconds to spread. */
const waits = [0, 1_000, 2_000, 4_000];

/** Opens the pop-up, waits for its end, then asks again. */
export function SignInButton({ claims, retry, appearance, label }: SignInButtonProps) {
  const { context } = useSession();
  const { signIn: messages } = useLaterMessages();
  const { tag } = useLanguage();
  const [state, setState] = useState<'idle' | 'waiting' | 'spreading' | PopupEnd>('idle');

  const signIn = async () => {
    setState('waiting');
    const url = new URL(pages.authStart, location.origin);
    const hint = context.loginHint ?? context.userPrincipalName;
    if (hint !== undefined) url.searchParams.set('login_hint', hint);
    url.searchParams.set('lang', tag);
    if (claims !== '') url.searchParams.set('claims', claims);
    try {
      await openSignInPopup(url);
    } catch (error) {
      setState(toEnd(error));
      return;
    }
    setState('spreading');
    for (const wait of waits) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (await retry()) return;
    }
    setState('idle');
  };

  const isBusy = state === 'waiting' || state === 'spreading';
  return (
    <>
      <Button appearance={appearance} disabledFocusable={isBusy} onClick={() => void signIn()}>
        {label ?? messages.button}
      </Button>
      {state !== 'idle' && (
        <Text role="status" block style={{ flexBasis: '100%' }}>
          {messages[state]}
        </Text>
      )}
    </>
  );
}

function toEnd(error: unknown): PopupEnd {
  const reason = error instanceof SignInFailed ? error.reason : '';
  if (reason.includes('needsAdmin')) return 'needsAdmin';
  if (reason.includes('FailedToOpenWindow')) return 'blocked';
  return 'declined';
}
