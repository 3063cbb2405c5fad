import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Confirmation, ConfirmationPage } from '../../../contract/confirmation.js';
import { listNames, type Delegation, type ListName } from '../../../contract/delegation.js';
import { allConfirmationsPath, confirmationsPath } from '../../../contract/paths.js';
import { toTabProblem } from '../../api/TabProblem.js';
import { DrawerContent, SideDrawer } from '../../components/SideDrawer.js';
import { useCounterparts } from '../../delegation/useCounterparts.js';
import { useLoadNames, useNames } from '../../delegation/useNames.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { ActionButton } from '../../problem/ActionButton.js';
import { ProblemLine } from '../../problem/ProblemLine.js';
import { TableExport } from '../../problem/TableExport.js';
import { useSession } from '../../session.js';
import { findChanges, toSentence } from './changes.js';
import { HistoryEntry, toRecordRows } from './HistoryEntry.js';
import { lastConfirmationKey } from './useConfirmations.js';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 480px)': {
      '& > button': { flexBasis: '100%', paddingInline: tokens.spacingHorizontalS },
    },
  },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground3Hover },
    ':hover:active': { backgroundColor: tokens.colorStatusDangerBackground3Pressed },
  },
});

type HistoryProps = {
  readonly name: ListName;
  readonly delegations: readonly Delegation[];
  readonly close: () => void;
  /** Called after the history of both lists is deleted. */
  readonly whenDeleted: () => void;
};

/** Past confirmations of a list with the changes between them. Exports or deletes them. */
export function HistoryDrawer({ isOpen, ...history }: HistoryProps & { readonly isOpen: boolean }) {
  return (
    <SideDrawer isOpen={isOpen} close={history.close}>
      <History {...history} />
    </SideDrawer>
  );
}

const historyKey = (list: ListName) => ['confirmation history', list];

function History({ name, delegations, close, whenDeleted }: HistoryProps) {
  const styles = useStyles();
  const { api } = useSession();
  const messages = useMessages();
  const later = useLaterMessages();
  const { history: words } = later;
  const query = useInfiniteQuery({
    queryKey: historyKey(name),
    queryFn: ({ pageParam }) => api.send<ConfirmationPage>(`${confirmationsPath(name)}${pageParam}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next && `?before=${encodeURIComponent(next)}`,
    staleTime: 0,
  });
  /** Confirmations loaded so far, newest first. */
  const confirmations = query.data?.pages.flatMap(({ value }) => value) ?? [];
  const toName = useNames(idsIn(confirmations), delegations);
  const counterparts = useCounterparts(name, delegations);
  const loadNames = useLoadNames(delegations);

  /** Undefined for the oldest confirmation, or while the previous one is not loaded. */
  const toSentences = ({ entries }: Confirmation, previous: Confirmation | undefined) =>
    previous &&
    findChanges(previous.entries, entries).map((change) =>
      toSentence(change, name, toName(change.id), later),
    );
  /** Loads the missing pages first. Throws ApiProblem. */
  const toRows = async () => {
    let { data, hasNextPage } = query;
    while (hasNextPage) ({ data, hasNextPage } = await query.fetchNextPage({ throwOnError: true }));
    const all = data?.pages.flatMap(({ value }) => value) ?? [];
    return toRecordRows(all, await loadNames(idsIn(all)), counterparts, messages, later);
  };
  return (
    <DrawerContent title={words.title} close={close}>
      {query.isPending && <Spinner label={messages.loading} />}
      {query.isSuccess && confirmations.length === 0 && <Text role="status">{words.empty}</Text>}
      <ol className={styles.list}>
        {confirmations.map((confirmation, index) => (
          <HistoryEntry
            key={confirmation.id}
            list={name}
            confirmation={confirmation}
            sentences={toSentences(confirmation, confirmations[index + 1])}
            isFirst={index === confirmations.length - 1 && !query.hasNextPage}
            toName={toName}
            counterparts={counterparts}
          />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button disabledFocusable={query.isFetching} onClick={() => void query.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {query.isError && (
        <ProblemLine
          problem={toTabProblem(query.error)}
          retry={async () => {
            const again = query.isFetchNextPageError ? query.fetchNextPage() : query.refetch();
            return (await again).isSuccess;
          }}
        />
      )}
      {confirmations.length > 0 && (
        <div className={styles.buttons}>
          <TableExport
            list={name}
            title={words.title}
            toRows={toRows}
            labels={{ download: words.export, copy: words.copy }}
            appearance="secondary"
          >
            <DeleteHistory whenDone={whenDeleted} />
          </TableExport>
        </div>
      )}
    </DrawerContent>
  );
}

const idsIn = (confirmations: readonly Confirmation[]): string[] =>
  confirmations.flatMap(({ entries }) => entries.map(({ id }) => id));

/** Asks for confirmation, because deleting cannot be undone. */
function DeleteHistory({ whenDone }: { readonly whenDone: () => void }) {
  const styles = useStyles();
  const { history } = useLaterMessages();
  const { api } = useSession();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const remove = async () => {
    await api.send(allConfirmationsPath, 'DELETE');
    for (const list of listNames) {
      client.setQueryData<ConfirmationPage>(lastConfirmationKey(list), { value: [], next: null });
      client.removeQueries({ queryKey: historyKey(list) });
    }
    whenDone();
  };
  return (
    <>
      {isAsking && (
        <>
          <Text role="alert">{history.deleteQuestion}</Text>
          <ActionButton appearance="primary" className={styles.danger} act={remove}>
            {history.deleteForGood}
          </ActionButton>
        </>
      )}
      {/* One element for both, so that it keeps the focus. */}
      <Button
        appearance={isAsking ? 'secondary' : 'subtle'}
        icon={isAsking ? null : <DeleteRegular />}
        onClick={() => setAsking(!isAsking)}
      >
        {isAsking ? history.keep : history.delete}
      </Button>
    </>
  );
}
