import { SendToAdministrator } from '../../administrator/SendToAdministrator.js';
import { Notice } from '../../components/Notice.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';

/** Explains why names are missing and who can change that. */
export const NamesUnavailable = () => (
  <Notice intent="info" actions={<SendToAdministrator size="small" task={{ task: 'consent' }} />}>
    {useLaterMessages().namesUnavailable}
  </Notice>
);
