import { randomUUID } from 'node:crypto';
import type { Delegation } from '../../../src/contract/delegation.js';
import { rights } from '../../../src/contract/delegation.js';
import { sweepHourly } from '../../../src/server/confirmations/sweepHourly.js';
import { fingerprint as fingerprintOf } from '../../../src/server/graph/fingerprint.js';
import { as, idOf, idsIn } from '../../support/confirming.js';
import { createLibsqlPlaces } from '../../support/libsqlPlaces.js';
import { toEnv, type EngineUnderTest, type Place } from '../../support/place.js';
import { startServer, toAnswer, until, type TestServer } from '../../support/startServer.js';

/** HTTP API of confirmations. `store.ts` tests what the database stores. */

let engine: EngineUnderTest;
let place: Place;
let server: TestServer;
beforeAll(async () => {
  engine = await createLibsqlPlaces();
  place = await engine.newPlace();
  server = await startServer({ env: toEnv(place) });
});
afterEach(async () => {
  server.sandbox.graph.script = undefined;
  await place.clear();
});
afterAll(async () => {
  await server.close();
  await engine.remove();
});

test('stores the time, ids, permissions and active flags from Graph, what is wrong, and nothing else', async () => {
  const amina = as(server, 'amina');
  const list = (await amina.ask('GET', '/api/delegators')).body;
  const value = list['value'] as Delegation[];
  const wrong = value[1]?.id ?? '';
  const id = randomUUID();
  const first = await amina.confirm('delegators', id, { wrong: [wrong, wrong] });
  const shared = await amina.confirm('delegators', randomUUID(), { wrong: [], shared: true });

  expect([first.status, shared.status, shared.body['shared']]).toEqual([201, 201, true]);
  expect(first.body).toEqual({
    id,
    fingerprint: list['fingerprint'],
    shared: false,
    confirmedAt: expect.any(String) as string,
    entries: value.map(({ id: entryId, isActive, allowedActions }) => ({
      id: entryId,
      isActive,
      allowedActions,
      isRight: entryId !== wrong,
    })),
  });
  expect(Math.abs(Date.parse(String(first.body['confirmedAt'])) - Date.now())).toBeLessThan(60_000);
  expect((await amina.history()).body).toEqual({ value: [shared.body, first.body], next: null });
  expect((await amina.history('delegates')).body).toEqual({ value: [], next: null });
});

test('shows a shared confirmation to the other party of each entry, and nothing else', async () => {
  const [amina, diego] = [as(server, 'amina'), as(server, 'diego')];
  const look = (query = `id=${idOf('amina')}`) => diego.ask('GET', `/api/counterparts/delegates?${query}`);
  await amina.confirm('delegators', randomUUID(), { wrong: [] });
  expect((await look()).body).toEqual({ value: [] });
  const { body } = await amina.confirm('delegators', randomUUID(), {
    wrong: [idOf('diego')],
    shared: true,
  });
  const entries = body['entries'] as { id: string }[];
  server.sandbox.graph.requests.length = 0;

  expect(await look(`id=${idOf('amina').toUpperCase()}&id=${idOf('jonas')}`)).toMatchObject({
    status: 200,
    body: {
      value: [
        {
          ...entries.find(({ id }) => id === idOf('diego')),
          id: idOf('amina'),
          confirmedAt: body['confirmedAt'],
          isRight: false,
        },
      ],
    },
  });
  expect(Object.keys((await look()).body['value'] as object)).toEqual(['0']);
  expect((await diego.ask('GET', `/api/counterparts/delegators?id=${idOf('amina')}`)).body).toEqual({
    value: [],
  });
  expect(server.sandbox.graph.requests).toEqual([]);
});

test('answers a repeated request with the stored confirmation, even after the list has changed', async () => {
  const amina = as(server, 'amina');
  const id = randomUUID();
  const fingerprint = await amina.fingerprint();
  const send = (as_: string) => amina.ask('PUT', `/api/confirmations/delegators/${as_}`, { fingerprint });
  const first = await send(id);
  server.sandbox.graph.script = ({ path }) =>
    path.includes('/delegators') ? { status: 200, body: { value: [] } } : undefined;
  const again = await send(id.toUpperCase());

  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.text).toEqual(first.text);
  expect(idsIn(await amina.history())).toEqual([id]);
});

