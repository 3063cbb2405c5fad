import { randomUUID } from 'node:crypto';
import { as, idOf, idsIn } from '../../support/confirming.js';
import { toEnv, type EngineUnderTest } from '../../support/place.js';
import { startServer, toAnswer, until, type TestServer } from '../../support/startServer.js';

/** HTTP API of confirmations. Call within a `describe`. */
export function testApi(createEngine: () => Promise<EngineUnderTest>): void {
  let engine: EngineUnderTest;
  let server: TestServer;
  beforeAll(async () => {
    engine = await createEngine();
    server = await startServer({ env: toEnv(await engine.newPlace()) });
  });
  beforeEach(async () => {
    server.sandbox.graph.script = undefined;
    for (const alias of ['amina', 'jonas', 'diego']) await as(server, alias).forget();
  });
  afterAll(async () => {
    await server.close();
    await engine.remove();
  });

  test('stores the time, ids, permissions and active flags from Graph, and nothing else', async () => {
    const amina = as(server, 'amina');
    const id = randomUUID();
    const list = (await amina.ask('GET', '/api/delegators')).body;
    const answer = await amina.confirm('delegators', id, { wrong: [] });

    expect(answer.status).toBe(201);
    expect(Object.keys(answer.body).sort()).toEqual([
      'confirmedAt',
      'entries',
      'fingerprint',
      'id',
      'shared',
    ]);
    expect(answer.body).toMatchObject({ id, fingerprint: list['fingerprint'] });
    expect(Math.abs(Date.parse(String(answer.body['confirmedAt'])) - Date.now())).toBeLessThan(60_000);
    expect(answer.body['entries']).toEqual(
      (list['value'] as Record<string, unknown>[]).map(({ id: entryId, isActive, allowedActions }) => ({
        id: entryId,
        isActive,
        allowedActions,
        isRight: true,
      })),
    );
    expect((await amina.history()).body).toEqual({ value: [answer.body], next: null });
    expect((await amina.history('delegates')).body).toEqual({ value: [], next: null });
  });

  test('stores the entries that the caller marks as wrong', async () => {
    const amina = as(server, 'amina');
    const [first, second] = idsIn(await amina.ask('GET', '/api/delegators'));
    const answer = await amina.confirm('delegators', randomUUID(), { wrong: [second, second] });
    const isRight = Object.fromEntries(
      (answer.body['entries'] as { id: string; isRight: boolean }[]).map((entry) => [
        entry.id,
        entry.isRight,
      ]),
    );

    expect(answer.status).toBe(201);
    expect([isRight[first ?? ''], isRight[second ?? '']]).toEqual([true, false]);
    expect((await amina.history()).body['value']).toEqual([answer.body]);
  });

  test('shares a confirmation only when asked to', async () => {
    const amina = as(server, 'amina');
    const first = await amina.confirm();
    const shared = await amina.confirm('delegators', randomUUID(), { shared: true });

    expect([first.body['shared'], shared.body['shared']]).toEqual([false, true]);
    expect((await amina.history()).body['value']).toEqual([shared.body, first.body]);
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
    await amina.forget();
    expect((await look()).body).toEqual({ value: [] });
  });

  test.each([
    ['no id', ''],
    ['an empty id', 'id='],
    ['an id that is not a GUID', `id=${randomUUID()}&id=me`],
    ['51 ids', Array.from({ length: 51 }, () => `id=${randomUUID()}`).join('&')],
  ])('refuses to look up %s', async (_, query) => {
    const answer = await as(server, 'amina').ask('GET', `/api/counterparts/delegates?${query}`);

    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  test('has no counterparts of an unknown list', async () => {
    const answer = await as(server, 'amina').ask('GET', `/api/counterparts/friends?id=${randomUUID()}`);

    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  test('refuses to mark an entry that is not in the list', async () => {
    const amina = as(server, 'amina');

    expect(await amina.confirm('delegators', randomUUID(), { wrong: [randomUUID()] })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    });
    expect(idsIn(await amina.history())).toEqual([]);
  });

  test('answers a repeated request with the same confirmation, stored once', async () => {
    const amina = as(server, 'amina');
    const id = randomUUID();
    const first = await amina.confirm('delegators', id);
    const again = await amina.confirm('delegators', id.toUpperCase());

    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.text).toEqual(first.text);
    expect(idsIn(await amina.history())).toEqual([id]);
  });

  test('stores one confirmation for ten concurrent requests with one id', async () => {
    const amina = as(server, 'amina');
    const id = randomUUID();
    const fingerprint = await amina.fingerprint();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        amina.ask('PUT', `/api/confirmations/delegators/${id}`, { fingerprint }),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 200, 200, 200, 200, 200, 200, 200, 200, 201,
    ]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(idsIn(await amina.history())).toEqual([id]);
  });

  test('returns the same confirmation for the same list and marks under another id', async () => {
    const amina = as(server);
    const [first] = idsIn(await amina.ask('GET', '/api/delegators'));
    const wrong = { wrong: [first] };
    const one = await amina.confirm('delegators', randomUUID(), wrong);
    const same = await amina.confirm('delegators', randomUUID(), wrong);
    const another = await amina.confirm('delegators', randomUUID(), { wrong: [] });

    expect([one.status, same.status, another.status]).toEqual([201, 200, 201]);
    expect(same.text).toEqual(one.text);
    expect(idsIn(await amina.history())).toHaveLength(2);
  });

  test('answers with Retry-After after a hundred confirmations in a day', async () => {
    const amina = as(server);
    for (let count = 0; count < 100; count += 1) await amina.confirm();
    const answer = await amina.confirm();

    expect(answer).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(answer.body['retryAfter']).toBeGreaterThan(86_000);
    expect(answer.headers.get('retry-after')).toBe(String(answer.body['retryAfter']));
    expect(server.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('answers a repeated request with the stored confirmation after the list has changed', async () => {
    const amina = as(server, 'amina');
    const id = randomUUID();
    const fingerprint = await amina.fingerprint();
    const send = () => amina.ask('PUT', `/api/confirmations/delegators/${id}`, { fingerprint });
    const first = await send();
    server.sandbox.graph.script = ({ path }) =>
      path.includes('/delegators') ? { status: 200, body: { value: [] } } : undefined;

    expect(await send()).toMatchObject({ status: 200, body: first.body });
  });

  test('refuses to confirm a list that differs from the one the caller saw', async () => {
    const amina = as(server, 'amina');
    const answer = await amina.ask('PUT', `/api/confirmations/delegators/${randomUUID()}`, {
      fingerprint: await amina.fingerprint('delegates'),
    });

    expect(answer).toMatchObject({ status: 409, body: { code: 'list_changed' } });
    expect((await amina.history()).body['value']).toEqual([]);
  });

  test('stores nothing for a request that was reading Graph during a deletion', async () => {
    const amina = as(server, 'amina');
    const fingerprint = await amina.fingerprint();
    let answerNow: (() => void) | undefined;
    const graph = await amina.ask('GET', '/api/delegators');
    server.sandbox.graph.script = ({ path }, response) => {
      if (!path.endsWith('/delegators')) return undefined;
      answerNow = () => {
        response
          ?.writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ value: graph.body['value'] }));
      };
      return 'handled';
    };
    const confirming = amina.ask('PUT', `/api/confirmations/delegators/${randomUUID()}`, { fingerprint });
    await until(() => answerNow !== undefined);
    expect((await amina.forget()).status).toBe(204);
    answerNow?.();

    expect(await confirming).toMatchObject({ status: 409, body: { code: 'list_changed' } });
    expect(idsIn(await amina.history())).toEqual([]);
    server.sandbox.graph.script = undefined;
    expect((await amina.confirm()).status).toBe(201);
  });

  test('pages through the confirmations, newest first, each once', async () => {
    const amina = as(server, 'amina');
    const ids: string[] = [];
    for (let count = 0; count < 7; count += 1) {
      const id = randomUUID();
      ids.unshift(id);
      await amina.confirm('delegators', id);
    }
    const seen: string[] = [];
    let before = '';
    for (let page = 0; page < 4; page += 1) {
      const answer = await amina.history('delegators', `?limit=3${before === '' ? '' : `&before=${before}`}`);
      seen.push(...idsIn(answer));
      if (answer.body['next'] === null) break;
      before = encodeURIComponent(answer.body['next'] as string);
    }

    expect(seen).toEqual(ids);
  });

  test.each([1, 50, 100])('accepts a page limit of %i', async (limit) => {
    const amina = as(server, 'amina');
    await amina.confirm();
    await amina.confirm();

    expect(idsIn(await amina.history('delegators', `?limit=${limit}`))).toHaveLength(Math.min(limit, 2));
  });

  test('a caller can neither read nor delete another caller’s confirmations, not even by id', async () => {
    const [amina, jonas] = [as(server, 'amina'), as(server, 'jonas')];
    const id = randomUUID();
    const mine = await amina.confirm('delegators', id);
    expect((await jonas.history()).body).toEqual({ value: [], next: null });
    const theirs = await jonas.confirm('delegators', id);

    expect(theirs.status).toBe(201);
    expect(theirs.body['entries']).not.toEqual(mine.body['entries']);
    expect((await jonas.forget()).status).toBe(204);
    expect((await jonas.history()).body['value']).toEqual([]);
    expect((await amina.history()).body['value']).toEqual([mine.body]);
  });

  test('deletes the confirmations of both lists for good', async () => {
    const diego = as(server, 'diego');
    await diego.confirm('delegates');
    await diego.confirm('delegators');
    const answer = await diego.forget();

    expect([answer.status, answer.text]).toEqual([204, '']);
    expect((await diego.history('delegates')).body['value']).toEqual([]);
    expect((await diego.history('delegators')).body['value']).toEqual([]);
  });

  const put = (body: unknown) => ['PUT', `delegators/${randomUUID()}`, body] as const;
  const get = (query: string) => ['GET', `delegators?${query}`, undefined] as const;
  test.each<[string, readonly [string, string, unknown], number, string]>([
    ['an id that is not a GUID', ['PUT', 'delegators/today', { fingerprint: 'x' }], 400, 'invalid_id'],
    ['no body', put(undefined), 400, 'invalid_request'],
    ['text that is not JSON', put('{'), 400, 'invalid_request'],
    ['a body without fingerprint', put({}), 400, 'invalid_request'],
    ['a fingerprint that is a number', put({ fingerprint: 1 }), 400, 'invalid_request'],
    ['wrong entries that are not a list', put({ fingerprint: 'x', wrong: 'a' }), 400, 'invalid_request'],
    ['wrong entries that are not ids', put({ fingerprint: 'x', wrong: [1] }), 400, 'invalid_request'],
    ['a choice to share that is text', put({ fingerprint: 'x', shared: 'yes' }), 400, 'invalid_request'],
    ['an array', put([]), 400, 'invalid_request'],
    ['an unknown list', ['PUT', `friends/${randomUUID()}`, { fingerprint: 'x' }], 404, 'not_found'],
    ['a limit of 0', get('limit=0'), 400, 'invalid_request'],
    ['a limit of 101', get('limit=101'), 400, 'invalid_request'],
    ['a limit of one and a half', get('limit=1.5'), 400, 'invalid_request'],
    ['a limit in scientific notation', get('limit=1e1'), 400, 'invalid_request'],
    ['two limits', get('limit=1&limit=2'), 400, 'invalid_request'],
    ['a cursor that no page returned', get('before=yesterday'), 400, 'invalid_request'],
    ['a cursor beyond all dates', get(`before=999999999999999.${randomUUID()}`), 400, 'invalid_request'],
    ['a cursor in the year 10000', get(`before=253402300800000.${randomUUID()}`), 400, 'invalid_request'],
    ['a cursor without a GUID', get(`before=1.${'-'.repeat(36)}`), 400, 'invalid_request'],
    ['a cursor with a prefix', get(`before=x1.${randomUUID()}`), 400, 'invalid_request'],
    ['a cursor with a suffix', get(`before=1.${randomUUID()}x`), 400, 'invalid_request'],
    ['an empty cursor', get('before='), 400, 'invalid_request'],
  ])('refuses %s', async (_, [method, path, body], status, code) => {
    const answer = await as(server, 'amina').ask(method, `/api/confirmations/${path}`, body);

    expect(answer).toMatchObject({ status, body: { code } });
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
}
