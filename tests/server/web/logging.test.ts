import { people, tenantId } from '../../../src/sandbox/tenant.js';
import { parseConfig } from '../../../src/server/config.js';
import { createLogHash } from '../../../src/server/web/logging.js';
import { startServer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(() => {
  server.log.length = 0;
});
afterAll(() => server.close());

describe('correlation id', () => {
  const mine = '0f8fad5b-d9cb-469f-a165-70867728950e';

  test('takes the correlation id of the client if it is a GUID', async () => {
    const answer = await server.get('/api/delegates/missing', { headers: { 'x-correlation-id': mine } });

    expect(answer.headers.get('x-correlation-id')).toBe(mine);
    expect(answer.body['correlationId']).toBe(mine);
    expect(server.log.at(-1)).toMatchObject({ correlationId: mine });
  });

  test.each(['1', 'x'.repeat(36), `${mine}x`, `{${mine}}`])(
    'creates a correlation id if the client sends %s',
    async (sent) => {
      const answer = await server.get('/api/delegates', { headers: { 'x-correlation-id': sent } });

      expect(answer.headers.get('x-correlation-id')).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(answer.headers.get('x-correlation-id')).not.toBe(sent);
    },
  );
});

test('the log describes requests without personal data', async () => {
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
    user: createLogHash(parseConfig(server.sandbox.env).logKey)({ tenantId, objectId: person?.id ?? '' }),
    graphRequestIds: expect.any(Array) as unknown,
  });
  expect(server.log[1]).toMatchObject({ code: 'not_found', cause: 'Graph returned 404 NotFound' });
  for (const secret of [person?.id ?? '', 'Diego', 'diego', 'Amina', 'alder-finch', 'Bearer', 'eyJ'])
    expect(text).not.toContain(secret);
});

test('the hash of a user or a tenant is an HMAC under the key', () => {
  const user = {
    tenantId: '22222222-2222-4222-8222-222222222222',
    objectId: '33333333-3333-4333-8333-333333333333',
  };
  const hash = createLogHash(Buffer.alloc(32, 7));

  // The first 16 characters of base64url(HMAC-SHA-256) over `tenant.user` or `tenant`.
  expect([hash(user), hash(user.tenantId)]).toEqual(['Z3HIVhhO4hXTDcJQ', 'Tjo8_3WvcQtfOj3e']);
  expect(createLogHash(Buffer.alloc(32, 8))(user)).not.toBe(hash(user));
});
