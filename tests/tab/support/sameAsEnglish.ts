import { existsSync, readFileSync } from 'node:fs';
import type { LanguageTag } from '../../../src/contract/languages.js';

/** Words that a language has from English, or English from it: its folder lists them. */
export function sameAsEnglish(tag: LanguageTag): readonly string[] {
  const file = `src/tab/i18n/${tag}/sameAsEnglish.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
}
