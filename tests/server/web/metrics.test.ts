import { startServer, until } from '../../support/startServer.js';

const env = { METRICS_PORT: '9464' };

test('no metric contains a URL, an id or other user input', async () => {
  const server = await startServer({ env });
  for (const path of [
    '/nowhere/adele.vance@contoso.example',
    '/api/nowhere/adele.vance',
    '/assets/adele.vance.js',
    '/api/delegates/adele.vance@contoso.example?of=adele.vance',
    '/tab?user=adele.vance',
  ])
    await server.get(path);
  const text = await server.metrics();

  expect(text).toContain('call_delegates_requests_total{route="unknown",status="404"}');
  expect(text).toContain('call_delegates_requests_total{route="/api/delegates/:id",status="404"} 1');
  expect(text).not.toContain('adele');
  await server.close();
});

test('a request that the client aborts is logged once and counted once', async () => {
  const server = await startServer({ env, deadlineMs: 600_000, http: { attemptTimeoutMs: 600_000 } });
  const { graph } = server.sandbox;
  graph.script = () => 'handled';
  const controller = new AbortController();
  const headers = { authorization: `Bearer ${await server.sandbox.ssoToken()}` };
  const asking = fetch(`${server.origin}/api/delegates`, { headers, signal: controller.signal });
  await until(() => graph.requests.length === 1);
  server.log.length = 0;
  controller.abort();
  await expect(asking).rejects.toThrow();
  await until(() => server.log.length > 0);
  graph.script = undefined;
  await server.get('/api/delegates');

  expect(server.log).toMatchObject([
    {
      msg: 'the client closed the connection',
      route: '/api/delegates',
      status: 499,
      user: expect.any(String) as unknown,
    },
    { msg: 'request', route: '/api/delegates', status: 200 },
  ]);
  expect(await server.metrics()).toContain(
    'call_delegates_requests_total{route="/api/delegates",status="499"} 1',
  );
  await server.close();
});
