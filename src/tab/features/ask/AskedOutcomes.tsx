import { Text } from '@fluentui/react-components';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { Notice } from '../../components/Notice.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { toOutcome, type Asked } from './askedThisVisit.js';

type AskedOutcomesProps = {
  readonly list: ListName;
  readonly asked: readonly Asked[];
  readonly delegations: readonly Delegation[];
  /** When that list was read, ms since the epoch. */
  readonly asOf: number;
  /** null: not known. */
  readonly toName: (id: string) => string | null;
};

/** Whether what was asked for during this visit has happened, as far as a list says that was read since. */
export function AskedOutcomes({ list, asked, delegations, asOf, toName }: AskedOutcomesProps) {
  const { ask } = useLaterMessages();
  const known = asked.filter((each) => each.list === list && each.at <= asOf);
  return (
    <div role="status">
      {known.length > 0 && (
        <Notice intent="info" title={ask.askedDuringVisit}>
          {known.map((each) => (
            <Text key={each.id} block>
              {ask.outcome[toOutcome(each, delegations)]({ name: toName(each.id) })}
            </Text>
          ))}
        </Notice>
      )}
    </div>
  );
}
