import { rights } from '../../../src/contract/delegation.js';
import type { LanguageTag } from '../../../src/contract/languages.js';
import { loadFirstMessages, loadLaterMessages } from '../../../src/tab/i18n/loadMessages.js';
import { loadAdministratorMessages } from '../../../src/tab/i18n/useAdministratorMessages.js';
import { readMessages } from '../../support/readMessages.js';

export const loadMessages = async (tag: LanguageTag) => ({
  first: await loadFirstMessages(tag),
  later: await loadLaterMessages(tag),
  administrator: await loadAdministratorMessages(tag),
  standalone: readMessages(tag).standalone,
});

export type Message = string | ((parameters: Record<string, unknown>) => string);

/** Lists every message with the path of its key. */
export function messagesIn(value: unknown, path = ''): [path: string, message: Message][] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Message]];
  return Object.entries(value as object).flatMap(([key, inner]) => messagesIn(inner, `${path}.${key}`));
}

/** Arguments for every message, with a placeholder per parameter and counts of every plural form. */
export const sampleParameters = [0, 1, 2, 3, 11, 25, 100].flatMap((count) =>
  rights.map(
    (right) =>
      new Proxy<Record<string, unknown>>(
        { count, seconds: count, right },
        { get: (known, key) => known[String(key)] ?? `{${String(key)}}` },
      ),
  ),
);

export const textsOf = (message: Message) =>
  typeof message === 'string' ? [message] : sampleParameters.map((parameters) => message(parameters));
