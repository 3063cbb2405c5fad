import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { readFile } from '../support/repository.js';

const tests = fileURLToPath(new URL('..', `file://${__filename}`));
const [, table = ''] = readFile('docs/security.md').split('## What is promised');
const rows = [...(table.split('\n## ')[0] ?? '').matchAll(/^\| (?!promise |-)(.+?) +\| (.+?) +\|$/gm)];

/** `a/{b,c}.test.ts` names two files. A file without a folder is in the folder of the file before it. */
function* filesIn(holders: string): Generator<string> {
  let folder = '';
  for (const [, path = ''] of holders.matchAll(/`([^` ]+\.ts)`/g)) {
    const [, before = '', choice, after = ''] = /^(.*?)(?:\{(.*)\}(.*))?$/.exec(path) ?? [];
    if (before.includes('/')) folder = before.slice(0, before.lastIndexOf('/') + 1);
    const start = before.includes('/') ? before : `${folder}${before}`;
    for (const part of choice?.split(',') ?? ['']) yield `${start}${part}${after}`;
  }
}

test('finds the table of promises', () => {
  expect(rows.length).toBeGreaterThan(15);
});

test.each(rows.map(([, promise = '', holders = '']) => [promise, holders] as const))(
  '%s: the cited tests exist',
  (_, holders) => {
    if (holders.startsWith('`npm run bench`')) return;
    for (const part of holders.split('; ')) {
      const files = [...filesIn(part)];
      const texts = files.map((file) =>
        existsSync(join(tests, file)) ? readFile(`tests/${file}`) : undefined,
      );
      const names = [...part.matchAll(/"([^"]+?)(?: …)?"/g)].map(([, name = '']) => name);

      expect(files).not.toEqual([]);
      expect(files.filter((__, index) => texts[index] === undefined)).toEqual([]);
      expect(names.filter((name) => !texts.some((text) => text?.includes(name)))).toEqual([]);
    }
  },
);
