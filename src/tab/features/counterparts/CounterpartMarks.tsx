import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { useToday } from '../../components/useToday.js';
import { knownName } from '../../delegation/wording.js';
import { OtherSideMark, type RowMarks } from '../../delegation/OtherSideMark.js';
import { formatShortDate, sayOtherSide, toOtherSide, type OtherSide } from '../../delegation/otherSide.js';
import { counterpartsKey, useCounterparts } from '../../delegation/useCounterparts.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';

type CounterpartMarksProps = {
  readonly list: ListName;
  readonly delegations: readonly Delegation[];
  /** Time at which the list was read. A new time reads the counterparts again. */
  readonly asOf: number;
  /** Called with a mark for each entry about which the other party shared something. */
  readonly mark: (marks: RowMarks) => void;
};

/** Reads what the other parties shared, and marks the rows. Renders nothing itself. */
export function CounterpartMarks({ list, delegations, asOf, mark }: CounterpartMarksProps) {
  const client = useQueryClient();
  const later = useLaterMessages();
  const { locale } = useLanguage();
  const today = useToday();
  const counterparts = useCounterparts(list, delegations);

  const readAt = useRef(asOf);
  useEffect(() => {
    if (readAt.current === asOf) return;
    readAt.current = asOf;
    void client.invalidateQueries({ queryKey: [counterpartsKey] });
  }, [asOf, client]);

  // A string, so that equal values do not render the rows again.
  const marks = JSON.stringify(
    delegations.flatMap((delegation) => {
      const counterpart = counterparts?.get(delegation.id);
      if (counterpart === undefined || counterpart === null) return [];
      const side = toOtherSide(delegation, counterpart);
      const date = formatShortDate(counterpart.confirmedAt, locale, today);
      return [[delegation.id, side, sayOtherSide(side, knownName(delegation), date, later)]];
    }),
  );
  useEffect(() => {
    const known = JSON.parse(marks) as [id: string, side: OtherSide, text: string][];
    mark(new Map(known.map(([id, side, text]) => [id, <OtherSideMark key={id} side={side} text={text} />])));
    return () => mark(new Map());
  }, [marks, mark]);
  return null;
}
