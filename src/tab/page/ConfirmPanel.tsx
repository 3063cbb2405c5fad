import { ConfirmBar, type ConfirmBarProps } from '../features/confirm/ConfirmBar.js';
import { NoticesOffer } from '../features/notices/NoticesOffer.js';

/** Whoever has just confirmed is offered to be told of what changes. */
export const ConfirmPanel = (props: Omit<ConfirmBarProps, 'whenConfirmed'>) => (
  <ConfirmBar {...props} whenConfirmed={<NoticesOffer />} />
);
