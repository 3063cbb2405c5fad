import { Switch, Text } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { NotificationsRequest, NotificationStatus } from '../../../contract/notifications.js';
import { notificationsPath } from '../../../contract/paths.js';
import { toTabProblem, type Retry } from '../../api/TabProblem.js';
import { InlineAlert } from '../../components/InlineAlert.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { ActionButton } from '../../problem/ActionButton.js';
import { ProblemLine } from '../../problem/ProblemLine.js';
import { useAttempt } from '../../problem/useAttempt.js';
import { useSession } from '../../session.js';
import { SendToAdministrator } from '../../administrator/SendToAdministrator.js';

const key = ['notifications'];

/** Notification state and its switch. Undefined when the server has notifications off, or the state is not known yet. */
export function useNotifications() {
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
export function NotificationSwitch({ notifications, label }: NotificationSwitchProps) {
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
