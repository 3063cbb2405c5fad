import type { LanguageTag } from '../../contract/languages.js';
import type { AdministratorMessages } from './messages.js';
import { useLoadedMessages } from './useLaterMessages.js';

/** Suspends until the messages are loaded. Use it only below a Deferred. */
export const useAdministratorMessages = (): AdministratorMessages =>
  useLoadedMessages('administrator', loadAdministratorMessages);

/**
 * Separate from loadMessages.ts, so that the first script does not list these files. Rejects when they cannot be
 * loaded.
 */
async function loadAdministratorMessages(tag: LanguageTag): Promise<AdministratorMessages> {
  const file = (await import(/* webpackInclude: /administrator\.json$/ */ `./${tag}/administrator.json`)) as {
    readonly default: AdministratorMessages;
  };
  return file.default;
}
