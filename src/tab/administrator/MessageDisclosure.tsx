import { Button, type ButtonProps } from '@fluentui/react-components';
import { PersonSupportRegular } from '@fluentui/react-icons/svg/person-support';
import { useId, useState } from 'react';
import { useAdministratorMessages } from '../i18n/useLaterMessages.js';
import type { AdministratorTask } from './toAdministratorMessage.js';
import { MessagePanel } from './MessagePanel.js';

export type SendToAdministratorProps = {
  readonly task: AdministratorTask;
  /** Support code of the problem. Missing when there was no problem. */
  readonly supportCode?: string | undefined;
  /** Text from the host or Microsoft about a failed sign-in. */
  readonly reason?: string | undefined;
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
  readonly size?: NonNullable<ButtonProps['size']>;
};

export function MessageDisclosure({
  task,
  supportCode,
  reason,
  appearance = 'secondary',
  size = 'medium',
}: SendToAdministratorProps) {
  const { send } = useAdministratorMessages();
  const panelId = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        appearance={appearance}
        size={size}
        icon={<PersonSupportRegular />}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {send}
      </Button>
      {isOpen && <MessagePanel id={panelId} task={task} supportCode={supportCode} reason={reason} />}
    </>
  );
}
