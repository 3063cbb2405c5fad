import { Button, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons/svg/alert';
import { AlertBadgeRegular } from '@fluentui/react-icons/svg/alert-badge';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { NotificationStatus, NotificationsRequest } from '../../../contract/notifications.js';
import { notificationsPath, pages } from '../../../contract/paths.js';
import { SendToAdministrator } from '../../administrator/SendToAdministrator.js';
import { toTabProblem, type Retry } from '../../api/TabProblem.js';
import { InlineAlert } from '../../components/InlineAlert.js';
import { OutsideLink } from '../../components/OutsideLink.js';
import { DrawerContent, SideDrawer } from '../../components/SideDrawer.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage, useMessages } from '../../i18n/useMessages.js';
import { ActionButton } from '../../problem/ActionButton.js';
import { ProblemLine } from '../../problem/ProblemLine.js';
import { useAttempt } from '../../problem/useAttempt.js';
import { useSession } from '../../session.js';

const useStyles = makeStyles({
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
        <DrawerContent title={messages.title} close={close}>
          <NotificationSwitch notifications={notifications} label={messages.tell} />
          <Text>{messages.how}</Text>
          <Text>{messages.noticed}</Text>
          <Text>{messages.others}</Text>
          <Text>{messages.kept}</Text>
          <OutsideLink href={`${pages.privacy}?lang=${tag}#notifications`}>{manage.privacy}</OutsideLink>
        </DrawerContent>
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

const key = ['notifications'];

/** Notification state and its switch. Undefined when the server has notifications off, or the state is not known yet. */
function useNotifications() {
  const { api } = useSession();
  const client = useQueryClient();
  const query = useQuery({ queryKey: key, queryFn: () => api.send<NotificationStatus>(notificationsPath) });
  const turning = useAttempt(async (on: boolean) => {
    // A read that started earlier must not overwrite this answer.
    await client.cancelQueries({ queryKey: key });
    const request: NotificationsRequest = { on };
    client.setQueryData(key, await api.send<NotificationStatus>(notificationsPath, 'PUT', request));
  });
  // A server with notifications off answers without a store.
  const isUnknown = query.isError && toTabProblem(query.error).code === 'store_unavailable';
  if (query.data?.available !== true && !isUnknown) return undefined;
  return {
    /** Server state. Undefined while the store is unavailable. */
    known: query.data,
    refresh: async () => (await query.refetch()).isSuccess,
    turning,
  };
}

type NotificationSwitchProps = {
  readonly notifications: NonNullable<ReturnType<typeof useNotifications>>;
  readonly label: string;
};

/** Switch for notifications, with the last delivery failure and its way out. */
function NotificationSwitch({ notifications, label }: NotificationSwitchProps) {
  const { known, refresh, turning } = notifications;
  const { notifications: messages } = useLaterMessages();
  const [turned, setTurned] = useState<boolean>();
  const id = useId();
  /** The pressed button disappears on success, so focus moves first. */
  const thenFocus =
    (retry: Retry): Retry =>
    async () => {
      const hasWorked = await retry();
      if (hasWorked) setTimeout(() => document.getElementById(id)?.focus());
      return hasWorked;
    };
  if (known === undefined) return <Unavailable role="status" retry={thenFocus(refresh)} />;
  const isOn = turning.pending?.[0] ?? known.on;
  const { failure } = turning;
  const undelivered = known.on && known.problem !== null ? messages.undelivered[known.problem] : undefined;
  return (
    <>
      <Switch
        id={id}
        label={label}
        checked={isOn}
        onChange={(_, { checked }) => {
          setTurned(undefined);
          void turning.run(checked).then((hasWorked) => {
            if (hasWorked) setTurned(checked);
          });
        }}
      />
      <Text role="status">
        {turned === undefined || undelivered !== undefined ? '' : turned ? messages.on : messages.off}
      </Text>
      {failure !== undefined &&
        (failure.problem.code === 'store_unavailable' ? (
          <Unavailable role="alert" retry={thenFocus(failure.retry)} />
        ) : (
          <ProblemLine problem={failure.problem} retry={thenFocus(failure.retry)} />
        ))}
      {undelivered !== undefined && (
        <InlineAlert
          role="status"
          title={undelivered.title}
          actions={<SendToAdministrator task={{ task: 'allowNotifications' }} size="small" />}
        >
          <Text>{undelivered.text}</Text>
        </InlineAlert>
      )}
    </>
  );
}

/** Shown while the store cannot be reached. The problem's own text is about confirmations and does not fit here. */
function Unavailable({ role, retry }: { readonly role: 'alert' | 'status'; readonly retry: Retry }) {
  const { tryAgain } = useMessages();
  const { notifications } = useLaterMessages();
  return (
    <InlineAlert
      role={role}
      title={notifications.unavailable.title}
      actions={<ActionButton act={retry}>{tryAgain}</ActionButton>}
    >
      <Text>{notifications.unavailable.text}</Text>
    </InlineAlert>
  );
}
