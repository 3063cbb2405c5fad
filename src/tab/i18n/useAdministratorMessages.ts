import type { LanguageTag } from '../../contract/languages.js';
import type { AdministratorMessages } from './en/administrator.js';
import { useLoadedMessages } from './useLaterMessages.js';

/** Suspends until they are there: for what stands below a Deferred. */
export const useAdministratorMessages = (): AdministratorMessages =>
  useLoadedMessages('administrator', loadAdministratorMessages);

/** Beside loadMessages.ts, since the first script needs no list of these files. Rejects when they cannot be had. */
export async function loadAdministratorMessages(tag: LanguageTag): Promise<AdministratorMessages> {
  const file = (await import(/* webpackInclude: /administrator\.ts$/ */ `./${tag}/administrator`)) as {
    readonly administrator: AdministratorMessages;
  };
  return file.administrator;
}
