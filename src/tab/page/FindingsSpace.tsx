import { useWide } from '../components/useWide.js';
import { collectFindings, type AttentionInput } from '../features/attention/collectFindings.js';

type FindingsSpaceProps = Pick<AttentionInput, 'list' | 'delegations' | 'other' | 'isCallingAllowed'>;

/** Reserves the height of the findings that are known at the first paint, until their texts are loaded. In px. */
export function FindingsSpace(lists: FindingsSpaceProps) {
  const isWide = useWide();
  const later = {
    presence: undefined,
    lastConfirmed: undefined,
    counterparts: undefined,
    teamsPhone: undefined,
  };
  const count = collectFindings({ ...lists, ...later }).length;
  const height = !isWide || count === 0 ? 46 : 42 + 40 * count;
  return <div style={{ minHeight: height, marginBottom: 12 }} />;
}
