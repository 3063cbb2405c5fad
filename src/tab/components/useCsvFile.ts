import type { ListName } from '../../contract/delegation.js';
import { formatZonedMoment } from '../i18n/formatDate.js';
import { useLaterMessages } from '../i18n/useLaterMessages.js';
import { useLanguage } from '../i18n/useMessages.js';
import { useSession } from '../session.js';
import { downloadCsv, type Rows } from './spreadsheet.js';

type ListFile = {
  readonly list: ListName;
  /** What else it is than the list itself, such as its history. */
  readonly title?: string;
  /** Ms since the epoch. */
  readonly asOf: number;
  /** The head first. */
  readonly table: Rows;
};

/** Gives what is known of a list to its reader as a file that says whose list it is, and from when. */
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
