import { existsSync, readFileSync } from 'node:fs';
import type { LanguageTag } from '../../../src/contract/languages.js';

/** Words that a language shares with English, from a file in its folder. */
export function sameAsEnglish(tag: LanguageTag): readonly string[] {
  const file = `src/tab/i18n/${tag}/sameAsEnglish.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
}
