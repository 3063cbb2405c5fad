import { makeStyles, tokens } from '@fluentui/react-components';
import { CallRegular } from '@fluentui/react-icons/svg/call';
import { ChatRegular } from '@fluentui/react-icons/svg/chat';
import { ContactCardRegular } from '@fluentui/react-icons/svg/contact-card';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import type { Delegation } from '../../../contract/delegation.js';
import { toContact } from '../../delegation/contact.js';
import { getPersonActions } from '../../host/teamsPeople.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { ActionButton } from '../../problem/ActionButton.js';
import { useSession } from '../../session.js';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

/** Chat and call buttons that the host supports. Empty for a deleted or blocked account. */
export function PersonButtons({ delegation }: { readonly delegation: Delegation }) {
  const styles = useStyles();
  const { details } = useLaterMessages();
  const { isCallingAllowed } = useSession().context;
  const { chat, call, profile, mail } = getPersonActions();
  const { person, personStatus } = delegation;
  if (personStatus !== 'found' || person === null || person.accountEnabled === false) return null;
  const { chat: user, mail: address } = toContact(delegation);
  return (
    <div className={styles.row}>
      {chat !== undefined && user !== null && (
        <ActionButton icon={<ChatRegular />} act={() => chat(user)}>
          {details.chat}
        </ActionButton>
      )}
      {call !== undefined && isCallingAllowed !== false && user !== null && (
        <ActionButton icon={<CallRegular />} act={() => call(user)}>
          {details.call}
        </ActionButton>
      )}
      {profile !== undefined && (
        <ActionButton
          icon={<ContactCardRegular />}
          act={(button) => profile(person.id, button.getBoundingClientRect())}
        >
          {details.profile}
        </ActionButton>
      )}
      {mail !== undefined && address !== null && (
        <ActionButton icon={<MailRegular />} act={() => mail(address)}>
          {details.mail}
        </ActionButton>
      )}
    </div>
  );
}
