import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Message files in each language's folder. Each file loads as a whole. */
export const parts = /** @type {const} */ (['first', 'later', 'administrator', 'standalone']);

export const languagesFolder = path.join(import.meta.dirname, '../../src/tab/i18n');

/** BCP 47 tags of the languages that have a folder. */
export const languageTags = readdirSync(languagesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/**
 * @param {string} tag
 * @param {string} part
 */
export const readMessages = (tag, part) =>
  /** @type {import('./compile.js').Messages} */ (
    JSON.parse(readFileSync(path.join(languagesFolder, tag, `${part}.json`), 'utf8'))
  );
