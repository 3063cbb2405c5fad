import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { startManagedIdentity } from '../../src/sandbox/managedIdentity.js';
import { startSandbox, type Sandbox } from '../../src/sandbox/startSandbox.js';
import { as } from '../support/confirming.js';
import { newFolder, queryFolder, removeFolders } from '../support/libsqlPlaces.js';
import { startServerProcess } from '../support/serverProcess.js';
import { freePort, until } from '../support/startServer.js';

/** Tests of the built server in its own process, as `npm run serve` starts it. */

const main = fileURLToPath(new URL('../../dist/server/main.js', `file://${__filename}`));
const running: ChildProcess[] = [];
let sandbox: Sandbox;
let port: number;

beforeAll(async () => {
  port = await freePort();
  sandbox = await startSandbox({ tabEndpoint: `http://localhost:${port}` });
});
afterEach(() => {
  sandbox.graph.script = undefined;
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => sandbox.close());

function serve(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'] ?? '', ...env } });
  running.push(child);
  const output = { out: '', error: '' };
  child.stdout.on('data', (chunk) => (output.out += String(chunk)));
  child.stderr.on('data', (chunk) => (output.error += String(chunk)));
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  return { child, output, exit };
}

const isReady = async () =>
  (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.status === 200;

test('does not start without configuration, and prints one line per missing variable', async () => {
  const { output, exit } = serve({});

  expect(await exit).toBe(1);
  expect(output.error).toMatch(/^ {2}AAD_APP_CLIENT_ID: is not set; it must be a GUID/m);
  expect(output.error).toMatch(/^ {2}AAD_APP_TENANT_ID: is not set/m);
  expect(output.error).not.toMatch(/\bat .*\.js:/);
});

test('reports a port that is in use in one line', async () => {
  const taken = createServer().listen(port);
  await once(taken, 'listening');
  const { output, exit } = serve({ ...sandbox.env, PORT: String(port), LOG_LEVEL: 'silent' });

  expect(await exit).toBe(1);
  expect(output.error).toBe(
    `Port ${port} is in use. Stop the process that listens on it, or set PORT to a free port.\n`,
  );
  await new Promise((resolve) => taken.close(resolve));
});

test('on SIGTERM it reports that it stops, finishes running requests, accepts no new ones, and exits', async () => {
  const { child, exit, output } = serve({ ...sandbox.env, PORT: String(port) });
  await until(isReady);
  let release: (() => void) | undefined;
  sandbox.graph.script = ({ path }, response) => {
    if (!path.endsWith('/delegates')) return undefined;
    release = () => response?.writeHead(200, { 'content-type': 'application/json' }).end('{"value":[]}');
    return 'handled';
  };
  const headers = { authorization: `Bearer ${await sandbox.ssoToken()}` };
  const asking = fetch(`http://127.0.0.1:${port}/api/delegates`, { headers });
  const statusOf = async (path: string) =>
    (await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined))?.status;
  await until(() => release !== undefined);
  child.kill('SIGTERM');
  // The server still listens: a 503 needs a response.
  await until(async () => (await statusOf('/readyz')) === 503);
  await until(async () => (await statusOf('/healthz')) === undefined);
  release?.();

  expect((await asking).status).toBe(200);
  expect(await exit).toBe(0);
  for (const line of output.out.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('level');
}, 30_000);

test('serves metrics about routes, Graph and the cache, but not about users, on a separate port', async () => {
  const metricsPort = await freePort();
  serve({ ...sandbox.env, PORT: String(port), METRICS_PORT: String(metricsPort) });
  await until(isReady);
  const headers = { authorization: `Bearer ${await sandbox.ssoToken()}` };
  for (const path of ['/api/delegates', '/api/delegators', '/api/delegates/someone', '/nowhere']) {
    await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  }
  const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
  const text = await answer.text();

  expect(answer.headers.get('content-type')).toContain('text/plain');
  expect(text).toContain('call_delegates_requests_total{route="/api/delegates",status="200"} 1');
  expect(text).toContain('call_delegates_requests_total{route="/api/delegates/:id",status="404"} 1');
  expect(text).toContain('call_delegates_outgoing_seconds_count{target="graph",status="200"}');
  expect(text).toContain('call_delegates_outgoing_seconds_count{target="entra",status="200"}');
  expect(text).toMatch(/call_delegates_token_cache_total\{outcome="hit"\} [1-9]/);
  expect(text).toContain('call_delegates_token_cache_total{outcome="miss"} 1');
  expect(text).not.toContain('someone');
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${metricsPort}/api/delegates`)).status).toBe(404);
}, 20_000);

test('authenticates with a managed identity, as in an Azure container', async () => {
  const identityId = '77777777-7777-4777-8777-777777777777';
  const managedIdentity = await startManagedIdentity(identityId);
  const withIdentity = await startSandbox({ tabEndpoint: `http://localhost:${port}`, managedIdentity });
  serve({
    ...withIdentity.env,
    ...managedIdentity.env,
    PORT: String(port),
    SECRET_AAD_APP_CLIENT_SECRET: '',
    AAD_APP_MANAGED_IDENTITY_CLIENT_ID: identityId,
  });
  await until(isReady);
  const headers = { authorization: `Bearer ${await withIdentity.ssoToken()}` };

  expect((await fetch(`http://127.0.0.1:${port}/api/delegates`, { headers })).status).toBe(200);
  await Promise.all([withIdentity.close(), managedIdentity.close()]);
});

test('deletes expired confirmations soon after a start', async () => {
  const folder = newFolder();
  const before = await startServerProcess({ DATA_DIR: folder });
  expect((await as(before).confirm()).status).toBe(201);
  await before.close();
  queryFolder(folder, "update confirmations set confirmed_at = '2020-01-01T00:00:00.000Z'");
  const after = await startServerProcess({ DATA_DIR: folder });

  await until(() => queryFolder(folder, 'select id from confirmations').length === 0);
  await after.close();
  removeFolders();
});

test('serves no metrics without METRICS_PORT', async () => {
  serve({ ...sandbox.env, PORT: String(port) });
  await until(isReady);

  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404);
});
