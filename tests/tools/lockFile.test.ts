import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Entry = { readonly integrity?: string; readonly resolved?: string; readonly link?: boolean };

const root = fileURLToPath(new URL('../..', `file://${__filename}`));
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Entry>>;
};
const entries = Object.entries(packages).filter(([path]) => path !== '');
const copiesOf = (name: string) => entries.filter(([path]) => path.endsWith(`node_modules/${name}`));

test('every package has an integrity hash, including those of other platforms', () => {
  const without = entries.filter(([, { integrity, link }]) => link !== true && integrity === undefined);

  expect(without.map(([path]) => path)).toEqual([]);
});

test('contains no registry address', () => {
  expect(entries.filter(([, { resolved }]) => resolved?.startsWith('http')).map(([path]) => path)).toEqual(
    [],
  );
});

test.each(['win32-x64-msvc', 'darwin-arm64', 'linux-x64-gnu', 'linux-arm64-gnu', 'linux-x64-musl'])(
  'contains the test compiler for %s',
  (platform) => {
    expect(copiesOf(`@swc/core-${platform}`)).toHaveLength(1);
  },
);

test('contains one copy of Fluent’s portal, not one per dependent package', () => {
  expect(copiesOf('@fluentui/react-portal')).toHaveLength(1);
});
