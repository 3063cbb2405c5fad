import { DrawerBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { pages } from '../../../contract/paths.js';
import { OutsideLink } from '../../components/OutsideLink.js';
import { SideDrawer, SideDrawerHead } from '../../components/SideDrawer.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { NoticesSwitch } from './NoticesSwitch.js';
import type { Notices } from './useNotices.js';

const useStyles = makeStyles({
  body: { display: 'grid', gap: tokens.spacingVerticalL, alignContent: 'start' },
});

type NoticesDrawerProps = { readonly notices: Notices; readonly isOpen: boolean; readonly close: () => void };

/** The notification switch, who receives what, and what the server stores. */
export function NoticesDrawer({ notices, isOpen, close }: NoticesDrawerProps) {
  const styles = useStyles();
  const { tag } = useLanguage();
  const { notices: messages, manage } = useLaterMessages();
  return (
    <SideDrawer isOpen={isOpen} close={close}>
      <SideDrawerHead title={messages.title} close={close} />
      <DrawerBody className={styles.body}>
        <NoticesSwitch notices={notices} label={messages.tell} />
        <Text>{messages.how}</Text>
        <Text>{messages.noticed}</Text>
        <Text>{messages.others}</Text>
        <Text>{messages.kept}</Text>
        <OutsideLink href={`${pages.privacy}?lang=${tag}#notifications`}>{manage.privacy}</OutsideLink>
      </DrawerBody>
    </SideDrawer>
  );
}
