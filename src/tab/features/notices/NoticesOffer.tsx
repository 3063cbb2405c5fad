import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { NoticesSwitch } from './NoticesSwitch.js';
import { useNotices, type Notices } from './useNotices.js';

const useStyles = makeStyles({
  offer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
});

/** Below what has just been confirmed; nothing for whoever has it already, and it works. */
export function NoticesOffer() {
  const notices = useNotices();
  if (notices?.known === undefined) return null;
  return <Offer notices={notices} isWanted={!notices.known.on || notices.known.problem !== null} />;
}

function Offer({ notices, isWanted }: { readonly notices: Notices; readonly isWanted: boolean }) {
  const styles = useStyles();
  const messages = useLaterMessages();
  // Stays when it is turned on: a switch must not vanish under a finger.
  const [wasWanted] = useState(isWanted);
  if (!wasWanted) return null;
  return (
    <div className={styles.offer}>
      <NoticesSwitch notices={notices} label={messages.notices.offer} />
    </div>
  );
}
