import { Text, type TextProps } from '@fluentui/react-components';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { useSession } from '../../session.js';
import { toHostReason, type HostReasonKind } from './hostReason.js';

type SignInReasonProps = { readonly reason: string } & Pick<TextProps, 'align'>;

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
  return <Text {...(align && { align })}>{texts[toHostReason(reason).kind]}</Text>;
}
