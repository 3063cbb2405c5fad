import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from '../support/newFolder.js';
import { root } from '../support/repository.js';

function run(step: string, env: Readonly<Record<string, string>>) {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/test.js', step], {
    env: { ...process.env, CHROMIUM_PATH: '/nowhere/chromium', ...env },
    encoding: 'utf8',
  });
  return { status, stdout, closing: stdout.trimEnd().split('\n').at(-1) };
}

test('in CI a missing program that cannot be installed fails the run before any test', () => {
  const { status, stdout, closing } = run('browser', { CI: 'true' });

  expect(stdout).toMatch(/^Missing: chromium-headless-shell\..* In CI, no test may be skipped\.$/m);
  expect(stdout).not.toContain('[1/');
  expect(closing).toBe('Tests: 0 passed, 1 failed');
  expect(status).toBe(1);
});

test('outside CI the tests that need a missing program are skipped and listed', () => {
  const { status, stdout, closing } = run('browser', { CI: '' });

  expect(stdout).toMatch(/^Missing: chromium-headless-shell\..* The tests that need them are skipped\.$/m);
  expect(closing).toBe('Tests: 0 passed, 0 failed');
  expect(status).toBe(0);
});

test.each(['#', '!'])(
  'a build in a folder whose path contains %s says that webpack cannot do that',
  (character) => {
    const cwd = join(newFolder(), `copy ${character}2`);
    mkdirSync(cwd);
    const build = spawnSync(process.execPath, [join(root, 'scripts/build.js')], { cwd, encoding: 'utf8' });

    expect(build.stderr).toContain(`path contains #, ! or ?. Rename or move ${cwd}.`);
    expect(build.status).toBe(1);
  },
);
