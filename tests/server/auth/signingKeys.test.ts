import { randomUUID } from 'node:crypto';
import { createSigningKey } from '../../../src/sandbox/tokens.js';
import { startServer, until } from '../../support/startServer.js';

test('a new key is picked up without a restart', async () => {
  const server = await startServer({ keyCooldownMs: 0 });
  expect((await server.get('/api/delegators')).status).toBe(200);
  const old = await server.sandbox.ssoToken();

  await server.sandbox.idp.rotateKey();

  expect((await server.get('/api/delegators')).status).toBe(200);
  expect((await server.get('/api/delegators', { token: old })).body['code']).toBe('invalid_token');
  await server.close();
});

test('a flood of unknown kids causes no more than one look-up in a cool-down', async () => {
  const server = await startServer({ keyCooldownMs: 400 });
  await until(async () => (await fetch(`${server.origin}/readyz`)).status === 200);
  const { counts } = server.sandbox.idp;
  const before = counts.keys;
  const stranger = await createSigningKey();
  const flood = async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, async () => {
        const token = await server.sandbox.ssoToken({}, { key: { ...stranger, kid: randomUUID() } });
        return await server.get('/api/delegators', { token });
      }),
    );
    expect(new Set(answers.map(({ body }) => body['code']))).toEqual(new Set(['invalid_token']));
  };

  await flood();
  const startMs = Date.now();
  await flood();
  const coolDowns = Math.ceil((Date.now() - startMs) / 400) + 1;

  expect(counts.keys - before).toBeLessThanOrEqual(1 + coolDowns);
  expect(server.sandbox.graph.requests).toEqual([]);
  await server.close();
}, 30_000);

test('with a long cool-down, the keys are looked up once at start and not again for unknown kids', async () => {
  const server = await startServer();
  await until(async () => (await fetch(`${server.origin}/readyz`)).status === 200);
  for (let count = 0; count < 10; count += 1) {
    const token = await server.sandbox.ssoToken({}, { key: await createSigningKey() });
    expect((await server.get('/api/delegators', { token })).body['code']).toBe('invalid_token');
  }

  expect(server.sandbox.idp.counts.keys).toBe(1);
  await server.close();
});

test('while the keys cannot be had it is alive but not ready, and says whose fault it is; then it recovers by itself', async () => {
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
}, 20_000);

test('known keys outlive an outage of the identity provider', async () => {
  const server = await startServer();
  const token = await server.sandbox.ssoToken();
  expect((await server.get('/api/delegators', { token })).status).toBe(200);

  server.sandbox.idp.isDown = true;

  expect((await server.get('/api/delegators', { token })).status).toBe(200);
  await server.close();
});
