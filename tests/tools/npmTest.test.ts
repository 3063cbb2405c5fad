import { spawnSync } from 'node:child_process';

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
