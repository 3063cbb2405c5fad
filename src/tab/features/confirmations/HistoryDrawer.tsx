import { Button, DrawerBody, makeStyles, Spinner, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, DeleteRegular } from '@fluentui/react-icons';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Confirmation } from '../../../contract/confirmation.js';
import { listNames, type Delegation, type ListName } from '../../../contract/delegation.js';
import { SideDrawer, SideDrawerHead } from '../../components/SideDrawer.js';
import { useSession } from '../../host/session.js';
import { formatDay, formatTime } from '../../i18n/formatDate.js';
import { useLanguage } from '../../i18n/useText.js';
import { downloadCsv } from '../takeAlong/download.js';
import { findChanges, toSentence } from './changes.js';
import { useNames, useWords } from './useConfirmations.js';

const useStyles = makeStyles({
  body: { display: 'grid', gap: tokens.spacingVerticalL, alignContent: 'start' },
  list: { display: 'grid', gap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  entry: { display: 'grid', gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  changes: { margin: 0, paddingInlineStart: '20px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalXXL,
  },
});

type HistoryProps = {
  readonly name: ListName;
  readonly delegations: readonly Delegation[];
  readonly close: () => void;
};

type HistoryDrawerProps = HistoryProps & { readonly isOpen: boolean };

/** Past confirmations of a list and what changed between them; to take along, or to delete. */
export function HistoryDrawer({ isOpen, ...history }: HistoryDrawerProps) {
  return (
    <SideDrawer isOpen={isOpen} close={history.close}>
      <History {...history} />
    </SideDrawer>
  );
}

function History({ name, delegations, close }: HistoryProps) {
  const styles = useStyles();
  const { text, locale } = useLanguage();
  const words = useWords();
  const { api } = useSession();
  const query = useInfiniteQuery({
    queryKey: ['confirmation history', name],
    queryFn: ({ pageParam }) => api.getConfirmations(name, pageParam === '' ? {} : { before: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  const confirmations = query.data?.pages.flatMap(({ value }) => value) ?? [];
  const toName = useNames(
    confirmations.flatMap(({ entries }) => entries.map(({ id }) => id)),
    delegations,
  );
  /** Compared with the one before; undefined for the first of all, or while that is not loaded. */
  const sentencesOf = (all: readonly Confirmation[], index: number): string[] | undefined => {
    const [now, before] = [all[index], all[index + 1]];
    if (now === undefined || before === undefined) return undefined;
    return findChanges(before.entries, now.entries).map((change) =>
      toSentence(change, name, toName(change.id), words, text),
    );
  };
  const toMoment = ({ confirmedAt }: Confirmation) =>
    `${formatDay(confirmedAt, locale)}, ${formatTime(Date.parse(confirmedAt), locale)}`;
  const exportAll = async () => {
    let { data, hasNextPage } = query;
    while (hasNextPage) ({ data, hasNextPage } = await query.fetchNextPage());
    const all = data?.pages.flatMap(({ value }) => value) ?? [];
    const rows = all.flatMap((confirmation, index) => {
      const sentences = sentencesOf(all, index) ?? [words.history.first];
      return (sentences.length === 0 ? [words.history.noChanges] : sentences).map((sentence) => [
        confirmation.confirmedAt,
        sentence,
      ]);
    });
    downloadCsv(`${name}-history`, [[words.history.when, words.history.change], ...rows]);
  };

  return (
    <>
      <SideDrawerHead title={words.history.title} close={close} />
      <DrawerBody className={styles.body}>
        {query.isPending && <Spinner label={text.loading} />}
        {query.isError && <Text role="alert">{words.unavailable}</Text>}
        {query.isSuccess && confirmations.length === 0 && <Text role="status">{words.history.empty}</Text>}
        <ol className={styles.list}>
          {confirmations.map((confirmation, index) => (
            <li key={confirmation.id} className={styles.entry}>
              <Subtitle2 as="h3" className={styles.title}>
                {toMoment(confirmation)}
              </Subtitle2>
              <Text size={200} className={styles.quiet}>
                {words.history.people(confirmation.entries.length)}
              </Text>
              <Sentences
                sentences={sentencesOf(confirmations, index)}
                isFirst={index === confirmations.length - 1 && !query.hasNextPage}
              />
            </li>
          ))}
        </ol>
        {query.hasNextPage && (
          <Button disabledFocusable={query.isFetching} onClick={() => void query.fetchNextPage()}>
            {words.history.more}
          </Button>
        )}
        {confirmations.length > 0 && (
          <div className={styles.buttons}>
            <Button icon={<ArrowDownloadRegular />} onClick={() => void exportAll()}>
              {words.history.export}
            </Button>
            <DeleteHistory whenDone={close} />
          </div>
        )}
      </DrawerBody>
    </>
  );
}

function Sentences({
  sentences,
  isFirst,
}: {
  readonly sentences: readonly string[] | undefined;
  readonly isFirst: boolean;
}) {
  const styles = useStyles();
  const { history } = useWords();
  if (sentences === undefined) return isFirst ? <Text>{history.first}</Text> : null;
  if (sentences.length === 0) return <Text>{history.noChanges}</Text>;
  return (
    <ul className={styles.changes}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** Asks once more: what is deleted is gone. */
function DeleteHistory({ whenDone }: { readonly whenDone: () => void }) {
  const { history, unavailable } = useWords();
  const { api } = useSession();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: () => api.deleteConfirmations(),
    onSuccess: () => {
      for (const list of listNames) {
        client.setQueryData(['confirmations', list], { value: [], next: null });
        client.removeQueries({ queryKey: ['confirmation history', list] });
      }
      whenDone();
    },
  });
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
      <Text role="alert">{remove.isError ? unavailable : history.deleteQuestion}</Text>
      <Button
        appearance="primary"
        disabledFocusable={remove.isPending}
        onClick={() => {
          remove.mutate();
        }}
      >
        {history.deleteForGood}
      </Button>
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
