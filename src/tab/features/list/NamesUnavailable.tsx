import { Notice } from '../../components/Notice.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { toAdminConsentUrl } from '../../problem/signIn/consentUrls.js';
import { SendToAdministrator } from '../../administrator/SendToAdministrator.js';
import { useSession } from '../../session.js';

/** Explains why names are missing and who can change that. */
export function NamesUnavailable() {
  const { config, context } = useSession();
  const link = toAdminConsentUrl(config, context.tenantId);
  return (
    <Notice intent="info" actions={<SendToAdministrator size="small" task={{ task: 'consent', link }} />}>
      {useLaterMessages().namesUnavailable}
    </Notice>
  );
}
