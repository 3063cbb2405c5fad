import { parseEnv } from 'node:util';
import { parseConfig } from '../../src/server/config.js';
import { readFile } from '../support/repository.js';

const inProgram = [...readFile('src/server/config.ts').matchAll(/^ {4}([A-Z][A-Z0-9_]+): /gm)].map(
  ([, name = '']) => name,
);
const example = parseEnv(readFile('env/.env.example')) as Readonly<Record<string, string>>;
const [, table = ''] = readFile('README.md').split('## Configuration');
const rows = [...(table.split('\n## ')[0] ?? '').matchAll(/^\| `([A-Z0-9_]+)` +\| (.+?) +\|/gm)];

const needed = {
  AAD_APP_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
  AAD_APP_TENANT_ID: '22222222-2222-4222-8222-222222222222',
  SECRET_AAD_APP_CLIENT_SECRET: 'a secret',
};

test('README and .env.example list every variable of the server and no other', () => {
  expect(inProgram).toContain('WATCH_INTERVAL_MINUTES');
  expect(rows.map(([, name]) => name).sort()).toEqual([...inProgram].sort());
  expect(Object.keys(example).sort()).toEqual([...inProgram].sort());
});

test('.env.example shows the defaults', () => {
  expect(parseConfig({ ...example, ...needed })).toEqual(parseConfig(needed));
});

test.each(rows.map(([, name = '', given = '']) => [name, given] as const))(
  'README states the default of %s: %s',
  (name, given) => {
    const value = /^`([^`]+)`/.exec(given)?.[1] ?? given.split(':')[0] ?? '';
    const isValue = !['–', 'empty', 'unset'].includes(value);
    const written = isValue ? value.replace('$PORT', '3978') : '';

    expect(parseConfig({ ...needed, ...(!(name in needed) && { [name]: written }) })).toEqual(
      parseConfig(needed),
    );
    // A default of the program must be documented.
    expect(isValue || (example[name] ?? '') === '').toBe(true);
  },
);
