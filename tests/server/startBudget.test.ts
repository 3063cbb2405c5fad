import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the built server loads before it does anything: a count, which no busy machine changes. */

const main = fileURLToPath(new URL('../../dist/server/main.js', `file://${__filename}`));

/** The files that V8 saw. Without a configuration the server ends as soon as all of its imports are loaded. */
function filesLoaded(): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'loaded-'));
  spawnSync(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', NODE_V8_COVERAGE: folder },
  });
  const [report = ''] = readdirSync(folder);
  const { result } = JSON.parse(readFileSync(join(folder, report), 'utf8')) as { result: { url: string }[] };
  rmSync(folder, { recursive: true });
  return result.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []));
}

const loaded = filesLoaded();

test('the server starts with few files, and few bytes', () => {
  expect(loaded).toContain(main);
  expect(loaded.length).toBeLessThanOrEqual(445);
  expect(loaded.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThanOrEqual(2_600_000);
});

test.each(['@azure/msal-node', '@redis/client', 'libsql', 'pg', 'prom-client'])(
  '%s is loaded when it is needed, not before',
  (name) => {
    expect(loaded.filter((file) => file.includes(`/node_modules/${name}/`))).toEqual([]);
  },
);

test.each(['jose', 'undici'])('of %s only parts are loaded, not its entry', (name) => {
  const of = loaded.filter((file) => file.includes(`/node_modules/${name}/`));
  expect(of).not.toEqual([]);
  expect(of.filter((file) => /\/(undici|webapi)\/index\.js$/.test(file))).toEqual([]);
});
