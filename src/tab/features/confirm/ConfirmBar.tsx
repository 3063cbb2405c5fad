import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, HistoryRegular, ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { lazy, useEffect, useState } from 'react';
import type { Confirmation } from '../../../contract/confirmation.js';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { Deferred } from '../../components/Deferred.js';
import { formatDay } from '../../i18n/formatDate.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { ProblemLine } from '../../problem/ProblemLine.js';
import type { Retry } from '../../problem/retry.js';
import { ChangesNotice } from './ChangesNotice.js';
import { findChanges } from './changes.js';
import { useConfirm, useLastConfirmation } from './useConfirmations.js';

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
});

type ConfirmBarProps = {
  readonly name: ListName;
  readonly delegations: readonly Delegation[];
  /** Of these delegations. */
  readonly fingerprint: string;
  readonly refresh: Retry;
  /** Told the ids of those who have changed since the last confirmation. */
  readonly mark: (changed: ReadonlySet<string>) => void;
};

/** Leads with what has changed since the list was confirmed, and confirms it. */
export function ConfirmBar({ name, delegations, fingerprint, refresh, mark }: ConfirmBarProps) {
  const styles = useStyles();
  const { confirm: messages, history } = useLaterMessages();
  const { locale } = useLanguage();
  const last = useLastConfirmation(name);
  const { confirm, isPending, failure } = useConfirm(name, refresh);
  /** Undefined until it is opened for the first time. */
  const [isHistoryOpen, setHistoryOpen] = useState<boolean>();
  const [now] = useState(() => new Date().toISOString());
  const confirmation = last.state === 'ready' ? last.confirmation : undefined;
  const changes =
    confirmation === undefined || confirmation.fingerprint === fingerprint
      ? []
      : findChanges(confirmation.entries, delegations);
  const changedIds = changes.map(({ id }) => id).join(' ');

  useEffect(() => {
    mark(new Set(changedIds === '' ? [] : changedIds.split(' ')));
  }, [changedIds, mark]);

  if (last.state !== 'ready') {
    return (
      <div className={styles.bar}>
        {last.state === 'failed' && <ProblemLine role="status" problem={last.problem} retry={last.retry} />}
      </div>
    );
  }
  const isSame = changes.length === 0;
  const statement = { count: delegations.length, date: formatDay(now, locale) };
  return (
    <>
      {confirmation !== undefined && !isSame && (
        <ChangesNotice name={name} delegations={delegations} confirmation={confirmation} changes={changes} />
      )}
      <div className={styles.bar}>
        {confirmation !== undefined && isSame ? (
          <CheckmarkCircleFilled className={styles.done} />
        ) : (
          <ShieldCheckmarkRegular className={styles.icon} />
        )}
        <Text className={styles.words} role="status">
          {confirmation === undefined ? (
            messages.invitation(statement)
          ) : isSame ? (
            <ConfirmedWhen confirmation={confirmation} today={statement.date} />
          ) : (
            messages.statement(statement)
          )}
        </Text>
        {confirmation !== undefined && (
          <Button
            appearance="subtle"
            icon={<HistoryRegular />}
            onClick={() => {
              setHistoryOpen(true);
            }}
          >
            {history.open}
          </Button>
        )}
        <Button
          appearance={confirmation === undefined || !isSame ? 'primary' : 'secondary'}
          icon={<ShieldCheckmarkRegular />}
          disabledFocusable={isPending}
          title={messages.statement(statement)}
          onClick={() => void confirm(fingerprint)}
        >
          {isPending ? messages.confirming : isSame ? messages.confirm : messages.confirmNew}
        </Button>
        {failure !== undefined && <ProblemLine {...failure} />}
      </div>
      {isHistoryOpen !== undefined && (
        <Deferred>
          <HistoryDrawer
            isOpen={isHistoryOpen}
            name={name}
            delegations={delegations}
            close={() => {
              setHistoryOpen(false);
            }}
          />
        </Deferred>
      )}
    </>
  );
}

function ConfirmedWhen({ confirmation, today }: { confirmation: Confirmation; today: string }) {
  const { confirm } = useLaterMessages();
  const { locale } = useLanguage();
  const date = formatDay(confirmation.confirmedAt, locale);
  return date === today ? confirm.confirmedToday : confirm.unchangedSince({ date });
}
