import { Button, DrawerBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons/svg/alert';
import { AlertBadgeRegular } from '@fluentui/react-icons/svg/alert-badge';
import { useState } from 'react';
import { pages } from '../../../contract/paths.js';
import { OutsideLink } from '../../components/OutsideLink.js';
import { SideDrawer, SideDrawerHead } from '../../components/SideDrawer.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { NotificationSwitch, useNotifications } from './NotificationSwitch.js';

const useStyles = makeStyles({
  body: { display: 'grid', gap: tokens.spacingVerticalL, alignContent: 'start' },
  offer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
});

/** Bell in the page header, if the server has notifications. Marked when they cannot be delivered. */
export function NotificationSettings() {
  const styles = useStyles();
  const { tag } = useLanguage();
  const { notifications: messages, manage } = useLaterMessages();
  const notifications = useNotifications();
  const [isOpen, setOpen] = useState(false);
  if (notifications === undefined) return null;
  const { known } = notifications;
  const problem = known?.on === true ? known.problem : null;
  const name = problem === null ? messages.title : messages.undelivered[problem].title;
  const close = () => setOpen(false);
  return (
    <>
      <Button
        appearance="subtle"
        aria-label={name}
        title={name}
        icon={problem === null ? <AlertRegular /> : <AlertBadgeRegular />}
        onClick={() => setOpen(true)}
      />
      <SideDrawer isOpen={isOpen} close={close}>
        <SideDrawerHead title={messages.title} close={close} />
        <DrawerBody className={styles.body}>
          <NotificationSwitch notifications={notifications} label={messages.tell} />
          <Text>{messages.how}</Text>
          <Text>{messages.noticed}</Text>
          <Text>{messages.others}</Text>
          <Text>{messages.kept}</Text>
          <OutsideLink href={`${pages.privacy}?lang=${tag}#notifications`}>{manage.privacy}</OutsideLink>
        </DrawerBody>
      </SideDrawer>
    </>
  );
}

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
