import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { NotificationSwitch } from './NotificationSwitch.js';
import { useNotifications } from './useNotifications.js';

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
  const styles = useStyles();
  const messages = useLaterMessages();
  const notifications = useNotifications();
  // The first known state decides, so that the switch does not disappear when it is turned on.
  const [first, setFirst] = useState(notifications?.known);
  if (first === undefined && notifications?.known !== undefined) setFirst(notifications.known);
  if (notifications === undefined || first === undefined) return null;
  if (first.on && first.problem === null) return null;
  return (
    <div className={styles.offer}>
      <NotificationSwitch notifications={notifications} label={messages.notifications.offer} />
    </div>
  );
}
