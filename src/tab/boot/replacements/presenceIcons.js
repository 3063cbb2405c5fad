import {
  PresenceAvailable12Filled,
  PresenceAvailable12Regular,
} from '@fluentui/react-icons/svg/presence-available';
import { PresenceAway12Filled, PresenceAway12Regular } from '@fluentui/react-icons/svg/presence-away';
import { PresenceBlocked12Regular } from '@fluentui/react-icons/svg/presence-blocked';
import { PresenceBusy12Filled } from '@fluentui/react-icons/svg/presence-busy';
import { PresenceDnd12Filled, PresenceDnd12Regular } from '@fluentui/react-icons/svg/presence-dnd';
import { PresenceOffline12Regular } from '@fluentui/react-icons/svg/presence-offline';
import { PresenceOof12Regular } from '@fluentui/react-icons/svg/presence-oof';
import { PresenceUnknown12Regular } from '@fluentui/react-icons/svg/presence-unknown';

const ofEverySize = (icon) => ({
  tiny: icon,
  'extra-small': icon,
  small: icon,
  medium: icon,
  large: icon,
  'extra-large': icon,
});

/**
 * Stands in for the table of `@fluentui/react-badge`, which has each icon drawn for four sizes: all avatars here are of one,
 * whose badge is small. JavaScript, since webpack puts it in the place of a file for which it has already chosen the loaders.
 */
export const presenceAvailableFilled = ofEverySize(PresenceAvailable12Filled);
export const presenceAvailableRegular = ofEverySize(PresenceAvailable12Regular);
export const presenceAwayFilled = ofEverySize(PresenceAway12Filled);
export const presenceAwayRegular = ofEverySize(PresenceAway12Regular);
export const presenceBlockedRegular = ofEverySize(PresenceBlocked12Regular);
export const presenceBusyFilled = ofEverySize(PresenceBusy12Filled);
export const presenceDndFilled = ofEverySize(PresenceDnd12Filled);
export const presenceDndRegular = ofEverySize(PresenceDnd12Regular);
export const presenceOfflineRegular = ofEverySize(PresenceOffline12Regular);
export const presenceOofRegular = ofEverySize(PresenceOof12Regular);
export const presenceUnknownRegular = ofEverySize(PresenceUnknown12Regular);
