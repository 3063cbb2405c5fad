import { spawnSync } from 'node:child_process';

/** `npm test` itself, as far as it goes when it may not go on. */
test('in CI nothing runs, and nothing is fetched, when something is missing that cannot be had', () => {
  const { status, stdout } = spawnSync(process.execPath, ['src/tools/test.js'], {
    env: { ...process.env, CI: 'true', CHROMIUM_PATH: '/nowhere/chromium' },
    encoding: 'utf8',
  });

  expect(stdout).toMatch(/^Missing: CHROMIUM_PATH \(\/nowhere\/chromium\)/m);
  expect(stdout).toMatch(/^Tests: 0 passed, 1 failed$/m);
  expect(stdout).not.toContain('---');
  expect(stdout).not.toContain('Getting Node');
  expect(status).toBe(1);
});
