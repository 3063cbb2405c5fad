import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConfirmationPage } from '../../../contract/confirmation.js';
import { listNames } from '../../../contract/delegation.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { ActionButton } from '../../problem/ActionButton.js';
import { useSession } from '../../session.js';
import { lastConfirmationKey } from './useConfirmations.js';
import { historyKey } from './useHistory.js';

const useStyles = makeStyles({
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground3Hover },
    ':hover:active': { backgroundColor: tokens.colorStatusDangerBackground3Pressed },
  },
});

/** Asks for confirmation, because deleting cannot be undone. */
export function DeleteHistory({ whenDone }: { readonly whenDone: () => void }) {
  const styles = useStyles();
  const { history } = useLaterMessages();
  const { api } = useSession();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const remove = async () => {
    await api.deleteConfirmations();
    for (const list of listNames) {
      client.setQueryData<ConfirmationPage>(lastConfirmationKey(list), { value: [], next: null });
      client.removeQueries({ queryKey: historyKey(list) });
    }
    whenDone();
  };
  if (!isAsking) {
    return (
      <Button
        appearance="subtle"
        icon={<DeleteRegular />}
        onClick={() => {
          setAsking(true);
        }}
      >
        {history.delete}
      </Button>
    );
  }
  return (
    <>
      <Text role="alert">{history.deleteQuestion}</Text>
      <ActionButton appearance="primary" className={styles.danger} act={remove}>
        {history.deleteForGood}
      </ActionButton>
      <Button
        onClick={() => {
          setAsking(false);
        }}
      >
        {history.keep}
      </Button>
    </>
  );
}
