import { Button } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { useState } from 'react';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { deferred } from '../../components/Deferred.js';
import { VisuallyHidden } from '../../components/VisuallyHidden.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';

const HistoryDrawer = deferred(async () => (await import('./HistoryDrawer.js')).HistoryDrawer);

type HistoryButtonProps = {
  readonly name: ListName;
  readonly delegations: readonly Delegation[];
  /** False hides the button. The drawer stays mounted, see SideDrawer. */
  readonly hasHistory: boolean;
  /** Called after the history of both lists is deleted, when the button is gone. */
  readonly whenDeleted: () => void;
};

/** Opens the past confirmations of a list. */
export function HistoryButton({ name, delegations, hasHistory, whenDeleted }: HistoryButtonProps) {
  const { history: messages } = useLaterMessages();
  /** Undefined until first opened. */
  const [isOpen, setOpen] = useState<boolean>();
  const [isDeleted, setDeleted] = useState(false);
  return (
    <>
      <VisuallyHidden role="status">{isDeleted && !hasHistory && messages.deleted}</VisuallyHidden>
      {hasHistory && (
        <Button appearance="subtle" icon={<HistoryRegular />} onClick={() => setOpen(true)}>
          {messages.open}
        </Button>
      )}
      {isOpen !== undefined && (
        <HistoryDrawer
          isOpen={isOpen}
          name={name}
          delegations={delegations}
          close={() => setOpen(false)}
          whenDeleted={() => {
            setOpen(false);
            setDeleted(true);
            // The drawer returns focus to a button that no longer exists.
            setTimeout(whenDeleted);
          }}
        />
      )}
    </>
  );
}
