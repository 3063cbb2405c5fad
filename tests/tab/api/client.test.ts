import { createApi } from '../../../src/tab/api/client.js';

const asked: string[][] = [];
const api = createApi({ getSsoToken: () => Promise.resolve('token') });

beforeEach(() => {
  asked.length = 0;
  jest.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal);
  globalThis.fetch = (path) => {
    const ids = new URL(path as string, 'https://tab.example').searchParams.getAll('id');
    asked.push(ids);
    const body = { value: ids.map((id) => ({ id })) };
    const headers = new Headers({ 'content-type': 'application/json' });
    return Promise.resolve({ ok: true, status: 200, headers, json: () => Promise.resolve(body) } as Response);
  };
});

test('splits a request for more people than the server allows, and keeps their order', async () => {
  const ids = Array.from({ length: 120 }, (_, at) => String(at));

  expect((await api.getPeople(ids)).map(({ id }) => id)).toEqual(ids);
  expect(asked.map(({ length }) => length)).toEqual([50, 50, 20]);
});

test('sends no request for no people', async () => {
  expect(await api.getProfiles([])).toEqual([]);
  expect(asked).toEqual([]);
});
