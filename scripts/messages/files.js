import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The files of messages in each language's folder. Each is loaded as a whole. */
export const parts = /** @type {const} */ (['first', 'later', 'administrator', 'standalone']);

/** Folder of the languages. */
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
