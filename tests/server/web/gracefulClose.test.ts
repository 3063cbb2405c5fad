import { randomUUID } from 'node:crypto';
import { newFolder, queryFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { createManualClock } from '../../support/manualClock.js';
import { startServer, until } from '../../support/startServer.js';

const drainMs = 3_000;

afterAll(removeFolders);

test('reports that it stops, and accepts requests until the drain time is over', async () => {
  const clock = createManualClock(Date.now());
  const server = await startServer({ clock });
  const statusOf = async (path: string) =>
    (await fetch(`${server.origin}${path}`).catch(() => undefined))?.status;
  await until(async () => (await statusOf('/readyz')) === 200);

  const stopped = server.stop();
  clock.advance(drainMs - 1);
  const ready = await fetch(`${server.origin}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'stopping' }]);
  expect(ready.headers.get('connection')).toBe('close');
  expect(await statusOf('/healthz')).toBe(200);
  expect((await server.get('/api/delegates')).status).toBe(200);

  clock.advance(1);
  await stopped;
  expect(await statusOf('/healthz')).toBeUndefined();
  await server.sandbox.close();
});

test('stores a confirmation that is in progress when the server stops', async () => {
  const folder = newFolder();
  const clock = createManualClock(Date.now());
  const server = await startServer({ clock, env: { DATA_DIR: folder } });
  const { graph, ssoToken } = server.sandbox;
  const { fingerprint } = (await server.get('/api/delegates')).body;
  let release: (() => void) | undefined;
  graph.script = ({ path }, response) => {
    if (!path.endsWith('/delegates')) return undefined;
    // The retry succeeds.
    release = () => response?.writeHead(503, { 'retry-after': '0' }).end();
    return 'handled';
  };
  const id = randomUUID();
  const asking = fetch(`${server.origin}/api/confirmations/delegates/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${await ssoToken()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ fingerprint }),
  });
  await until(() => release !== undefined);
  const stopped = server.stop();
  clock.advance(drainMs);
  await until(async () => (await fetch(`${server.origin}/healthz`).catch(() => undefined)) === undefined);
  graph.script = undefined;
  release?.();

  expect((await asking).status).toBe(201);
  await stopped;
  expect(queryFolder(folder, 'select id from confirmations')).toEqual([{ id }]);
  await server.sandbox.close();
});
