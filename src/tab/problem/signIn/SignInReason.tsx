import { Text, type TextProps } from '@fluentui/react-components';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { useSession } from '../../session.js';
import { toHostName } from '../hostName.js';
import { toHostReason } from './hostReason.js';

type SignInReasonProps = { readonly reason: string } & Pick<TextProps, 'align'>;

/** Explains to the user why the host returns no token. */
export function SignInReason({ reason, align }: SignInReasonProps) {
  const { problems } = useMessages();
  const { signIn } = useLaterMessages();
  const host = toHostName(useSession().context.hostName);
  const { kind } = toHostReason(reason);
  const toText = () => {
    switch (kind) {
      case 'needsSignIn':
        return signIn.reasons.needsSignIn;
      case 'temporary':
        return signIn.reasons.temporary({ host });
      case 'cancelled':
        return signIn.unfinished;
      case 'blocked':
        return signIn.blocked;
      case 'misconfigured':
        return signIn.reasons.misconfigured;
      case 'unknown':
        return problems.sign_in_failed.text({ host });
    }
  };
  return <Text {...(align && { align })}>{toText()}</Text>;
}
