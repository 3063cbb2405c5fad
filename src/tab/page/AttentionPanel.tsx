import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { Delegation, ListName, Me } from '../../contract/delegation.js';
import { mePath } from '../../contract/paths.js';
import { knownName } from '../delegation/wording.js';
import { useCounterparts } from '../delegation/useCounterparts.js';
import type { ListState } from '../delegation/useDelegations.js';
import type { People } from '../delegation/usePeople.js';
import type { AttentionInput, Finding } from '../features/attention/collectFindings.js';
import { Findings } from '../features/attention/Findings.js';
import { ReachabilityPanel } from '../features/attention/ReachabilityPanel.js';
import { RequestOutcomes } from '../features/ask/RequestOutcomes.js';
import type { ChangeRequest } from '../features/ask/ChangeRequest.js';
import type { AskTopic } from '../features/ask/AskDrawer.js';
import { useLastConfirmation } from '../features/confirm/useConfirmations.js';
import { useSession } from '../session.js';

type AttentionPanelProps = {
  readonly name: ListName;
  readonly list: Extract<ListState, { state: 'ready' }>;
  /** The user's other list. Undefined: not loaded yet; null: failed. */
  readonly other: readonly Delegation[] | null | undefined;
  readonly presence: People['presence'];
  readonly requests: readonly ChangeRequest[];
  readonly ask: (about: AskTopic) => void;
  readonly open: (id: string) => void;
};

/** The part above a list: findings, reachability, and the outcomes of requests. */
export function AttentionPanel({ name, list, other, presence, requests, ask, open }: AttentionPanelProps) {
  const { api, context } = useSession();
  const me = useQuery({ queryKey: ['me'], queryFn: () => api.send<Me>(mePath) });
  const last = useLastConfirmation(name);
  const { delegations, asOf } = list;
  const toName = (id: string) => {
    const found = delegations.find((delegation) => delegation.id === id);
    return found === undefined ? null : knownName(found);
  };
  const input: AttentionInput = {
    list: name,
    delegations,
    other,
    presence,
    lastConfirmed: toLastConfirmed(last),
    counterparts: useCounterparts(name, delegations),
    teamsPhone: me.isError ? null : me.data?.teamsPhone,
    isCallingAllowed: context.isCallingAllowed,
  };
  const act = ({ next: { step, ids } }: Finding) => {
    if (step === 'checkCallSettings') ask({ topic: 'callSettings' });
    else if (step === 'openDetails' && ids.length === 1 && ids[0] !== undefined) open(ids[0]);
    else if (ids.length === 0) ask({ topic: 'delegates' });
    else ask({ topic: 'people', list: name, ids, open: step === 'openDetails' ? open : undefined });
  };
  return (
    <Fragment key={name}>
      <RequestOutcomes
        list={name}
        requests={requests}
        delegations={delegations}
        asOf={asOf}
        toName={toName}
      />
      <Findings input={input} toName={toName} act={act}>
        {name === 'delegates' && delegations.length > 0 && (
          <ReachabilityPanel delegates={delegations} presence={presence} toName={toName} />
        )}
      </Findings>
    </Fragment>
  );
}

function toLastConfirmed(last: ReturnType<typeof useLastConfirmation>): AttentionInput['lastConfirmed'] {
  if (last.state === 'loading') return undefined;
  return last.state === 'failed' ? null : (last.confirmation?.entries ?? []);
}
