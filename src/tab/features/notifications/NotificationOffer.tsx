import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { NotificationSwitch } from './NotificationSwitch.js';
import { useNotifications, type Notifications } from './useNotifications.js';

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
export function NotificationOffer() {
  const notifications = useNotifications();
  if (notifications?.known === undefined) return null;
  return (
    <Offer
      notifications={notifications}
      isWanted={!notifications.known.on || notifications.known.problem !== null}
    />
  );
}

function Offer({
  notifications,
  isWanted,
}: {
  readonly notifications: Notifications;
  readonly isWanted: boolean;
}) {
  const styles = useStyles();
  const messages = useLaterMessages();
  // Stays after it is turned on, so that the switch does not disappear during a click.
  const [wasWanted] = useState(isWanted);
  if (!wasWanted) return null;
  return (
    <div className={styles.offer}>
      <NotificationSwitch notifications={notifications} label={messages.notifications.offer} />
    </div>
  );
}
