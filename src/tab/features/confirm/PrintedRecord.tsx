import { makeStyles, useEventCallback } from '@fluentui/react-components';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { Confirmation } from '../../../contract/confirmation.js';
import type { ListName } from '../../../contract/delegation.js';
import type { Counterparts } from '../../delegation/useCounterparts.js';
import { formatZonedMoment } from '../../i18n/formatDate.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { useSession } from '../../session.js';
import { RecordTable } from './RecordTable.js';

const useStyles = makeStyles({
  // Prints the record alone. It is outside every theme provider, so it is black on white in every theme.
  alone: { '@media print': { '& > :not([data-record])': { display: 'none' } } },
  page: {
    display: 'none',
    '@media print': {
      display: 'block',
      color: '#000',
      backgroundColor: '#fff',
      fontFamily: "'Segoe UI', system-ui, sans-serif",
    },
  },
});

type PrintedRecordProps = {
  readonly list: ListName;
  readonly confirmation: Confirmation;
  readonly toName: (id: string) => string | null;
  readonly counterparts: Counterparts | undefined;
  readonly whenDone: () => void;
};

/** Prints a confirmation once, on its own page: owner, list, time and entries. */
export function PrintedRecord({ list, confirmation, toName, counterparts, whenDone }: PrintedRecordProps) {
  const styles = useStyles();
  const { messages, locale, direction } = useLanguage();
  const later = useLaterMessages();
  const { context } = useSession();
  const account = context.userPrincipalName ?? context.loginHint ?? '';
  const moment = formatZonedMoment(Date.parse(confirmation.confirmedAt), locale);

  const done = useEventCallback(whenDone);

  useEffect(() => {
    const { classList } = document.body;
    classList.add(...styles.alone.split(' '));
    return () => {
      classList.remove(...styles.alone.split(' '));
    };
  }, [styles.alone]);
  // Dependencies must be stable: running this effect again would print again.
  useEffect(() => {
    window.addEventListener('afterprint', done);
    window.print();
    return () => {
      window.removeEventListener('afterprint', done);
    };
  }, [done]);

  return createPortal(
    <div data-record={confirmation.id} dir={direction} className={styles.page}>
      <h1>{messages.lists[list]}</h1>
      <p>
        {later.export.account}: <bdi>{account}</bdi>
      </p>
      <p>{later.history.confirmedOn({ moment })}</p>
      <RecordTable confirmation={confirmation} toName={toName} counterparts={counterparts} />
    </div>,
    document.body,
  );
}
