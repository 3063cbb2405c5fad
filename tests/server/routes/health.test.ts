import { fastify } from 'fastify';
import { healthRoutes, type Readiness } from '../../../src/server/routes/health.js';

const ask = async (path: string, readiness: Readiness = 'ready') => {
  const app = fastify();
  healthRoutes(app, () => readiness);
  const { statusCode, headers, body } = await app.inject(path);
  await app.close();
  return { statusCode, cache: headers['cache-control'], body: JSON.parse(body) as unknown };
};

test.each<[Readiness, number]>([
  ['ready', 200],
  ['waiting for the keys of the identity provider', 503],
  ['stopping', 503],
])('/readyz of a server that is %s answers %i', async (status, statusCode) => {
  expect(await ask('/readyz', status)).toEqual({ statusCode, cache: 'no-store', body: { status } });
});

test('/healthz answers 200 on a server that is not ready', async () => {
  expect(await ask('/healthz', 'stopping')).toEqual({
    statusCode: 200,
    cache: 'no-store',
    body: { status: 'ok' },
  });
});
