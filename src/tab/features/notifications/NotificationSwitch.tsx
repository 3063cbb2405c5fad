import { Switch, Text } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Retry } from '../../api/TabProblem.js';
import { InlineAlert } from '../../components/InlineAlert.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { ActionButton } from '../../problem/ActionButton.js';
import { ProblemLine } from '../../problem/ProblemLine.js';
import { SendToAdministrator } from '../../administrator/SendToAdministrator.js';
import type { Notifications } from './useNotifications.js';

type NotificationSwitchProps = { readonly notifications: Notifications; readonly label: string };

/** Switch for notifications, with the last delivery failure and its way out. */
export function NotificationSwitch({
  notifications: { known, refresh, turn, turning, failure },
  label,
}: NotificationSwitchProps) {
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
  const isOn = turning ?? known.on;
  const undelivered = known.on && known.problem !== null ? messages.undelivered[known.problem] : undefined;
  return (
    <>
      <Switch
        id={id}
        label={label}
        checked={isOn}
        onChange={(_, { checked }) => {
          if (turning !== undefined) return;
          setTurned(undefined);
          void turn(checked).then((hasWorked) => {
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

type UnavailableProps = { readonly role: 'alert' | 'status'; readonly retry: Retry };

/** Shown while the store cannot be reached. The problem's own text is about confirmations and does not fit here. */
function Unavailable({ role, retry }: UnavailableProps) {
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
