import type { Delegation, ListName } from '../../contract/delegation.js';
import { useWide } from '../components/useWide.js';
import { toFindings } from '../features/attention/toFindings.js';

type FindingsSpaceProps = {
  readonly list: ListName;
  readonly delegations: readonly Delegation[];
  readonly other: readonly Delegation[] | null | undefined;
};

/** As high as the findings that the lists alone make certain, so that nothing jumps when their words are here. In px. */
export function FindingsSpace({ list, delegations, other }: FindingsSpaceProps) {
  const isWide = useWide();
  const findings = toFindings({
    list,
    delegations,
    other,
    presence: undefined,
    lastConfirmed: undefined,
    teamsPhone: undefined,
    isCallingAllowed: undefined,
  });
  const height = !isWide || findings.length === 0 ? 46 : 42 + 40 * findings.length;
  return <div style={{ minHeight: height, marginBottom: 12 }} />;
}
