import { Button } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons/svg/alert';
import { AlertBadgeRegular } from '@fluentui/react-icons/svg/alert-badge';
import { useState } from 'react';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { NotificationDrawer } from './NotificationDrawer.js';
import { useNotifications } from './useNotifications.js';

/** Bell in the page header, if the server has notifications. Marked when they cannot be delivered. */
export function NotificationSettings() {
  const { notifications: messages } = useLaterMessages();
  const notifications = useNotifications();
  const [isOpen, setOpen] = useState(false);
  if (notifications === undefined) return null;
  const { known } = notifications;
  const problem = known?.on === true ? known.problem : null;
  const name = problem === null ? messages.title : messages.undelivered[problem].title;
  return (
    <>
      <Button
        appearance="subtle"
        aria-label={name}
        title={name}
        icon={problem === null ? <AlertRegular /> : <AlertBadgeRegular />}
        onClick={() => {
          setOpen(true);
        }}
      />
      <NotificationDrawer
        notifications={notifications}
        isOpen={isOpen}
        close={() => {
          setOpen(false);
        }}
      />
    </>
  );
}
