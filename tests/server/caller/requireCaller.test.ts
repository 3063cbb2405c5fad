import type { Graph } from '../../../src/server/graph/graphClient.js';
import { CallerGone, type RequestDeadline } from '../../../src/server/time/Deadline.js';
import { Problem } from '../../../src/server/Problem.js';
import { askBroken, createBrokenApp } from '../../support/createBrokenApp.js';

test('the deadline starts when a request arrives and includes token verification', async () => {
  const { answer } = await askBroken(new Error('not reached'), {
    verifySsoToken: () => new Promise<never>(() => undefined),
    deadlineMs: 20,
  });

  expect(answer.json()).toMatchObject({ status: 504, code: 'graph_timeout' });
});

test.each([
  ['misconfigured', new Problem({ code: 'misconfigured' }, 'No client.')],
  ['entra_unavailable', new Problem({ code: 'entra_unavailable' }, 'No keys.')],
])('does not count a failure on our side (%s) against the address', async (code, fault) => {
  const { app } = await createBrokenApp(fault, {}, 1);
  const ask = async () =>
    (await app.inject({ url: '/api/delegates', headers: { authorization: 'Bearer a.b.c' } })).json<object>();

  for (let count = 0; count < 12; count += 1) expect(await ask()).toMatchObject({ code });
  await app.close();
});

test('counts an unexpected error against the address', async () => {
  const { app } = await createBrokenApp(new TypeError('diego is not a function'), {}, 1);
  const codes: unknown[] = [];
  for (let count = 0; count < 11; count += 1) {
    const answer = await app.inject({ url: '/api/delegates', headers: { authorization: 'Bearer a.b.c' } });
    codes.push(answer.json<{ code: string }>().code);
  }

  expect(codes).toEqual([...Array<string>(10).fill('internal_error'), 'rate_limited']);
  await app.close();
});

describe('work for a request', () => {
  const user = { tenantId: 't', objectId: 'o', ssoToken: 'a.b.c', tokenHash: 'h', expiresAt: 0 };
  const startApp = async (requestJson: Graph['requestJson']) => {
    const deadlines: RequestDeadline[] = [];
    const { app } = await createBrokenApp(new Error('not reached'), {
      verifySsoToken: () => Promise.resolve(user),
      graph: (_tokens, deadline) => {
        deadlines.push(deadline);
        const graph: Graph = {
          deadline,
          requestIds: [],
          requestJson,
          getScopes: () => Promise.resolve(undefined),
          optional: () => Promise.resolve(graph),
        };
        return graph;
      },
      deadlineMs: 600_000,
    });
    const closed = new Promise<void>((resolve) => {
      app.server.on('request', (_request, response) => response.once('close', resolve));
    });
    const origin = await app.listen({ host: '127.0.0.1', port: 0 });
    const ask = (signal: AbortSignal) =>
      fetch(`${origin}/api/delegates`, { headers: { authorization: 'Bearer a.b.c' }, signal });
    return { app, ask, closed, deadlines };
  };

  test('is aborted when the client disconnects', async () => {
    const leaving = new AbortController();
    const { app, ask, closed, deadlines } = await startApp(() => {
      leaving.abort();
      return new Promise(() => undefined);
    });
    await expect(ask(leaving.signal)).rejects.toThrow();
    await closed;

    expect(deadlines.map(({ signal }) => signal.reason as unknown)).toEqual([expect.any(CallerGone)]);
    await app.close();
  });

  test('is not aborted after the response', async () => {
    const { app, ask, closed, deadlines } = await startApp(() => Promise.resolve({ value: [] }));
    expect((await ask(AbortSignal.timeout(30_000))).status).toBe(200);
    await closed;

    expect(deadlines.map(({ signal }) => signal.aborted)).toEqual([false]);
    await app.close();
  });
});
