import { makeStyles, tokens } from '@fluentui/react-components';
import { CallRegular } from '@fluentui/react-icons/svg/call';
import { ChatRegular } from '@fluentui/react-icons/svg/chat';
import { ContactCardRegular } from '@fluentui/react-icons/svg/contact-card';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import type { ListName, Person } from '../../../contract/delegation.js';
import { CopyButton } from '../../components/CopyButton.js';
import { toDeepLink } from '../../delegation/deepLink.js';
import { toSharedPlace } from '../../delegation/resolvePlace.js';
import { getPersonActions } from '../../host/teamsPeople.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { ActionButton } from '../../problem/ActionButton.js';
import { useSession } from '../../session.js';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

/** What this host lets one do with a person, and a link to this very delegation. */
export function PersonButtons({ list, person }: { readonly list: ListName; readonly person: Person }) {
  const styles = useStyles();
  const { details } = useLaterMessages();
  const { context, config } = useSession();
  const { chat, call, profile, mail } = getPersonActions();
  const { id, userPrincipalName } = person;
  const address = person.mail ?? userPrincipalName;
  return (
    <div className={styles.row}>
      {chat !== undefined && userPrincipalName !== null && (
        <ActionButton icon={<ChatRegular />} act={() => chat(userPrincipalName)}>
          {details.chat}
        </ActionButton>
      )}
      {call !== undefined && userPrincipalName !== null && (
        <ActionButton icon={<CallRegular />} act={() => call(userPrincipalName)}>
          {details.call}
        </ActionButton>
      )}
      {profile !== undefined && (
        <ActionButton
          icon={<ContactCardRegular />}
          act={(button) => profile(id, button.getBoundingClientRect())}
        >
          {details.profile}
        </ActionButton>
      )}
      {mail !== undefined && address !== null && (
        <ActionButton icon={<MailRegular />} act={() => mail(address)}>
          {details.mail}
        </ActionButton>
      )}
      <CopyButton
        label={details.copyLink}
        text={toDeepLink(context, config.clientId, toSharedPlace(list, id, context.userId))}
      />
    </div>
  );
}
