import { AskDrawer, type AskDrawerProps } from '../features/ask/AskDrawer.js';
import { remember, type Asked } from '../features/ask/askedThisVisit.js';
import { useLastConfirmation } from '../features/confirm/useConfirmations.js';

type AskPanelProps = Omit<AskDrawerProps, 'lastConfirmation' | 'remember'> & {
  readonly changeAsked: (change: (before: readonly Asked[]) => readonly Asked[]) => void;
};

/** The request for a change, with the last confirmation of the list. */
export function AskPanel({ changeAsked, ...props }: AskPanelProps) {
  const { asking } = props;
  const last = useLastConfirmation(asking.topic === 'people' ? asking.list : 'delegates');
  return (
    <AskDrawer
      {...props}
      remember={(latest) => {
        changeAsked((before) => remember(before, latest));
      }}
      lastConfirmation={last.state === 'ready' ? last.confirmation : undefined}
    />
  );
}