test('answers with Retry-After after a hundred confirmations in a day', async () => {
  const amina = as(server);
  await amina.confirm();
  const numbers = Array.from({ length: 99 }, (_, index) => `(${index})`).join();
  await place.query(`insert into confirmations (tenant_id, user_id, list, id, confirmed_at, fingerprint, entries)
    select tenant_id, user_id, list, id || column1, confirmed_at, fingerprint, entries from confirmations, (values ${numbers})`);
  const answer = await amina.confirm();

  expect(answer).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
  expect(answer.body['retryAfter']).toBeGreaterThan(86_000);
  expect(answer.headers.get('retry-after')).toBe(String(answer.body['retryAfter']));
  expect(server.log.filter(({ level }) => level === 'error')).toEqual([]);
});

test('refuses to confirm a list that differs from the one the caller saw, and to mark an entry that is not in it', async () => {
  const amina = as(server, 'amina');
  const fingerprint = await amina.fingerprint('delegates');
  const changed = await amina.ask('PUT', `/api/confirmations/delegators/${randomUUID()}`, { fingerprint });
  const unknown = await amina.confirm('delegators', randomUUID(), { wrong: [randomUUID()] });

  expect(changed).toMatchObject({ status: 409, body: { code: 'list_changed' } });
  expect(unknown).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  expect((await amina.history()).body['value']).toEqual([]);
});

test('a user who loaded the page before a permission was added confirms only the permissions they saw', async () => {
  const amina = as(server);
  const value = (await amina.ask('GET', '/api/delegators')).body['value'] as Delegation[];
  const [newer, ...known] = rights;
  const fingerprint = fingerprintOf(value, known);
  const answer = await amina.ask('PUT', `/api/confirmations/delegators/${randomUUID()}`, { fingerprint });

  expect(answer).toMatchObject({ status: 201, body: { fingerprint } });
  expect(answer.body['entries']).toEqual(
    value.map(({ id, isActive, allowedActions: { [newer]: _, ...allowedActions } }) => ({
      id,
      isActive,
      allowedActions,
      isRight: true,
    })),
  );
});

test('answers 503 for a stored row of an unknown shape', async () => {
  await as(server).confirm();
  await place.query(`update confirmations set entries = '[{"id":1}]'`);

  expect(await as(server).history()).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
  expect(JSON.stringify(server.log)).toContain('a stored row cannot be parsed');
  server.log.length = 0;
});

test('stores nothing for a request that was reading Graph during a deletion', async () => {
  const amina = as(server, 'amina');
  const graph = await amina.ask('GET', '/api/delegators');
  let answerNow: (() => void) | undefined;
  server.sandbox.graph.script = ({ path }, response) => {
    if (!path.endsWith('/delegators')) return undefined;
    answerNow = () => {
      response
        ?.writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ value: graph.body['value'] }));
    };
    return 'handled';
  };
  const { fingerprint } = graph.body;
  const confirming = amina.ask('PUT', `/api/confirmations/delegators/${randomUUID()}`, { fingerprint });
  await until(() => answerNow !== undefined);
  expect((await amina.forget()).status).toBe(204);
  answerNow?.();

  expect(await confirming).toMatchObject({ status: 409, body: { code: 'list_changed' } });
  expect(idsIn(await amina.history())).toEqual([]);
});

test('pages through the confirmations, newest first, each once', async () => {
  const diego = as(server, 'diego');
  const ids = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of ids) await diego.confirm('delegates', id);
  const first = await diego.history('delegates', '?limit=2');
  const next = encodeURIComponent(String(first.body['next']));
  const last = await diego.history('delegates', `?limit=1&before=${next}`);

  expect([...idsIn(first), ...idsIn(last)]).toEqual([...ids].reverse());
  expect(last.body['next']).toBeNull();
  expect(idsIn(await diego.history('delegates', '?limit=100'))).toHaveLength(3);
});

