import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** All statements of the supported Node versions must agree. */
const root = fileURLToPath(new URL('../..', `file://${__filename}`));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
const oldest = engines.node.replace('>=', '');
const [, nodes = ''] = /const nodes = \[(.*)\]/.exec(read('scripts/test.js')) ?? [];
const inCi = [...nodes.matchAll(/[\d.]+/g)].map(([version]) => version);

test('README promises the version of package.json', () => {
  expect(read('README.md')).toContain(`Node ${oldest} or newer`);
});

test('CI runs the tests on the oldest supported version and on no older one', () => {
  expect(inCi[0]).toBe(oldest);
  expect(inCi.map(Number)).toEqual([...inCi.map(Number)].sort((one, other) => one - other));
});

test('all stages of the image run the newest version that CI tests', () => {
  const stages = [...read('Dockerfile').matchAll(/^FROM node:(\d+)/gm)].map(([, version]) => version);

  expect(stages.length).toBeGreaterThan(0);
  expect(new Set(stages)).toEqual(new Set([inCi.at(-1)]));
});

test('the workflow runs the tests on each version', () => {
  for (const version of inCi) expect(read('.github/workflows/ci.yml')).toContain(`'${version}'`);
});
