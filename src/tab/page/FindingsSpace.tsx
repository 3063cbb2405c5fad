import type { Delegation, ListName } from '../../contract/delegation.js';
import { useWide } from '../components/useWide.js';
import { countEvident } from '../features/attention/evident.js';

type FindingsSpaceProps = {
  readonly list: ListName;
  readonly delegations: readonly Delegation[];
  readonly other: readonly Delegation[] | null | undefined;
};

/** As high as the findings that the lists alone make certain, so that nothing jumps when their words are here. In px. */
export function FindingsSpace(lists: FindingsSpaceProps) {
  const isWide = useWide();
  const count = countEvident(lists);
  const height = !isWide || count === 0 ? 46 : 42 + 40 * count;
  return <div style={{ minHeight: height, marginBottom: 12 }} />;
}
