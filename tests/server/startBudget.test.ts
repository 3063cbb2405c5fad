import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '../../src/sandbox/startSandbox.js';
import { freePort } from '../support/startServer.js';

/** Counts what the built server loads before it listens. A count does not depend on the load of the machine. */

const main = fileURLToPath(new URL('../../dist/server/main.js', `file://${__filename}`));
let loaded: readonly string[];

beforeAll(async () => {
  const port = await freePort();
  // The port is in use. The process has loaded everything when it notices that, and exits before it loads on demand.
  const taken = createServer().listen(port);
  await once(taken, 'listening');
  const sandbox = await startSandbox({ tabEndpoint: `http://localhost:${port}` });
  loaded = filesLoaded({ ...sandbox.env, PORT: String(port), LOG_LEVEL: 'silent' });
  await sandbox.close();
  await new Promise((resolve) => taken.close(resolve));
});

/** The files that V8 loaded. */
function filesLoaded(env: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'loaded-'));
  const { stderr } = spawnSync(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', ...env, NODE_V8_COVERAGE: folder },
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/^Port \d+ is in use\./);
  const [report = ''] = readdirSync(folder);
  const { result } = JSON.parse(readFileSync(join(folder, report), 'utf8')) as { result: { url: string }[] };
  rmSync(folder, { recursive: true });
  return result.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []));
}

test('the server starts with few files and bytes', () => {
  expect(loaded.length).toBeLessThanOrEqual(4);
  const bytes = loaded.map((file) => statSync(file).size).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThanOrEqual(4_150_000);
});

test.each(['@azure/msal-node', '@redis/client', 'libsql', 'pg', 'prom-client'])(
  '%s is not loaded before it is needed',
  (name) => {
    const sources = loaded.flatMap(
      (file) => (JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { readonly sources: string[] }).sources,
    );

    expect(sources).toContain('../../src/server/main.ts');
    expect(sources.filter((file) => file.includes(`node_modules/${name}/`))).toEqual([]);
  },
);
