import { AskDrawer, type AskDrawerProps } from '../features/ask/AskDrawer.js';
import { useLastConfirmation } from '../features/confirm/useConfirmations.js';

/** The request for a change, with the last confirmation of the list. */
export function AskPanel(props: Omit<AskDrawerProps, 'lastConfirmation'>) {
  const { about } = props;
  const last = useLastConfirmation(about.topic === 'people' ? about.list : 'delegates');
  return <AskDrawer {...props} lastConfirmation={last.state === 'ready' ? last.confirmation : undefined} />;
}
