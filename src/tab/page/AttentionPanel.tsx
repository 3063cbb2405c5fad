import { useQuery } from '@tanstack/react-query';
import type { Delegation, ListName } from '../../contract/delegation.js';
import { knownName } from '../delegation/naming.js';
import { useCounterparts } from '../delegation/useCounterparts.js';
import type { ListState } from '../delegation/useDelegations.js';
import type { People } from '../delegation/usePeople.js';
import type { AttentionInput } from '../features/attention/AttentionInput.js';
import type { Finding } from '../features/attention/Finding.js';
import { Findings } from '../features/attention/Findings.js';
import { ReachPanel } from '../features/attention/ReachPanel.js';
import { AskedOutcomes } from '../features/ask/AskedOutcomes.js';
import type { Asked } from '../features/ask/askedThisVisit.js';
import type { Asking } from '../features/ask/Asking.js';
import { useLastConfirmation } from '../features/confirm/useConfirmations.js';
import { useSession } from '../session.js';

type AttentionPanelProps = {
  readonly name: ListName;
  readonly list: Extract<ListState, { state: 'ready' }>;
  /** The user's other list. Undefined: not loaded yet; null: failed. */
  readonly other: readonly Delegation[] | null | undefined;
  readonly presence: People['presence'];
  readonly asked: readonly Asked[];
  readonly ask: (asking: Asking) => void;
  /** Opens the details of one entry. */
  readonly open: (id: string) => void;
};

/** The part above a list: findings, reachability, and the outcomes of requests. */
export function AttentionPanel({ name, list, other, presence, asked, ask, open }: AttentionPanelProps) {
  const { api, context } = useSession();
  const me = useQuery({ queryKey: ['me'], queryFn: api.getMe });
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
    <>
      <AskedOutcomes list={name} asked={asked} delegations={delegations} asOf={asOf} toName={toName} />
      <Findings input={input} toName={toName} act={act}>
        {name === 'delegates' && delegations.length > 0 && (
          <ReachPanel delegates={delegations} presence={presence} toName={toName} />
        )}
      </Findings>
    </>
  );
}

function toLastConfirmed(last: ReturnType<typeof useLastConfirmation>): AttentionInput['lastConfirmed'] {
  if (last.state === 'loading') return undefined;
  return last.state === 'failed' ? null : (last.confirmation?.entries ?? []);
}
