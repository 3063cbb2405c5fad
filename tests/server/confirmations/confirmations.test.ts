import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  pageConfirmations,
  saveConfirmation,
  type Reading,
} from '../../../src/server/store/confirmations.js';
import { createStore, type Store } from '../../../src/server/store/store.js';
import { people } from '../../../src/sandbox/tenant.js';
import { startServerProcess, type Served } from '../../support/serverProcess.js';
import { createPostgresServer, type PostgresServer } from '../../support/postgresServer.js';
import {
  storeFolder,
  startServer,
  toAnswer,
  until,
  type Answer,
  type TestServer,
} from '../../support/startServer.js';

let postgres: PostgresServer;
const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'confirmations-'));
  folders.push(folder);
  return folder;
};

beforeAll(async () => {
  postgres = await createPostgresServer();
  await postgres.start();
}, 30_000);
afterAll(async () => {
  await postgres.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const idOf = (alias: string) => people.find((person) => person.alias === alias)?.id ?? '';

/** A person's own way to a server. */
const as = (server: Served, alias: string) => {
  const ask = async (method: string, path: string, body?: unknown, raw?: string): Promise<Answer> => {
    const token = await server.sandbox.ssoToken({}, { objectId: idOf(alias) });
    return await toAnswer(
      await fetch(`${server.origin}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...((body !== undefined || raw !== undefined) && { 'content-type': 'application/json' }),
        },
        ...((body !== undefined || raw !== undefined) && { body: raw ?? JSON.stringify(body) }),
      }),
    );
  };
  const fingerprint = async (list: string) => String((await ask('GET', `/api/${list}`)).body['fingerprint']);
  return {
    ask,
    fingerprint,
    confirm: async (list = 'delegators', id: string = randomUUID()) =>
      await ask('PUT', `/api/confirmations/${list}/${id}`, { fingerprint: await fingerprint(list) }),
    history: async (list = 'delegators', query = '') =>
      await ask('GET', `/api/confirmations/${list}${query}`),
  };
};

const idsIn = ({ body }: Answer) => (body['value'] as { id: string }[]).map(({ id }) => id);

describe.each(['embedded', 'PostgreSQL'] as const)('confirmations, %s:', (kind) => {
  let server: Served;
  beforeAll(async () => {
    server = await (kind === 'embedded'
      ? startServerProcess({ DATA_DIR: newFolder() })
      : startServer({ env: { DATABASE_URL: postgres.url } }));
    await until(async () => (await as(server, 'amina').history()).status === 200);
  }, 30_000);
  beforeEach(async () => {
    server.sandbox.graph.script = undefined;
    for (const alias of ['amina', 'jonas', 'diego'])
      await as(server, alias).ask('DELETE', '/api/confirmations');
  });
  afterAll(() => server.close());

  test('keeps time, ids, rights and active flags as Graph has them, and nothing else', async () => {
    const amina = as(server, 'amina');
    const id = randomUUID();
    const list = (await amina.ask('GET', '/api/delegators')).body;
    const answer = await amina.confirm('delegators', id);

    expect(answer.status).toBe(201);
    expect(Object.keys(answer.body).sort()).toEqual(['confirmedAt', 'entries', 'fingerprint', 'id']);
    expect(answer.body).toMatchObject({ id, fingerprint: list['fingerprint'] });
    expect(Math.abs(Date.parse(String(answer.body['confirmedAt'])) - Date.now())).toBeLessThan(60_000);
    expect(answer.body['entries']).toEqual(
      (list['value'] as Record<string, unknown>[]).map(({ id: entryId, isActive, allowedActions }) => ({
        id: entryId,
        isActive,
        allowedActions,
      })),
    );
    expect((await amina.history()).body).toEqual({ value: [answer.body], next: null });
    expect((await amina.history('delegates')).body).toEqual({ value: [], next: null });
  });

  test('sent again, it is the same, stored once', async () => {
    const amina = as(server, 'amina');
    const id = randomUUID();
    const first = await amina.confirm('delegators', id);
    const again = await amina.confirm('delegators', id.toUpperCase());

    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(idsIn(await amina.history())).toEqual([id]);
  });

  test('sent ten times at once, it is stored once', async () => {
    const amina = as(server, 'amina');
    const id = randomUUID();
    const fingerprint = await amina.fingerprint('delegators');
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

  test('sent again after the list has changed, it is still the one that was stored', async () => {
    const amina = as(server, 'amina');
    const id = randomUUID();
    const first = await amina.confirm('delegators', id);
    server.sandbox.graph.script = ({ path }) =>
      path.includes('/delegators') ? { status: 200, body: { value: [] } } : undefined;

    expect((await amina.confirm('delegators', id)).body).toEqual(first.body);
  });

  test('a list that is not what was seen is not confirmed', async () => {
    const amina = as(server, 'amina');
    const answer = await amina.ask('PUT', `/api/confirmations/delegators/${randomUUID()}`, {
      fingerprint: await amina.fingerprint('delegates'),
    });

    expect(answer).toMatchObject({ status: 409, body: { code: 'list_changed' } });
    expect((await amina.history()).body['value']).toEqual([]);
  });

  test('pages, newest first, each once', async () => {
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

  test('nobody reads or deletes what another has confirmed, not even by its GUID', async () => {
    const [amina, jonas] = [as(server, 'amina'), as(server, 'jonas')];
    const id = randomUUID();
    const mine = await amina.confirm('delegators', id);
    expect((await jonas.history()).body).toEqual({ value: [], next: null });
    const theirs = await jonas.confirm('delegators', id);

    expect(theirs.status).toBe(201);
    expect(theirs.body['entries']).not.toEqual(mine.body['entries']);
    expect((await jonas.ask('DELETE', '/api/confirmations')).status).toBe(204);
    expect((await jonas.history()).body['value']).toEqual([]);
    expect((await amina.history()).body['value']).toEqual([mine.body]);
  });

  test('deleting takes both lists at once and for good', async () => {
    const kenji = as(server, 'diego');
    await kenji.confirm('delegates');
    await kenji.confirm('delegators');
    const answer = await kenji.ask('DELETE', '/api/confirmations');

    expect([answer.status, answer.text]).toEqual([204, '']);
    expect((await kenji.history('delegates')).body['value']).toEqual([]);
    expect((await kenji.history('delegators')).body['value']).toEqual([]);
  });

  test.each<[string, string, string, unknown, number, string]>([
    ['an id that is no GUID', 'PUT', 'delegators/today', { fingerprint: 'x' }, 400, 'invalid_id'],
    ['no body', 'PUT', `delegators/${randomUUID()}`, undefined, 400, 'invalid_request'],
    ['a body without fingerprint', 'PUT', `delegators/${randomUUID()}`, {}, 400, 'invalid_request'],
    [
      'a fingerprint that is a number',
      'PUT',
      `delegators/${randomUUID()}`,
      { fingerprint: 1 },
      400,
      'invalid_request',
    ],
    ['an array', 'PUT', `delegators/${randomUUID()}`, [], 400, 'invalid_request'],
    ['an unknown list', 'PUT', `friends/${randomUUID()}`, { fingerprint: 'x' }, 404, 'not_found'],
    ['a limit of 0', 'GET', 'delegators?limit=0', undefined, 400, 'invalid_request'],
    ['a limit of 101', 'GET', 'delegators?limit=101', undefined, 400, 'invalid_request'],
    ['two limits', 'GET', 'delegators?limit=1&limit=2', undefined, 400, 'invalid_request'],
    ['a cursor of its own making', 'GET', 'delegators?before=yesterday', undefined, 400, 'invalid_request'],
  ])('refuses %s', async (_, method, path, body, status, code) => {
    const answer = await as(server, 'amina').ask(method, `/api/confirmations/${path}`, body);

    expect(answer).toMatchObject({ status, body: { code } });
  });

  test('refuses text that is not JSON, and strangers', async () => {
    const path = `/api/confirmations/delegators/${randomUUID()}`;
    expect(await as(server, 'amina').ask('PUT', path, undefined, '{')).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    });
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const answer = await fetch(`${server.origin}${method === 'DELETE' ? '/api/confirmations' : path.slice(0, 30)}`, { method }); // prettier-ignore
      expect([401, 404]).toContain(answer.status);
    }
    expect((await fetch(`${server.origin}/api/confirmations`, { method: 'DELETE' })).status).toBe(401);
  });
});

const createStoreFor = (url: string, retentionDays = 400): Store =>
  createStore({ config: { kind: 'postgresql', url }, codeFolder: storeFolder, retentionDays });

describe('the store', () => {
  const owner = { tenantId: randomUUID(), objectId: randomUUID() };
  const save = (store: Store, reading: Reading, at = new Date(), id: string = randomUUID()) =>
    store.use((database) => saveConfirmation(database, owner, 'delegates', id, reading, at));
  const read = (store: Store, whose = owner) =>
    store.use((database) =>
      pageConfirmations(database, whose, 'delegates', {
        limit: 10,
        before: undefined,
        since: store.keptSince(),
      }),
    );
  const nobody: Reading = { fingerprint: 'f', entries: [] };

  test('neither tells nor keeps what is older than the retention', async () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    const count = async () => {
      const rows = await postgres.query(`select 1 from confirmations where user_id = '${owner.objectId}'`);
      return rows.length;
    };
    const first = createStoreFor(postgres.url, 30);
    const kept = randomUUID();
    await save(first, nobody, daysAgo(29), kept);
    await save(first, nobody, daysAgo(31));

    expect((await read(first)).value.map(({ id }) => id)).toEqual([kept]);
    expect(await count()).toBe(2);
    await first.close();
    const second = createStoreFor(postgres.url, 30);
    await until(async () => (await read(second)).value.length === 1 && (await count()) === 1);
    await second.close();
  });

  test('takes nothing but the snapshot', async () => {
    const store = createStoreFor(postgres.url);
    const allowedActions = {
      makeCalls: true,
      receiveCalls: null,
      pickUpHeldCalls: false,
      joinActiveCalls: false,
      manageCallAndDelegateSettings: false,
    };
    const person = { displayName: 'Somebody Somewhere', mail: 'some@body.example' };
    await save(store, {
      fingerprint: 'f',
      entries: [{ id: 'a', isActive: true, allowedActions, ...{ person } }],
    });
    const rows = await postgres.query('select * from confirmations');

    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/Somebody|body\.example|displayName/);
    await store.close();
  });

  test('takes the same person in another tenant for another', async () => {
    const store = createStoreFor(postgres.url);
    await save(store, nobody);

    expect((await read(store)).value).not.toEqual([]);
    expect((await read(store, { ...owner, tenantId: randomUUID() })).value).toEqual([]);
    await store.close();
  });
});

describe('embedded in trouble:', () => {
  test('killed in the middle of writes: every acknowledged confirmation is there afterwards', async () => {
    const folder = newFolder();
    const first = await startServerProcess({ DATA_DIR: folder });
    const amina = as(first, 'amina');
    await until(async () => (await amina.history()).status === 200);
    const acknowledged: string[] = [];
    const writing = Promise.allSettled(
      Array.from({ length: 4 }, async () => {
        for (;;) {
          const id = randomUUID();
          if ((await amina.confirm('delegators', id)).status === 201) acknowledged.push(id);
        }
      }),
    );
    await until(() => acknowledged.length >= 20);
    await first.kill();
    await writing;
    const second = await startServerProcess({ DATA_DIR: folder });
    const again = as(second, 'amina');
    await until(async () => (await again.history()).status === 200);
    const kept = idsIn(await again.history('delegators', '?limit=100'));

    expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([]);
    await Promise.all([first.close(), second.close()]);
  }, 60_000);

  test('a second process on the same folder keeps its hands off, and says why', async () => {
    const folder = newFolder();
    const first = await startServerProcess({ DATA_DIR: folder });
    const second = await startServerProcess({ DATA_DIR: folder, LOG_LEVEL: 'error' });
    await until(async () => (await as(first, 'amina').history()).status === 200);

    expect(await as(second, 'amina').history()).toMatchObject({
      status: 503,
      body: { code: 'store_unavailable' },
    });
    expect((await as(second, 'amina').ask('GET', '/api/delegators')).status).toBe(200);
    expect(second.output()).toContain('The database in DATA_DIR is in use by process');
    await Promise.all([first.close(), second.close()]);
  }, 60_000);
});

describe('PostgreSQL in trouble:', () => {
  let server: TestServer;
  afterEach(async () => {
    postgres.resume();
    await server.close();
  });

  test('two instances that start at once on an empty database both work', async () => {
    await postgres.query('drop table if exists confirmations; drop schema if exists drizzle cascade');
    server = await startServer({ env: { DATABASE_URL: postgres.url } });
    const stores = Array.from({ length: 4 }, () => createStoreFor(postgres.url));
    const since = new Date(0);
    const owner = { tenantId: randomUUID(), objectId: randomUUID() };
    const pages = await Promise.all(
      stores.map((store) =>
        store.use((database) =>
          pageConfirmations(database, owner, 'delegates', { limit: 1, before: undefined, since }),
        ),
      ),
    );

    expect(pages).toEqual(Array.from({ length: 4 }, () => ({ value: [], next: null })));
    expect(await postgres.query('select count(*)::int as applied from drizzle.__drizzle_migrations')).toEqual(
      [{ applied: 1 }],
    );
    await Promise.all(stores.map((store) => store.close()));
  }, 30_000);

  test('down at the start: the lists work, confirming says so, and works once it is up', async () => {
    await postgres.kill();
    server = await startServer({ env: { DATABASE_URL: postgres.url } });
    const amina = as(server, 'amina');

    expect((await amina.ask('GET', '/api/delegators')).status).toBe(200);
    expect(await amina.confirm()).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
    expect(await amina.history()).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
    expect(JSON.stringify(server.log)).not.toContain(postgres.url);
    await postgres.start();
    await until(async () => (await amina.confirm()).status === 201);
  }, 40_000);

  test('it hangs: an answer within the time for one operation, and the lists work', async () => {
    server = await startServer({ env: { DATABASE_URL: postgres.url } });
    const amina = as(server, 'amina');
    await until(async () => (await amina.history()).status === 200);
    await postgres.pause();

    expect(await amina.history()).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
    expect((await amina.ask('GET', '/api/delegators')).status).toBe(200);
    postgres.resume();
    await until(async () => (await amina.history()).status === 200);
  }, 40_000);

  test('it takes no writes, as when its disk is full: nothing half-written, and reading goes on', async () => {
    server = await startServer({ env: { DATABASE_URL: postgres.url } });
    const amina = as(server, 'amina');
    await until(async () => (await amina.history()).status === 200);
    await postgres.query('alter database postgres set default_transaction_read_only = on');
    await postgres.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()',
    );
    await until(async () => (await amina.history()).status === 200);
    const before = idsIn(await amina.history());

    expect(await amina.confirm()).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
    expect(idsIn(await amina.history())).toEqual(before);
    await postgres.query('alter database postgres reset default_transaction_read_only');
  }, 30_000);

  test('killed in the middle of writes: every acknowledged confirmation is there afterwards', async () => {
    server = await startServer({ env: { DATABASE_URL: postgres.url } });
    const amina = as(server, 'amina');
    await until(async () => (await amina.ask('DELETE', '/api/confirmations')).status === 204);
    const acknowledged: string[] = [];
    let isKilled = false;
    const writing = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (!isKilled) {
          const id = randomUUID();
          if ((await amina.confirm('delegators', id)).status === 201) acknowledged.push(id);
        }
      }),
    );
    await until(() => acknowledged.length >= 20);
    const killing = postgres.kill();
    isKilled = true;
    await Promise.all([killing, writing]);
    await postgres.start();
    await until(async () => (await amina.history()).status === 200);
    const kept = idsIn(await amina.history('delegators', '?limit=100'));

    expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([]);
    expect(new Set(kept).size).toBe(kept.length);
  }, 40_000);
});
