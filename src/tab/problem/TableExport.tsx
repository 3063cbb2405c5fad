import { makeStyles, Text, tokens, type ButtonProps } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState, type ReactNode } from 'react';
import type { ListName } from '../../contract/delegation.js';
import { useCopy } from '../components/CopyButton.js';
import { toTsv, type Rows } from '../components/spreadsheet.js';
import { useCsvFile } from '../components/useCsvFile.js';
import { useTeamsClient } from '../components/useTeamsClient.js';
import { useLaterMessages } from '../i18n/useLaterMessages.js';
import { ActionButton } from './ActionButton.js';

const useStyles = makeStyles({
  status: { flexBasis: '100%', ':not(:empty)': { paddingInline: tokens.spacingHorizontalM } },
});

type TableExportProps = {
  readonly list: ListName;
  /** Names the table if it is not the list itself. */
  readonly title?: string;
  /** Ms since the epoch; undefined: now. */
  readonly asOf?: number;
  /** The head first. May load what is missing, and may throw ApiProblem. */
  readonly toRows: () => Rows | Promise<Rows>;
  readonly labels?: { readonly download: string; readonly copy: string };
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
  /** Further buttons of the same row. */
  readonly children?: ReactNode;
};

/** Buttons that download a table as a file or copy it. Phones cannot download, so they only copy. Needs a row that wraps. */
export function TableExport({
  list,
  title,
  asOf,
  toRows,
  labels,
  appearance = 'subtle',
  children,
}: TableExportProps) {
  const styles = useStyles();
  const words = useLaterMessages().export;
  const client = useTeamsClient();
  const toFile = useCsvFile();
  const { copy, isDone, result } = useCopy();
  const [downloads, setDownloads] = useState(0);
  return (
    <>
      {client === 'computer' && (
        <ActionButton
          appearance={appearance}
          icon={<ArrowDownloadRegular />}
          act={async () => {
            const table = await toRows();
            toFile({ list, asOf: asOf ?? Date.now(), table, ...(title !== undefined && { title }) });
            setDownloads((before) => before + 1);
          }}
        >
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
      {/* No browser tells whether a download worked, and some hosts ignore all but the first. */}
      <Text role="status" size={200} className={styles.status}>
        {downloads > 0 && <span key={downloads}>{words.downloaded}</span>}
      </Text>
    </>
  );
}
