import { randomUUID } from 'node:crypto';
import { rights, type Delegation } from '../../../src/contract/delegation.js';
import { fingerprint as fingerprintOf } from '../../../src/server/graph/delegationSettings.js';
import { as, idOf, idsIn } from '../../support/as.js';
import { createLibsqlPlace } from '../../support/libsqlPlaces.js';
import { toEnv, type Place } from '../../support/place.js';
import { toAnswer, useServer } from '../../support/startServer.js';

/** HTTP API of confirmations. `store.ts` tests what the database stores. */

let place: Place;
const server = useServer(async () => {
  place = await createLibsqlPlace();
  return { env: toEnv(place) };
});
afterEach(() => place.clear());

test('stores the time, ids, permissions and active flags from Graph, what is wrong, and nothing else, and pages it', async () => {
  const amina = as(server);
  const list = (await amina.get('/api/delegators')).body;
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
  const { body } = await amina.history('delegators', '?limit=1');
  const before = encodeURIComponent(String(body['next']));
  const last = await amina.history('delegators', `?limit=100&before=${before}`);
  expect([body['value'], last.body]).toEqual([[shared.body], { value: [first.body], next: null }]);
  expect((await amina.history('delegates')).body).toEqual({ value: [], next: null });
  const [stored] = await place.query(`select entries from confirmations where id = '${id}'`);
  expect(JSON.parse(String(stored?.['entries']))).toEqual(first.body['entries']);
});

test('shows a shared confirmation to the other party of each entry, and nothing else, until it is deleted', async () => {
  const [amina, diego] = [as(server), as(server, 'diego')];
  const { body } = await amina.confirm('delegators', randomUUID(), { wrong: [idOf('diego')], shared: true });
  const entry = (body['entries'] as { id: string }[]).find(({ id }) => id === idOf('diego'));
  server.sandbox.graph.requests.length = 0;
  const query = `id=${idOf('amina').toUpperCase()}&id=${idOf('jonas')}`;
  const seen = await diego.get(`/api/counterparts/delegates?${query}`);

  expect(seen.status).toBe(200);
  expect(seen.body).toEqual({ value: [{ ...entry, id: idOf('amina'), confirmedAt: body['confirmedAt'] }] });
  expect(entry).toMatchObject({ isRight: false });
  expect((await diego.get(`/api/counterparts/delegators?${query}`)).body).toEqual({ value: [] });
  expect(server.sandbox.graph.requests).toEqual([]);
  await amina.forget();
  expect((await diego.get(`/api/counterparts/delegates?${query}`)).body).toEqual({ value: [] });
});

test('answers a repeated request with the stored confirmation, even after the list has changed', async () => {
  const amina = as(server);
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

test('refuses to confirm a list that differs from the one the caller saw, and to mark an entry that is not in it', async () => {
  const amina = as(server);
  const fingerprint = await amina.fingerprint('delegates');
  const changed = await amina.ask('PUT', `/api/confirmations/delegators/${randomUUID()}`, { fingerprint });
  const unknown = await amina.confirm('delegators', randomUUID(), { wrong: [randomUUID()] });

  expect(changed).toMatchObject({ status: 409, body: { code: 'list_changed' } });
  expect(unknown).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  expect((await amina.history()).body['value']).toEqual([]);
});

test('a user who loaded the page before a permission was added confirms only the permissions they saw', async () => {
  const amina = as(server);
  const value = (await amina.get('/api/delegators')).body['value'] as Delegation[];
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

test('a caller can neither read nor delete another caller’s confirmations, not even by id', async () => {
  const [amina, jonas] = [as(server), as(server, 'jonas')];
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

describe('refuses', () => {
  const put = (body: unknown) => ['PUT', `confirmations/delegators/${randomUUID()}`, body] as const;
  const get = (query: string) => ['GET', `confirmations/delegators?${query}`] as const;
  const look = (query: string) => ['GET', `counterparts/delegates?${query}`] as const;
  const many = Array.from({ length: 51 }, () => `id=${randomUUID()}`).join('&');
  type Refused = readonly [method: string, path: string, body?: unknown];
  const malformed: readonly (readonly [string, readonly Refused[]])[] = [
    ['a body that is not JSON or has the wrong type', [put(undefined), put('{'), put([])]],
    ['a missing fingerprint or one that is no text', [put({}), put({ fingerprint: 1 })]],
    ['wrong entries that are not a list of ids', ['a', [1]].map((wrong) => put({ fingerprint: 'x', wrong }))],
    ['a choice to share that is text', [put({ fingerprint: 'x', shared: 'yes' })]],
    ['a limit that is no whole number from 1 to 100', ['0', '101', '1.5', '1e1', '1&limit=2'].map((limit) => get(`limit=${limit}`))],
    // Two are beyond all dates, and in the year 10000.
    ['a cursor that no page returned', ['', 'yesterday', `999999999999999.${randomUUID()}`, `253402300800000.${randomUUID()}`, `1.${'-'.repeat(36)}`, `x1.${randomUUID()}`, `1.${randomUUID()}x`].map((before) => get(`before=${before}`))],
    ['no counterparts, too many, or an id that is not a GUID', ['', 'id=', `id=${randomUUID()}&id=me`, many].map(look)],
  ]; // prettier-ignore
  const id = randomUUID();
  test.each<readonly [string, readonly Refused[], number, string]>([
    ...malformed.map(([what, refused]) => [what, refused, 400, 'invalid_request'] as const),
    ['an id that is not a GUID', [['PUT', 'confirmations/delegators/today', { fingerprint: 'x' }]], 400, 'invalid_id'],
    ['an unknown list', [['PUT', `confirmations/friends/${id}`, { fingerprint: 'x' }], ['GET', `counterparts/friends?id=${id}`]], 404, 'not_found'],
  ])('%s', async (_, refused, status, code) => {
    for (const [method, path, body] of refused)
      expect(await as(server).ask(method, `/api/${path}`, body)).toMatchObject({ status, body: { code } });
  }); // prettier-ignore

  test.each([
    ['GET', 'confirmations/delegators'],
    ['PUT', `confirmations/delegators/${id}`],
    ['DELETE', 'confirmations'],
    ['GET', `counterparts/delegates?id=${id}`],
    ['GET', 'notifications'],
    ['PUT', 'notifications'],
  ])('%s /api/%s without a valid token', async (method, path) => {
    const answer = await toAnswer(await fetch(`${server.origin}/api/${path}`, { method }));

    expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
  });
});
