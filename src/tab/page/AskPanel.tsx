import { useLastConfirmation } from '../features/confirm/useConfirmations.js';
import { AskDrawer, type AskDrawerProps } from '../features/ask/AskDrawer.js';

/** Asking for a change, with what its reader last confirmed of that list. */
export function AskPanel(props: Omit<AskDrawerProps, 'lastConfirmation'>) {
  const { asking } = props;
  const last = useLastConfirmation(asking.topic === 'people' ? asking.list : 'delegates');
  return <AskDrawer {...props} lastConfirmation={last.state === 'ready' ? last.confirmation : undefined} />;
}
