import { ConfirmBar, type ConfirmBarProps } from '../features/confirm/ConfirmBar.js';
import { NotificationOffer } from '../features/notifications/NotificationOffer.js';

/** Offers notifications after a confirmation. */
export const ConfirmPanel = (props: Omit<ConfirmBarProps, 'whenConfirmed'>) => (
  <ConfirmBar {...props} whenConfirmed={<NotificationOffer />} />
);
