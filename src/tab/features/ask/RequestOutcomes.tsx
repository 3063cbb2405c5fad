import { Text } from '@fluentui/react-components';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { Notice } from '../../components/Notice.js';
import type { ToName } from '../../delegation/useNames.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { findOutcome, type ChangeRequest } from './ChangeRequest.js';

type RequestOutcomesProps = {
  readonly list: ListName;
  readonly requests: readonly ChangeRequest[];
  readonly delegations: readonly Delegation[];
  /** Time at which the list was read, in ms since the epoch. */
  readonly asOf: number;
  readonly toName: ToName;
};

/** Outcomes of the requests made during this visit. A list read before the request says nothing about its outcome. */
export function RequestOutcomes({ list, requests, delegations, asOf, toName }: RequestOutcomesProps) {
  const { ask } = useLaterMessages();
  const requestsOfList = requests.filter((request) => request.list === list && request.at <= asOf);
  return (
    <div role="status">
      {requestsOfList.length > 0 && (
        <Notice intent="info" title={ask.askedDuringVisit}>
          {requestsOfList.map((request) => (
            <Text key={request.id} block>
              {ask.outcome[findOutcome(request, delegations)]({ name: toName(request.id) })}
            </Text>
          ))}
        </Notice>
      )}
    </div>
  );
}
