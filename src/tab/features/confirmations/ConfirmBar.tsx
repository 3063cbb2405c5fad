import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, HistoryRegular, ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { lazy, useEffect, useState } from 'react';
import type { Confirmation } from '../../../contract/confirmation.js';
import type { DelegationList, ListName } from '../../../contract/delegation.js';
import { toTabProblem } from '../../api/TabProblem.js';
import { Later } from '../../components/Later.js';
import { Notice } from '../../components/Notice.js';
import { formatDay } from '../../i18n/formatDate.js';
import { useLanguage } from '../../i18n/useText.js';
import { findChanges, toSentence, type Change } from './changes.js';
import { useConfirm, useLastConfirmation, useNames, useWords } from './useConfirmations.js';

const HistoryDrawer = lazy(async () => ({ default: (await import('./HistoryDrawer.js')).HistoryDrawer }));

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    minHeight: '40px',
    marginBottom: tokens.spacingVerticalM,
    '@media print': { display: 'none' },
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground3 },
  done: { flexShrink: 0, fontSize: '20px', color: tokens.colorStatusSuccessForeground1 },
  words: { flexGrow: 1, flexBasis: '240px', color: tokens.colorNeutralForeground2 },
  changes: { margin: 0, paddingInlineStart: '20px' },
});

type ConfirmBarProps = {
  readonly name: ListName;
  readonly list: DelegationList;
  readonly refresh: () => Promise<boolean>;
  /** Told the ids of those who have changed since the last confirmation. */
  readonly mark: (changed: ReadonlySet<string>) => void;
};

/** Leads with what has changed since the list was confirmed, and confirms it. */
export function ConfirmBar({ name, list, refresh, mark }: ConfirmBarProps) {
  const words = useWords();
  const last = useLastConfirmation(name);
  const confirm = useConfirm(name);
  /** Undefined until it is opened for the first time. */
  const [isHistoryOpen, setHistoryOpen] = useState<boolean>();
  const styles = useStyles();
  const { locale } = useLanguage();
  const [now] = useState(() => new Date().toISOString());
  const statement = words.statement(list.value.length, formatDay(now, locale));
  const confirmation = last.data?.value[0];
  const changes =
    confirmation === undefined || confirmation.fingerprint === list.fingerprint
      ? []
      : findChanges(confirmation.entries, list.value);
  const changedIds = changes.map(({ id }) => id).join(' ');

  useEffect(() => {
    mark(new Set(changedIds === '' ? [] : changedIds.split(' ')));
  }, [changedIds, mark]);

  if (last.data === undefined) {
    return last.failureCount > 0 ? (
      <div className={styles.bar} role="status">
        <Text className={styles.words}>{words.unavailable}</Text>
      </div>
    ) : (
      <div className={styles.bar} />
    );
  }

  const confirmNow = async () => {
    const failure = await confirm.mutateAsync(list.fingerprint).then(() => undefined, toTabProblem);
    if (failure?.code === 'list_changed') await refresh();
  };
  const button = (
    <Button
      appearance={confirmation === undefined || changes.length > 0 ? 'primary' : 'secondary'}
      icon={<ShieldCheckmarkRegular />}
      disabledFocusable={confirm.isPending}
      title={statement}
      onClick={() => void confirmNow()}
    >
      {confirm.isPending ? words.confirming : changes.length > 0 ? words.confirmNew : words.confirm}
    </Button>
  );
  const failed = confirm.isError && toTabProblem(confirm.error).code;
  return (
    <>
      {confirmation !== undefined && changes.length > 0 && (
        <Changes name={name} list={list} confirmation={confirmation} changes={changes} />
      )}
      <div className={styles.bar}>
        {confirmation !== undefined && changes.length === 0 ? (
          <CheckmarkCircleFilled className={styles.done} />
        ) : (
          <ShieldCheckmarkRegular className={styles.icon} />
        )}
        <Text className={styles.words} role="status">
          {failed === 'list_changed' && `${words.listChanged} `}
          {failed !== false && failed !== 'list_changed' && `${words.unavailable} `}
          <State confirmation={confirmation} isSame={changes.length === 0} statement={statement} now={now} />
        </Text>
        {confirmation !== undefined && (
          <Button
            appearance="subtle"
            icon={<HistoryRegular />}
            onClick={() => {
              setHistoryOpen(true);
            }}
          >
            {words.history.open}
          </Button>
        )}
        {button}
      </div>
      {isHistoryOpen !== undefined && (
        <Later>
          <HistoryDrawer
            isOpen={isHistoryOpen}
            name={name}
            delegations={list.value}
            close={() => {
              setHistoryOpen(false);
            }}
          />
        </Later>
      )}
    </>
  );
}

type StateProps = {
  readonly confirmation: Confirmation | undefined;
  readonly isSame: boolean;
  readonly statement: string;
  readonly now: string;
};

function State({ confirmation, isSame, statement, now }: StateProps) {
  const words = useWords();
  const { locale } = useLanguage();
  if (confirmation === undefined) return `${statement} ${words.invitation}`;
  if (!isSame) return statement;
  const day = formatDay(confirmation.confirmedAt, locale);
  return day === formatDay(now, locale)
    ? words.confirmedToday
    : `${words.confirmedOn(day)}. ${words.nothingChanged}`;
}

type ChangesProps = {
  readonly name: ListName;
  readonly list: DelegationList;
  readonly confirmation: Confirmation;
  readonly changes: readonly Change[];
};

function Changes({ name, list, confirmation, changes }: ChangesProps) {
  const styles = useStyles();
  const words = useWords();
  const { text, locale } = useLanguage();
  const toName = useNames(
    changes.map(({ id }) => id),
    list.value,
  );
  return (
    <Notice
      intent="warning"
      title={words.changesSince(changes.length, formatDay(confirmation.confirmedAt, locale))}
    >
      <ul className={styles.changes}>
        {changes.map((change) => {
          const sentence = toSentence(change, name, toName(change.id), words, text);
          return <li key={sentence}>{sentence}</li>;
        })}
      </ul>
    </Notice>
  );
}
