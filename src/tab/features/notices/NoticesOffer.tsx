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

/** Offer below a new confirmation. Empty when notifications are on and are delivered. */
export function NoticesOffer() {
  const notices = useNotices();
  if (notices?.known === undefined) return null;
  return <Offer notices={notices} isWanted={!notices.known.on || notices.known.problem !== null} />;
}

function Offer({ notices, isWanted }: { readonly notices: Notices; readonly isWanted: boolean }) {
  const styles = useStyles();
  const messages = useLaterMessages();
  // Stays after it is turned on, so that the switch does not disappear during a click.
  const [wasWanted] = useState(isWanted);
  if (!wasWanted) return null;
  return (
    <div className={styles.offer}>
      <NoticesSwitch notices={notices} label={messages.notices.offer} />
    </div>
  );
}
