import { ConfirmBar, type ConfirmBarProps } from '../features/confirm/ConfirmBar.js';
import { NoticesOffer } from '../features/notices/NoticesOffer.js';

/** Offers notifications after a confirmation. */
export const ConfirmPanel = (props: Omit<ConfirmBarProps, 'whenConfirmed'>) => (
  <ConfirmBar {...props} whenConfirmed={<NoticesOffer />} />
);
