import { makeStyles, Text, tokens, type ButtonProps } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState, type ReactNode } from 'react';
import type { ListName } from '../../contract/delegation.js';
import { useCopy } from '../components/CopyButton.js';
import { downloadCsv, toTsv, type Rows } from '../components/spreadsheet.js';
import { useTeamsClient } from '../components/useTeamsClient.js';
import { formatZonedMoment } from '../i18n/formatDate.js';
import { useLaterMessages } from '../i18n/useLaterMessages.js';
import { useLanguage } from '../i18n/useMessages.js';
import { useSession } from '../session.js';
import { ActionButton } from './ActionButton.js';

const useStyles = makeStyles({
  status: { flexBasis: '100%', ':not(:empty)': { paddingInline: tokens.spacingHorizontalM } },
});

type TableExportProps = {
  readonly list: ListName;
  /** Title of the table. Defaults to the list's name. */
  readonly title?: string;
  /** Milliseconds since the epoch. Defaults to now. */
  readonly asOf?: number;
  /** Returns the rows, header first. May load missing data and throw ApiProblem. */
  readonly toRows: () => Rows | Promise<Rows>;
  readonly labels?: { readonly download: string; readonly copy: string };
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
  /** Further buttons in the same row. */
  readonly children?: ReactNode;
};

/** Buttons that download or copy a table. Phones cannot download, so they only copy. Place it in a wrapping row. */
export function TableExport({
  list,
  title = '',
  asOf,
  toRows,
  labels,
  appearance = 'subtle',
  children,
}: TableExportProps) {
  const styles = useStyles();
  const words = useLaterMessages().export;
  const client = useTeamsClient();
  const { context } = useSession();
  const { locale, messages } = useLanguage();
  const { copy, isDone, result } = useCopy();
  const [downloads, setDownloads] = useState(0);
  const account = context.userPrincipalName ?? context.loginHint ?? '';
  /** Downloads a file that names the list's owner and the time. */
  const download = async () => {
    const table = await toRows();
    const name = [messages.lists[list], title, account].filter((part) => part !== '');
    const rows = [
      [words.list, messages.lists[list]],
      [words.account, account],
      [words.asOf, formatZonedMoment(asOf ?? Date.now(), locale)],
      [],
      ...table,
    ];
    downloadCsv(name, rows, context.regionalFormat ?? locale);
    setDownloads((before) => before + 1);
  };
  return (
    <>
      {client === 'computer' && (
        <ActionButton appearance={appearance} icon={<ArrowDownloadRegular />} act={download}>
          {labels?.download ?? words.toCsv}
        </ActionButton>
      )}
      <ActionButton
        appearance={appearance}
        icon={isDone ? <CheckmarkRegular /> : <CopyRegular />}
        act={async () => {
          await copy(toTsv(await toRows()));
        }}
      >
        {labels?.copy ?? words.copyTable}
      </ActionButton>
      {result}
      {children}
      {/* Browsers do not report whether a download worked, and some hosts ignore all downloads but the first. */}
      <Text role="status" size={200} className={styles.status}>
        {downloads > 0 && <span key={downloads}>{words.downloaded}</span>}
      </Text>
    </>
  );
}
