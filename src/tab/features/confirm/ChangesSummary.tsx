import type { Delegation, ListName } from '../../../contract/delegation.js';
import { useWide } from '../../components/useWide.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { formatShortDay } from './formatWhen.js';
import { groupChanges } from './changes.js';
import { useLastConfirmation } from './useConfirmations.js';

type ChangesSummaryProps = { readonly name: ListName; readonly delegations: readonly Delegation[] };

/** On narrow pages the list comes before its changes, so a short summary goes into the heading. */
export function ChangesSummary({ name, delegations }: ChangesSummaryProps) {
  const isWide = useWide();
  const { confirm } = useLaterMessages();
  const { locale } = useLanguage();
  const last = useLastConfirmation(name);
  if (isWide || last.state !== 'ready' || last.confirmation === undefined) return null;
  const { confirmedAt, entries } = last.confirmation;
  const count = groupChanges(entries, delegations).length;
  return count > 0 && ` · ${confirm.changesSince({ count, date: formatShortDay(confirmedAt, locale) })}`;
}
