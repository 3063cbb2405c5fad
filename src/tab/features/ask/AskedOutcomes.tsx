import { Text } from '@fluentui/react-components';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { Notice } from '../../components/Notice.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { toOutcome, type Asked } from './askedThisVisit.js';

type AskedOutcomesProps = {
  readonly list: ListName;
  readonly asked: readonly Asked[];
  readonly delegations: readonly Delegation[];
  /** Time at which the list was read, in ms since the epoch. */
  readonly asOf: number;
  /** Returns null when the name is not known. */
  readonly toName: (id: string) => string | null;
};

/** Outcomes of the requests made during this visit. A list read before the request says nothing about its outcome. */
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
