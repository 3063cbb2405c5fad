import { Button, Text, type ButtonProps } from '@fluentui/react-components';
import { useState } from 'react';
import { pages } from '../../../contract/paths.js';
import { CopyButton } from '../../components/CopyButton.js';
import { openSignInPopup, SignInFailed } from '../../host/teams.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { useSession } from '../../session.js';
import type { Retry } from '../retry.js';
import { toAdminConsentUrl, type PopupEnd } from './consentUrls.js';

/** Most people cannot consent themselves, so the administrator's link comes first. */
export function AdminConsent({ retry }: { readonly retry: Retry }) {
  const { config, context } = useSession();
  const { consent } = useLaterMessages();
  const link = toAdminConsentUrl(config, context.tenantId, location.origin);
  return (
    <>
      <CopyButton label={consent.copyLink} doneLabel={consent.linkCopied} text={link} appearance="primary" />
      <CopyButton label={consent.copyMessage} text={consent.message({ link })} appearance="secondary" />
      <SignInButton claims="" retry={retry} appearance="secondary" label={consent.myself} />
    </>
  );
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
