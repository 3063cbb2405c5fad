import type { LanguageTag } from '../../contract/languages.js';
import type { AdministratorMessages } from './messages.js';
import { useLoadedMessages } from './useLaterMessages.js';

/** Suspends until they are there: for what stands below a Deferred. */
export const useAdministratorMessages = (): AdministratorMessages =>
  useLoadedMessages('administrator', loadAdministratorMessages);

/** Beside loadMessages.ts, since the first script needs no list of these files. Rejects when they cannot be had. */
export async function loadAdministratorMessages(tag: LanguageTag): Promise<AdministratorMessages> {
  const file = (await import(/* webpackInclude: /administrator\.json$/ */ `./${tag}/administrator.json`)) as {
    readonly default: AdministratorMessages;
  };
  return file.default;
}
