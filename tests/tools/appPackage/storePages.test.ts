import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkStorePages } from '../../../src/tools/appPackage/storePages.js';
import { root } from '../../support/repository.js';

const built = (file: string) => {
  const path = join(root, 'dist/tab', file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
};
const changed = (file: string, change: (text: string) => string | undefined) =>
  checkStorePages((one) => (one === file ? change(built(one) ?? '') : built(one)));

test('accepts the built pages', () => {
  expect(checkStorePages(built)).toEqual([]);
});

test('says how to build the pages if they are missing', () => {
  expect(checkStorePages(() => undefined)).toEqual(['dist/tab: the pages are not built; run npm run build']);
});

test.each<[what: string, file: string, change: (text: string) => string | undefined, line: RegExp]>([
  ['a page is missing', 'terms.ja.mustache', () => undefined, /^dist\/tab\/terms\.ja\.mustache: is missing/],
  ...['scope', 'retention', 'who-sees-it', 'deletion', 'protection', 'contact'].map(
    (part) =>
      [
        `privacy omits ${part}`,
        'privacy.de.mustache',
        (text: string) => text.replace(`id="${part}"`, ''),
        new RegExp(`privacy\\.de\\.mustache: has no section ${part}$`),
      ] as [string, string, (text: string) => string, RegExp],
  ),
  [
    'privacy does not state the retention period',
    'privacy.fr.mustache',
    (text) => text.replaceAll('{{days.count}}', '400'),
    /privacy\.fr\.mustache: has no placeholder days\.count/,
  ],
  [
    'the terms have another contact',
    'terms.en.mustache',
    (text) => text.replace('{{support.href}}', 'mailto:us@contoso.com'),
    /terms\.en\.mustache: has no placeholder support\.href/,
  ],
  [
    'an external link has no mark',
    'privacy.ar.mustache',
    (text) => text.replace('↗', ''),
    /privacy\.ar\.mustache: the link to \{\{support\.href\}\} is not marked as external/,
  ],
  [
    'an additional external link has no mark',
    'terms.es.mustache',
    (text) => text.replace('<h1>', '<p><a href="https://contoso.com">Contoso</a></p><h1>'),
    /terms\.es\.mustache: the link to https:\/\/contoso\.com is not marked/,
  ],
])('reports that %s', (_, file, change, line) => {
  expect(changed(file, change)).toContainEqual(expect.stringMatching(line));
});
