import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { compileMessages } from '../../../scripts/messages/compile.js';
import { readMessages as readFile } from '../../../scripts/messages/files.js';
import { isolate, plural } from '../../../src/tab/i18n/format.js';
import { readMessages } from '../../support/readMessages.js';

type Part = 'first' | 'later' | 'administrator';

/** Language that the pseudo-language replaces. English has no separate files. */
export const carrier = 'de';

const assets = 'dist/tab/assets';

/**
 * Serves English as a pseudo-language from here on: accents, brackets and 40 % more length. Text without brackets is
 * hard-coded. Text that does not fit would not fit in some real language.
 */
export async function speakPseudo(page: Page): Promise<void> {
  const { first, later, administrator } = readMessages(carrier);
  const words = [
    ['first', first.loading],
    ['later', later.export.copyTable],
    ['administrator', administrator.send],
  ] as const;
  for (const [part, known] of words) {
    const file = readdirSync(assets).find(
      (name) => name.endsWith('.js') && readFileSync(join(assets, name), 'utf8').includes(known),
    );
    if (file === undefined) throw new Error(`No file of the build has the ${part} words of ${carrier}.`);
    const body = toChunk(readFileSync(join(assets, file), 'utf8'), part);
    await page.route(`**/assets/${file}`, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  }
}

/** Replaces the messages of a chunk. */
function toChunk(chunk: string, part: Part): string {
  const [, head, moduleId] = /^("use strict";\(.*?\.push\(\[\[\w+\],\{)(\w+)\(/.exec(chunk) ?? [];
  if (head === undefined || moduleId === undefined)
    throw new Error('webpack writes its chunks in another way now.');
  return `${head}${moduleId}(module, exports) {
    const isolate = ${isolate.toString()};
    const plural = ${plural.toString()};
    const messages = (() => {${compileMessages(readFile('en', part), 'en', 'return')}})();
    const disguised = (${disguise.toString()})(messages, ${toPseudo.toString()});
    Object.defineProperty(exports, 'default', { get: () => disguised });
  }}]);`;
}

/** Runs in the page. */
function disguise(messages: unknown, pseudo: (text: string) => string): unknown {
  const inner = (value: unknown): unknown => {
    if (typeof value === 'string') return pseudo(value);
    if (typeof value === 'function')
      return (parameters: unknown) => pseudo((value as (parameters: unknown) => string)(parameters));
    return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, inner(each)]));
  };
  return inner(messages);
}

/** Runs in the page. Keeps isolated names and URLs. */
function toPseudo(text: string): string {
  const letters: Readonly<Record<string, string>> = {
    a: 'å',
    e: 'é',
    i: 'ï',
    o: 'ø',
    u: 'ü',
    c: 'ç',
    n: 'ñ',
    y: 'ý',
  };
  const accented = text
    .split(/(\u2068[^\u2069]*\u2069|https?:\S+)/)
    .map((piece, index) =>
      index % 2 === 1 ? piece : piece.replace(/[aeioucny]/g, (letter) => letters[letter] ?? letter),
    );
  const more = 'ŧŵø ŧħŕéé ƒøüŕ ƒïṽé šïẋ šéṽéñ éïğħŧ ñïñé ŧéñ '
    .repeat(20)
    .slice(0, Math.ceil(text.length * 0.4));
  return `[${accented.join('')} ${more.trim()}]`;
}
