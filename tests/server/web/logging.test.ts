import { people } from '../../../src/sandbox/tenant.js';
import { startServer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(() => {
  server.log.length = 0;
});
afterAll(() => server.close());

describe('the correlation id', () => {
  const mine = '0f8fad5b-d9cb-469f-a165-70867728950e';

  test('is the caller’s when it is a GUID', async () => {
    const answer = await server.get('/api/delegates/missing', { headers: { 'x-correlation-id': mine } });

    expect(answer.headers.get('x-correlation-id')).toBe(mine);
    expect(answer.body['correlationId']).toBe(mine);
    expect(server.log.at(-1)).toMatchObject({ correlationId: mine });
  });

  test.each(['1', 'x'.repeat(36), `${mine}x`, `{${mine}}`])(
    'is a new one when the caller sends %s',
    async (sent) => {
      const answer = await server.get('/api/delegates', { headers: { 'x-correlation-id': sent } });

      expect(answer.headers.get('x-correlation-id')).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(answer.headers.get('x-correlation-id')).not.toBe(sent);
    },
  );
});

test('the log tells what happened and nothing of whom', async () => {
  await server.get('/api/delegators?x=Diego');
  await server.get('/api/delegators/diego.marenco@alder-finch.example');
  const person = people[0];
  const text = JSON.stringify(server.log);

  expect(server.log.map(({ route, status, method }) => [method, route, status])).toEqual([
    ['GET', '/api/delegators', 200],
    ['GET', '/api/delegators/:id', 404],
  ]);
  expect(server.log[0]).toMatchObject({
    level: 'info',
    user: expect.stringMatching(/^[\w-]{16}$/) as unknown,
    graphRequestIds: expect.any(Array) as unknown,
  });
  expect(server.log[1]).toMatchObject({ code: 'not_found', cause: 'Graph answered 404 NotFound' });
  for (const secret of [person?.id ?? '', 'Diego', 'diego', 'Amina', 'alder-finch', 'Bearer', 'eyJ'])
    expect(text).not.toContain(secret);
});
