import { randomUUID } from 'node:crypto';
import { createSigningKey } from '../../../src/sandbox/tokens.js';
import { startServer, until } from '../../support/startServer.js';

test('picks up a new key without a restart', async () => {
  const server = await startServer({ keyCooldownMs: 0 });
  expect((await server.get('/api/delegators')).status).toBe(200);
  const old = await server.sandbox.ssoToken();

  await server.sandbox.idp.rotateKey();

  expect((await server.get('/api/delegators')).status).toBe(200);
  expect((await server.get('/api/delegators', { token: old })).body['code']).toBe('invalid_token');
  await server.close();
});

test('looks up the keys once at start and not for unknown kids during the cool-down', async () => {
  const server = await startServer();
  await until(async () => (await fetch(`${server.origin}/readyz`)).status === 200);
  const stranger = await createSigningKey();
  for (let count = 0; count < 10; count += 1) {
    const token = await server.sandbox.ssoToken({}, { key: { ...stranger, kid: randomUUID() } });
    expect((await server.get('/api/delegators', { token })).body['code']).toBe('invalid_token');
  }

  expect(server.sandbox.idp.counts.keys).toBe(1);
  await server.close();
});

test('forty users at a cold start cause one lookup of the configuration and one of the keys', async () => {
  // All requests arrive before the first response.
  const server = await startServer({ sandbox: { delayMs: 200 } });
  const tokens = await Promise.all(Array.from({ length: 40 }, () => server.sandbox.ssoToken()));
  const answers = await Promise.all(tokens.map((token) => server.get('/api/delegators', { token })));

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(server.sandbox.idp.counts).toEqual({ keys: 1, metadata: 1 });
  await server.close();
});

test('while the keys are unavailable, it is alive but not ready, reports entra_unavailable, then recovers', async () => {
  const server = await startServer({ keyRetryMs: 50, env: {}, sandbox: { isDownAtStart: true } });
  const codeOf = async (path: string) => (await fetch(`${server.origin}${path}`)).status;

  expect(await codeOf('/healthz')).toBe(200);
  expect(await codeOf('/readyz')).toBe(503);
  const answer = await server.get('/api/delegators');
  expect(answer.body).toMatchObject({ status: 503, code: 'entra_unavailable' });
  expect(server.sandbox.graph.requests).toEqual([]);

  server.sandbox.idp.isDown = false;
  await until(async () => (await codeOf('/readyz')) === 200);
  expect((await server.get('/api/delegators')).status).toBe(200);
  await server.close();
});
