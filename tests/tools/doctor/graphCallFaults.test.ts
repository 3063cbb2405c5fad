import type { Config } from '../../../src/server/config.js';
import { checkGraphCalls } from '../../../src/tools/doctor/graphCalls.js';
import { freePort } from '../../support/startServer.js';
import { aResult, startSite, type Site, type SiteAnswer } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const settings = '/beta/me/communications/callSettings';
const own = 'd0000000-0000-4000-8000-000000000000';
const answers = {
  delegates: `${settings}/delegates`,
  delegate: `${settings}/delegates/a%2Fb`,
  delegators: `${settings}/delegators`,
  me: '/v1.0/me?$select=id',
  batch: '/v1.0/$batch',
  presence: '/v1.0/communications/getPresencesByUserId',
} as const;
const photo = (id: string) => `/v1.0/users/${id}/photos/48x48/$value`;
const works: Readonly<Record<string, SiteAnswer>> = {
  [answers.delegates]: { body: { value: [{ id: 'a/b' }, { id: 'c' }, { id: 7 }, null] } },
  [answers.delegate]: { body: {} },
  [answers.delegators]: { body: { value: [] } },
  [answers.me]: { body: { id: own } },
  [answers.batch]: { body: { responses: [{ id: '1', status: 200, body: {} }] } },
  [answers.presence]: { body: { value: [] } },
  [photo('a/b')]: { body: 'JPEG' },
  [photo(own)]: { body: 'JPEG' },
};
const check = async (changed: Readonly<Record<string, SiteAnswer>> = {}, graphEndpoint = site.origin) => {
  site.setAnswers({ ...works, ...changed });
  return await checkGraphCalls({ graphEndpoint } as Config, 'a.b.c');
};
const find = async (name: string, changed: Readonly<Record<string, SiteAnswer>>) =>
  (await check(changed)).find(({ check: named }) => named === name);

test('calls each operation once, as the user of the token', async () => {
  expect(await check()).toEqual([
    aResult('List delegators', 'ok', '0 found.'),
    aResult('Get delegators', 'skipped', 'The list is empty.'),
    aResult('List delegates', 'ok', '2 found.'),
    aResult('Get delegates', 'ok', 'Succeeded.'),
    aResult('Own profile', 'ok', 'Succeeded.'),
    aResult('Profiles ($batch)', 'ok', 'Succeeded.'),
    aResult('Presence', 'ok', 'Succeeded.'),
    aResult('Photo', 'ok', 'Succeeded.'),
  ]);
  expect(site.asked).toEqual([
    `GET ${answers.delegators}`,
    `GET ${answers.delegates}`,
    `GET ${answers.delegate}`,
    `GET ${answers.me}`,
    `POST ${answers.batch} {"requests":[{"id":"1","method":"GET","url":"/users/a/b?$select=id,displayName"}]}`,
    `POST ${answers.presence} {"ids":["a/b"]}`,
    `GET ${photo('a/b')}`,
  ]);
  for (const { headers } of site.requests) {
    expect(headers.authorization).toBe('Bearer a.b.c');
    expect(headers['content-type']).toBe('application/json');
  }
});

test('queries the user’s own profile if both lists are empty', async () => {
  const results = await check({ [answers.delegates]: { body: { value: 'none' } } });

  expect(results.map(({ outcome }) => outcome)).toEqual([
    'ok',
    'skipped',
    'ok',
    'skipped',
    'ok',
    'ok',
    'ok',
    'ok',
  ]);
  expect(site.asked.slice(-2)).toEqual([`POST ${answers.presence} {"ids":["${own}"]}`, `GET ${photo(own)}`]);
});

test('queries no profile if no user is known', async () => {
  const results = await check({ [answers.delegates]: { body: {} }, [answers.me]: { body: { id: 7 } } });

  expect(results.at(-1)?.check).toBe('Own profile');
  expect(site.asked.at(-1)).toBe(`GET ${answers.me}`);
});

test.each<[string, string, SiteAnswer, message: string, fix: RegExp]>([
  [
    'List delegates',
    answers.delegates,
    { status: 401, body: { error: { code: 'Expired' } } },
    'Graph returned 401 Expired.',
    /Pass a new one/,
  ],
  [
    'List delegates',
    answers.delegates,
    { status: 403, body: { error: { code: 'Denied' } } },
    'Graph returned 403 Denied.',
    /lacks CallDelegation\.Read, .*Set-CsTeamsCallingPolicy/,
  ],
  [
    'Get delegates',
    answers.delegate,
    { status: 403, body: {} },
    'Graph returned 403.',
    /lacks CallDelegation\.Read,/,
  ],
  ['Own profile', answers.me, { status: 403, body: 'No.' }, 'Graph returned 403.', /lacks User\.Read,/],
  [
    'Profiles ($batch)',
    answers.batch,
    { status: 403, body: {} },
    'Graph returned 403.',
    /lacks User\.ReadBasic\.All,/,
  ],
  [
    'Profiles ($batch)',
    answers.batch,
    { body: { responses: [{ status: 403, body: { error: { code: 'Denied' } } }] } },
    'Graph returned 403 Denied.',
    /lacks User\.ReadBasic\.All,/,
  ],
  [
    'Profiles ($batch)',
    answers.batch,
    { body: { responses: [{ status: 503, body: 'Later.' }] } },
    'Graph returned 503.',
    /service health/,
  ],
  [
    'Profiles ($batch)',
    answers.batch,
    { body: { responses: [] } },
    'Graph returned 200 without an item.',
    /service health/,
  ],
  [
    'Profiles ($batch)',
    answers.batch,
    { body: 'no JSON' },
    'Graph returned 200 without an item.',
    /service health/,
  ],
  [
    'Presence',
    answers.presence,
    { status: 403, body: {} },
    'Graph returned 403.',
    /lacks Presence\.Read\.All,/,
  ],
  ['Photo', photo('a/b'), { status: 403, body: {} }, 'Graph returned 403.', /lacks User\.ReadBasic\.All,/],
  ['Photo', photo('a/b'), { status: 503, body: {} }, 'Graph returned 503.', /service health/],
])('fails if %s (%s) answers %j', async (name, path, answer, message, fix) => {
  // prettier-ignore
  expect(await find(name, { [path]: answer })).toEqual(aResult(name, 'failed', message, fix));
});

test('accepts that a user has no photo', async () => {
  expect(await find('Photo', { [photo('a/b')]: { status: 404 } })).toEqual(
    aResult('Photo', 'ok', 'Succeeded.'),
  );
});

test('reports only that Graph is unreachable', async () => {
  expect(await check({}, `http://127.0.0.1:${await freePort()}`)).toEqual([
    aResult('Graph calls', 'failed', 'No response (ECONNREFUSED).', /check the network/),
  ]);
});
