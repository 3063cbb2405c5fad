import type { ListName } from '../../contract/delegation.js';
import { formatZonedMoment } from '../i18n/formatDate.js';
import { useLaterMessages } from '../i18n/useLaterMessages.js';
import { useLanguage } from '../i18n/useMessages.js';
import { useSession } from '../session.js';
import { downloadCsv, type Rows } from './spreadsheet.js';

type ListFile = {
  readonly list: ListName;
  /** Title of a table other than the list itself, such as its history. */
  readonly title?: string;
  /** Milliseconds since the epoch. */
  readonly asOf: number;
  /** Rows, header first. */
  readonly table: Rows;
};

/** Downloads a table of a list as a file that names the list's owner and the time. */
export function useCsvFile(): (file: ListFile) => void {
  const { context } = useSession();
  const { locale, messages } = useLanguage();
  const words = useLaterMessages().export;
  const account = context.userPrincipalName ?? context.loginHint ?? '';
  return ({ list, title, asOf, table }) => {
    const name = [messages.lists[list], title ?? '', account].filter((part) => part !== '');
    const about = [
      [words.list, messages.lists[list]],
      [words.account, account],
      [words.asOf, formatZonedMoment(asOf, locale)],
    ];
    downloadCsv({ name, about, table }, context.regionalFormat ?? locale);
  };
}
