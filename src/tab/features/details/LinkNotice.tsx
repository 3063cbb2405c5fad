import { Notice } from '../../components/Notice.js';
import type { Destination } from '../../delegation/resolvePlace.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';

/** Explains why the deep link opens no delegation. */
export function LinkNotice({ why }: { readonly why: Extract<Destination, string> }) {
  return (
    <Notice intent="info" role="alert">
      {useLaterMessages().details.links[why]}
    </Notice>
  );
}
