import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokens } from '@fluentui/react-components';
import { tokens as standIn } from '../../../src/tab/boot/replacements/fluentTokens.js';

const root = join(__dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The names that a module gives away. */
const exportsOf = (code: string) =>
  [
    ...[...code.matchAll(/export\s+(?:const|let|var|function|class)\s+(\w+)/g)].map(([, name]) => name),
    ...[...code.matchAll(/export\s*\{([^}]*)\}/g)].flatMap(([, list = '']) =>
      list.split(',').map((part) =>
        part
          .trim()
          .split(/\s+as\s+/)
          .at(-1),
      ),
    ),
  ]
    .filter((name) => name !== '')
    .sort();

test('what stands in for Fluent’s table of tokens says the same for every one of them', () => {
  const names = Object.keys(tokens) as (keyof typeof tokens)[];

  expect(names.length).toBeGreaterThan(400);
  expect(names.filter((name) => standIn[name] !== tokens[name])).toEqual([]);
});

const teamsJs = 'node_modules/@microsoft/teams-js/dist/esm';
const debugPackage = readdirSync(join(root, teamsJs), { recursive: true, encoding: 'utf8' }).find((path) =>
  /debug[\\/]src[\\/]browser\.js$/.test(path),
);

test.each([
  ['fluentTokens', 'node_modules/@fluentui/tokens/lib/tokens.js'],
  ['silentDebug', `${teamsJs}/${String(debugPackage)}`],
  ['presenceIcons', 'node_modules/@fluentui/react-badge/lib/components/PresenceBadge/presenceIcons.js'],
  ['presenceBadge', 'node_modules/@fluentui/react-badge/lib/components/PresenceBadge/PresenceBadge.js'],
  ['useFocusVisible', 'node_modules/@fluentui/react-tabster/lib/hooks/useFocusVisible.js'],
  ['griffelRenderer', 'node_modules/@griffel/react/src/RendererContext.js'],
])('%s gives away the same names as what it stands in for', (name, original) => {
  const names = exportsOf(read(original));

  expect(names).not.toEqual([]);
  expect(exportsOf(read(`src/tab/boot/replacements/${name}.js`))).toEqual(names);
});
