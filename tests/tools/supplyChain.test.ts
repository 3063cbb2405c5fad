import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readFile } from '../support/repository.js';

type Entry = { readonly version: string; readonly license?: string; readonly dev?: boolean };

const root = fileURLToPath(new URL('../..', `file://${__filename}`));
const { packages } = JSON.parse(readFile('package-lock.json')) as {
  packages: Readonly<Record<string, Entry>>;
};
const entries = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.split('node_modules/').at(-1) ?? '';

/** Licences from the LICENSE file of packages whose package.json has none. */
const unsaid: Readonly<Record<string, string>> = { '@microsoft/microsoft-graph-types-beta': 'MIT' };

/** Returns the first licence of an OR expression and all of an AND expression. */
const licencesOf = ([path, { license }]: readonly [string, Entry]): readonly string[] =>
  (license ?? unsaid[nameOf(path)] ?? `none (${path})`)
    .replace(/^\((\S+) OR .*\)$/, '$1')
    .replace(/[()]/g, '')
    .split(' AND ');

/** Returns what a line of the data sheet lists after its colon. */
const named = (start: string) => {
  const sentence =
    new RegExp(`- ${start}[^:]*: (.*?)\\.\\n`, 's').exec(readFile('docs/data-sheet.md'))?.[1] ?? '';
  return sentence.split(/,\s+/).sort();
};

test.each([
  ['Packages of the server', false],
  ['Packages that build the page', true],
])('%s have only the licences that the data sheet names', (line, isDev) => {
  const found = entries.filter(([, { dev = false }]) => dev === isDev).flatMap(licencesOf);

  expect([...new Set(found)].sort()).toEqual(named(line));
});

test('the bill of materials contains every package of the server, with its hash', () => {
  const bill = JSON.parse(
    execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: Infinity,
      shell: process.platform === 'win32',
    }),
  ) as {
    readonly bomFormat: string;
    readonly components: readonly { readonly purl: string; readonly hashes?: readonly unknown[] }[];
  };
  const wanted = entries
    .filter(([, { dev = false }]) => !dev)
    .map(([path, { version }]) => `pkg:npm/${encodeURI(nameOf(path)).replace('@', '%40')}@${version}`);
  const hashed = bill.components.filter(({ hashes = [] }) => hashes.length > 0).map(({ purl }) => purl);

  expect(bill.bomFormat).toBe('CycloneDX');
  expect(wanted.filter((purl) => !hashed.includes(purl))).toEqual([]);
});
