import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Which Node is promised, wherever that is said. */
const root = fileURLToPath(new URL('../..', `file://${__filename}`));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
const oldest = engines.node.replace('>=', '');
const [, nodes = ''] = /const nodes = \[(.*)\]/.exec(read('scripts/test.js')) ?? [];
const inCi = [...nodes.matchAll(/[\d.]+/g)].map(([version]) => version);

test('README promises what package.json does', () => {
  expect(read('README.md')).toContain(`Node ${oldest} or newer`);
});

test('CI runs the tests on the oldest that is promised, and on no older one', () => {
  expect(inCi[0]).toBe(oldest);
  expect(inCi.map(Number)).toEqual([...inCi.map(Number)].sort((one, other) => one - other));
});

test('the image runs the newest that CI tests, in all its stages', () => {
  const stages = [...read('Dockerfile').matchAll(/^FROM node:(\d+)/gm)].map(([, version]) => version);

  expect(stages.length).toBeGreaterThan(0);
  expect(new Set(stages)).toEqual(new Set([inCi.at(-1)]));
});

test('the workflow runs the tests on each of them', () => {
  for (const version of inCi) expect(read('.github/workflows/ci.yml')).toContain(`'${version}'`);
});
