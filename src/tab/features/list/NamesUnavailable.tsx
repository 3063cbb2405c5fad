import { Notice } from '../../components/Notice.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';

/** Why people in the list have no names. */
export function NamesUnavailable() {
  return <Notice intent="info">{useLaterMessages().namesUnavailable}</Notice>;
}
