import { DrawerBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { pages } from '../../../contract/paths.js';
import { OutsideLink } from '../../components/OutsideLink.js';
import { SideDrawer, SideDrawerHead } from '../../components/SideDrawer.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { NotificationSwitch } from './NotificationSwitch.js';
import type { Notifications } from './useNotifications.js';

const useStyles = makeStyles({
  body: { display: 'grid', gap: tokens.spacingVerticalL, alignContent: 'start' },
});

type NotificationDrawerProps = {
  readonly notifications: Notifications;
  readonly isOpen: boolean;
  readonly close: () => void;
};

/** The notification switch, who receives what, and what the server stores. */
export function NotificationDrawer({ notifications, isOpen, close }: NotificationDrawerProps) {
  const styles = useStyles();
  const { tag } = useLanguage();
  const { notifications: messages, manage } = useLaterMessages();
  return (
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
  );
}