test('a caller can neither read nor delete another caller’s confirmations, not even by id', async () => {
  const [amina, jonas] = [as(server, 'amina'), as(server, 'jonas')];
  const id = randomUUID();
  const mine = await amina.confirm('delegators', id);
  expect((await jonas.history()).body).toEqual({ value: [], next: null });
  const theirs = await jonas.confirm('delegators', id);
  expect(theirs.status).toBe(201);
  expect(theirs.body['entries']).not.toEqual(mine.body['entries']);
  const deleted = await jonas.forget();

  expect([deleted.status, deleted.text]).toEqual([204, '']);
  expect((await jonas.history()).body['value']).toEqual([]);
  expect((await amina.history()).body['value']).toEqual([mine.body]);
});

describe('refusals', () => {
  const put = (body: unknown) => ['PUT', `confirmations/delegators/${randomUUID()}`, body] as const;
  const get = (query: string) => ['GET', `confirmations/delegators?${query}`, undefined] as const;
  const look = (query: string) => ['GET', `counterparts/delegates?${query}`, undefined] as const;
  const many = Array.from({ length: 51 }, () => `id=${randomUUID()}`).join('&');
  type Refused = readonly [method: string, path: string, body: unknown];
  test.each<[string, number, string, readonly Refused[]]>([
    [
      'an id that is not a GUID',
      400,
      'invalid_id',
      [['PUT', 'confirmations/delegators/today', { fingerprint: 'x' }]],
    ],
    [
      'a body that is not JSON or has the wrong type',
      400,
      'invalid_request',
      [put(undefined), put('{'), put([])],
    ],
    [
      'a missing fingerprint or one that is no text',
      400,
      'invalid_request',
      [put({}), put({ fingerprint: 1 })],
    ],
    [
      'wrong entries that are not a list of ids',
      400,
      'invalid_request',
      [put({ fingerprint: 'x', wrong: 'a' }), put({ fingerprint: 'x', wrong: [1] })],
    ],
    ['a choice to share that is text', 400, 'invalid_request', [put({ fingerprint: 'x', shared: 'yes' })]],
    [
      'an unknown list',
      404,
      'not_found',
      [
        ['PUT', `confirmations/friends/${randomUUID()}`, { fingerprint: 'x' }],
        ['GET', `counterparts/friends?id=${randomUUID()}`, undefined],
      ],
    ],
    [
      'a limit that is no whole number from 1 to 100',
      400,
      'invalid_request',
      ['limit=0', 'limit=101', 'limit=1.5', 'limit=1e1', 'limit=1&limit=2'].map(get),
    ],
    [
      'a cursor that no page returned',
      400,
      'invalid_request',
      [
        'before=',
        'before=yesterday',
        // Beyond all dates, and in the year 10000.
        `before=999999999999999.${randomUUID()}`,
        `before=253402300800000.${randomUUID()}`,
        `before=1.${'-'.repeat(36)}`,
        `before=x1.${randomUUID()}`,
        `before=1.${randomUUID()}x`,
      ].map(get),
    ],
    [
      'no counterparts, too many, or an id that is not a GUID',
      400,
      'invalid_request',
      ['', 'id=', `id=${randomUUID()}&id=me`, many].map(look),
    ],
  ])('refuses %s', async (_, status, code, refused) => {
    for (const [method, path, body] of refused)
      expect(await as(server, 'amina').ask(method, `/api/${path}`, body)).toMatchObject({
        status,
        body: { code },
      });
  });

  test('refuses a request without a valid token', async () => {
    for (const [method, path] of [
      ['GET', '/api/confirmations/delegators'],
      ['PUT', `/api/confirmations/delegators/${randomUUID()}`],
      ['DELETE', '/api/confirmations'],
      ['GET', `/api/counterparts/delegates?id=${randomUUID()}`],
    ] as const) {
      const answer = await toAnswer(await fetch(`${server.origin}${path}`, { method }));
      expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
    }
  });
});

test('sweeps at once and every hour until stopped', () => {
  jest.useFakeTimers();
  const sweep = jest.fn(() => Promise.reject(new Error('Broken.')));
  const sweeping = sweepHourly({ sweep });
  expect(sweep).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(60 * 60 * 1_000);
  expect(sweep).toHaveBeenCalledTimes(2);
  sweeping.stop();
  jest.advanceTimersByTime(60 * 60 * 1_000);

  expect(sweep).toHaveBeenCalledTimes(2);
  jest.useRealTimers();
});
