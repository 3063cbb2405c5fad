import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CallRegular, ChatRegular, ContactCardRegular, MailRegular } from '@fluentui/react-icons';
import type { ListName, Person } from '../../../contract/delegation.js';
import { CopyButton } from '../../components/CopyButton.js';
import { useSession } from '../../host/session.js';
import { getPersonActions } from '../../host/teamsPeople.js';
import { useText } from '../../i18n/useText.js';
import { toDeepLink } from './deepLink.js';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

/** What this host lets one do with a person, and a link to this very delegation. */
export function PersonButtons({ list, person }: { readonly list: ListName; readonly person: Person }) {
  const styles = useStyles();
  const text = useText();
  const { context, config } = useSession();
  const { chat, call, profile, mail } = getPersonActions();
  const { id, userPrincipalName } = person;
  const address = person.mail ?? userPrincipalName;
  return (
    <div className={styles.row}>
      {chat !== undefined && userPrincipalName !== null && (
        <Button icon={<ChatRegular />} onClick={() => void chat(userPrincipalName)}>
          {text.details.chat}
        </Button>
      )}
      {call !== undefined && userPrincipalName !== null && (
        <Button icon={<CallRegular />} onClick={() => void call(userPrincipalName)}>
          {text.details.call}
        </Button>
      )}
      {profile !== undefined && (
        <Button
          icon={<ContactCardRegular />}
          onClick={({ currentTarget }) => void profile(id, currentTarget.getBoundingClientRect())}
        >
          {text.details.profile}
        </Button>
      )}
      {mail !== undefined && address !== null && (
        <Button icon={<MailRegular />} onClick={() => void mail(address)}>
          {text.details.mail}
        </Button>
      )}
      <CopyButton label={text.details.copyLink} text={toDeepLink(context, config.clientId, { list, id })} />
    </div>
  );
}
