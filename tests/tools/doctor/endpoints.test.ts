import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Config } from '../../../src/server/config.js';
import { of, toLines, type CheckResult } from '../../../src/tools/doctor/CheckResult.js';
import { checkGraph, checkTab } from '../../../src/tools/doctor/endpoints.js';
import { checkGraphCalls } from '../../../src/tools/doctor/graphCalls.js';
import { checkPages } from '../../../src/tools/doctor/pages.js';
import { checkDatabase, checkRedis } from '../../../src/tools/doctor/stores.js';
import { makeCertificate } from '../../support/certificate.js';
import { newFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { createRedisServer } from '../../support/redisServer.js';
import { freePort } from '../../support/startServer.js';
import { testWhere } from '../../support/testWhere.js';
import { aResult, failureOf, startSite, type Site, type SiteAnswer } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await site.close();
  removeFolders();
});

test.each([
  ['Tab', checkTab, '/tab', /^Start the server/],
  ['Microsoft Graph', checkGraph, '', /GRAPH_ENDPOINT/],
  ['Privacy and terms', checkPages, '/privacy?lang=en', /TAB_ENDPOINT/],
] as const)('%s fails if the address is unreachable', async (name, check, path, fix) => {
  const unreachable = `http://127.0.0.1:${await freePort()}`;
  const config = { tabEndpoint: unreachable, graphEndpoint: unreachable } as Config;

  expect(await check(config, {})).toEqual(
    aResult(name, 'failed', `${unreachable}${path} cannot be reached (ECONNREFUSED).`, fix),
  );
});

describe('the tab', () => {
  const failed = failureOf('Tab');
  const clientId = 'a1de4f1c-0000-4000-8000-0000000000bb';
  const body = `<script id="page-config">${clientId}</script>`;
  const ancestors = [
    'https://teams.microsoft.com',
    'https://*.teams.microsoft.com',
    'https://*.cloud.microsoft',
  ];
  const framedBy = (...names: readonly string[]) => ({
    'content-security-policy': `default-src 'none'; frame-ancestors ${names.join(' ')}; base-uri 'none'`,
  });
  const headers = framedBy('https://*.office.com', ...ancestors);
  const check = (tabEndpoint = site.origin) => checkTab({ tabEndpoint, clientId } as Config);

  test.each([
    ['webpack’s output', body],
    ['minified output', body.replaceAll('"', '')],
  ])('notes that a loopback address works only for the sandbox: %s', async (_, text) => {
    site.setAnswers({ '/tab': { headers, body: text } });

    expect(await check()).toEqual(
      aResult(
        'Tab',
        'note',
        'Reachable on loopback, so only the sandbox on this machine can open it.',
        /TAB_ENDPOINT/,
      ),
    );
  });

  test.each<[string, SiteAnswer, message: string, fix: RegExp]>([
    ['is down', { status: 502, headers, body }, '/tab returned 502.', /npm run serve/],
    ['serves another app', { headers, body: clientId }, '/tab is not this app’s page.', /TAB_ENDPOINT/],
    [
      'serves another registration',
      { headers, body: body.replace('a1de', 'b2ef') },
      '/tab belongs to another app registration.',
      /Restart the server/,
    ],
  ])('fails if the address %s', async (_, answer, message, fix) => {
    site.setAnswers({ '/tab': answer });

    expect(await check()).toEqual(failed(`${site.origin}${message}`, fix));
  });

  test.each(ancestors)('fails if %s may not frame the tab', async (missing) => {
    site.setAnswers({ '/tab': { headers: framedBy(...ancestors.filter((name) => name !== missing)), body } });

    expect(await check()).toEqual(failed(`frame-ancestors lacks ${missing}.`, /proxy/));
  });

  test.each([
    ['without a policy', {}],
    ['with a policy without frame-ancestors', { 'content-security-policy': "default-src 'none'" }],
    ['with a policy that allows only its own site', framedBy("'self'")],
  ])('%s', async (_, otherHeaders) => {
    site.setAnswers({ '/tab': { headers: otherHeaders, body } });

    expect(await check()).toEqual(failed(`frame-ancestors lacks ${ancestors.join(' ')}.`, /proxy/));
  });

  test('fails if a proxy adds X-Frame-Options', async () => {
    site.setAnswers({ '/tab': { headers: { ...headers, 'x-frame-options': 'SAMEORIGIN' }, body } });

    expect(await check()).toEqual(
      failed('A proxy adds X-Frame-Options, which prevents Teams from framing the tab.', /Remove/),
    );
  });

  test('fails if the certificate is not trusted', async () => {
    const both = readFileSync(makeCertificate(newFolder(), 'localhost', 2).path);
    const server = createServer({ key: both, cert: both }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const result = await check(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();

    expect(result.message).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(result.fix).toMatch(/^Its TLS certificate .*Teams would reject/);
  });
});

describe('Microsoft Graph', () => {
  const failed = failureOf('Microsoft Graph');
  const check = (graphEndpoint = site.origin) => checkGraph({ graphEndpoint } as Config);

  test('passes if it answers an anonymous request with a Graph error', async () => {
    site.setAnswers({ '/v1.0/me': { status: 401, body: { error: {} } } });

    expect(await check()).toEqual(aResult('Microsoft Graph', 'ok', `${site.origin} is reachable.`));
  });

  test.each<[string, SiteAnswer]>([
    ['accepts anonymous requests', { status: 200, body: { error: {} } }],
    ['refuses without a Graph error', { status: 401, body: { message: 'No.' } }],
    ['refuses without JSON', { status: 401, body: 'No.' }],
    ['refuses with null', { status: 401, body: 'null' }],
  ])('fails if it %s', async (_, answer) => {
    site.setAnswers({ '/v1.0/me': answer });
    const { status = 0 } = answer;

    expect(await check()).toEqual(
      failed(`${site.origin} returned ${status}, so it is not Microsoft Graph.`, /GRAPH_ENDPOINT/),
    );
  });
});

describe('Graph calls', () => {
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

    expect(results.map(({ outcome }) => outcome).join(' ')).toBe('ok skipped ok skipped ok ok ok ok');
    expect(site.asked.slice(-2)).toEqual([
      `POST ${answers.presence} {"ids":["${own}"]}`,
      `GET ${photo(own)}`,
    ]);
  });

  test('queries no profile if no user is known', async () => {
    const results = await check({ [answers.delegates]: { body: {} }, [answers.me]: { body: { id: 7 } } });

    expect(results.at(-1)?.check).toBe('Own profile');
    expect(site.asked.at(-1)).toBe(`GET ${answers.me}`);
  });

  test.each<[string, string, SiteAnswer, message: string, fix: RegExp]>([
    ['List delegates', answers.delegates, { status: 401, body: { error: { code: 'Expired' } } }, 'Graph returned 401 Expired.', /Pass a new one/], // prettier-ignore
    [
      'List delegates',
      answers.delegates,
      { status: 403, body: { error: { code: 'Denied' } } },
      'Graph returned 403 Denied.',
      /lacks CallDelegation\.Read, .*Set-CsTeamsCallingPolicy/,
    ],
    ['Get delegates', answers.delegate, { status: 403, body: {} }, 'Graph returned 403.', /lacks CallDelegation\.Read,/], // prettier-ignore
    ['Own profile', answers.me, { status: 403, body: 'No.' }, 'Graph returned 403.', /lacks User\.Read,/],
    ['Profiles ($batch)', answers.batch, { status: 403, body: {} }, 'Graph returned 403.', /lacks User\.ReadBasic\.All,/], // prettier-ignore
    [
      'Profiles ($batch)',
      answers.batch,
      { body: { responses: [{ status: 403, body: { error: { code: 'Denied' } } }] } },
      'Graph returned 403 Denied.',
      /lacks User\.ReadBasic\.All,/,
    ],
    ['Profiles ($batch)', answers.batch, { body: { responses: [{ status: 503, body: 'Later.' }] } }, 'Graph returned 503.', /service health/], // prettier-ignore
    ['Profiles ($batch)', answers.batch, { body: { responses: [] } }, 'Graph returned 200 without an item.', /service health/], // prettier-ignore
    ['Profiles ($batch)', answers.batch, { body: 'no JSON' }, 'Graph returned 200 without an item.', /service health/], // prettier-ignore
    ['Presence', answers.presence, { status: 403, body: {} }, 'Graph returned 403.', /lacks Presence\.Read\.All,/], // prettier-ignore
    ['Photo', photo('a/b'), { status: 403, body: {} }, 'Graph returned 403.', /lacks User\.ReadBasic\.All,/],
    ['Photo', photo('a/b'), { status: 503, body: {} }, 'Graph returned 503.', /service health/],
  ])('fails if %s (%s) answers %j', async (name, path, answer, message, fix) => {
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
});

describe('privacy and terms', () => {
  const name = 'Privacy and terms';
  const failed = failureOf(name);
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  const privacy = (text: string): SiteAnswer => ({ headers, body: `<h1>Privacy</h1>${text}` });
  const terms = (text = ''): SiteAnswer => ({ headers, body: `<h1>Terms</h1>${text}` });
  const retention = 'Deleted after 400 days.';

  const check = async (
    pages: { privacy?: SiteAnswer; terms?: SiteAnswer },
    config: Partial<Config> = {},
    variables = {},
  ) => {
    site.setAnswers({
      '/privacy?lang=en': pages.privacy ?? privacy(retention),
      '/terms?lang=en': pages.terms ?? terms(),
    });
    const whole = { tabEndpoint: site.origin, confirmationRetentionDays: 400, ...config } as Config;
    return await checkPages(whole, variables);
  };
  const notifications = { reminderDays: 0, watchIntervalMinutes: 0 } as Config['notifications'];
  const supportContact = { text: 'Help', href: 'https://help.example/?a=1&b=<">\'' };
  const contact = '<a href="https://help.example/?a=1&#38;b=&#60;&#34;&#62;&#39;">Help</a>';

  test('accepts pages that refer questions to the administrator', async () => {
    expect(await check({})).toEqual(
      aResult(name, 'ok', 'Reachable without sign-in. They refer questions to the administrator.'),
    );
    expect(site.asked).toEqual(['GET /privacy?lang=en', 'GET /terms?lang=en']);
  });

  test('accepts pages with a contact', async () => {
    const pages = { privacy: privacy(retention + contact), terms: terms(contact) };

    expect(await check(pages, { supportContact })).toEqual(
      aResult(name, 'ok', 'Reachable without sign-in, with a contact and the retention period.'),
    );
  });

  test('notes a missing contact for a publisher', async () => {
    expect(await check({}, {}, { PUBLISHER_NAME: 'Alder Finch' })).toEqual(
      aResult(
        name,
        'note',
        'Reachable without sign-in, but they have no contact, which the Microsoft store requires.',
        /SUPPORT_CONTACT.*--publish/,
      ),
    );
  });

  test.each<[string, SiteAnswer, number]>([
    ['a redirect to a sign-in page', { ...privacy(retention), status: 302 }, 302],
    ['an error that looks like a page', { ...privacy(retention), status: 404 }, 404],
    ['a response without a content type', { body: `<h1>Privacy</h1>${retention}` }, 200],
    ['a response of another content type', { ...privacy(retention), headers: { 'content-type': 'text/plain' } }, 200], // prettier-ignore
    ['an empty page', { headers, body: retention }, 200],
  ])('fails for %s in place of a page', async (_, answer, status) => {
    for (const path of ['privacy', 'terms'])
      expect(await check({ [path]: answer })).toEqual(
        failed(`${site.origin}/${path}?lang=en returned ${status} without a page.`, /without sign-in/),
      );
  });

  test.each<[message: string, text: string, config: Partial<Config>]>([
    ['The privacy page does not say that confirmations are deleted after 30 days.', retention, { confirmationRetentionDays: 30 }], // prettier-ignore
    ['The privacy page does not say that confirmations are deleted after 1 day.', retention, { confirmationRetentionDays: 1 }], // prettier-ignore
    ['The privacy page does not say that confirmations are deleted after 1,000 days.', retention, { confirmationRetentionDays: 1_000 }], // prettier-ignore
    ['The privacy page mentions notifications, but they are off in this configuration.', `${retention} Notifications are sent.`, {}], // prettier-ignore
    ['The privacy page does not mention notifications, but they are on in this configuration.', retention, { notifications }], // prettier-ignore
    ['/privacy and /terms lack the contact.', retention, { supportContact }],
    ['/terms lack the contact.', retention + contact, { supportContact }],
  ])('%s', async (message, text, config) => {
    expect(await check({ privacy: privacy(text) }, config)).toEqual(
      failed(message, /^Restart the server with the configuration/),
    );
  });

  test.each<[text: string, config: Partial<Config>]>([
    ['Deleted after 1,000 days.', { confirmationRetentionDays: 1_000 }],
    ['Deleted after 1 day.', { confirmationRetentionDays: 1 }],
    [`${retention} notifications are sent.`, { notifications }],
  ])('accepts %s', async (text, config) => {
    expect(await check({ privacy: privacy(text) }, config)).toMatchObject({ outcome: 'ok' });
  });
});

describe('stores', () => {
  afterAll(removeFolders);

  describe('Redis', () => {
    const check = (url?: string) =>
      checkRedis({
        sharedTokenCache: url === undefined ? undefined : { url, key: Buffer.alloc(32) },
      } as Config);

    test('is optional', async () => {
      expect(await check()).toEqual(
        aResult('Redis', 'skipped', 'REDIS_URL is not set. Each instance has its own token cache.'),
      );
    });

    test('passes while it answers and fails after it stops', async () => {
      const redis = await createRedisServer();
      await redis.start();
      expect(await check(redis.url)).toEqual(aResult('Redis', 'ok', 'Reachable.'));
      await redis.kill();

      expect(await check(redis.url)).toEqual(
        aResult('Redis', 'failed', 'Cannot be reached (ECONNREFUSED).', /^Start Redis, .*REDIS_URL/),
      );
    });
  });

  describe('the embedded database', () => {
    const check = (folder: string) => checkDatabase({ store: { kind: 'embedded', folder } } as Config);

    test.each(['.', 'not/made/yet'])('passes with the folder %s', async (path) => {
      const folder = join(newFolder(), path);

      expect(await check(folder)).toEqual(
        aResult('Database', 'ok', `Embedded, in ${folder}, for one instance only.`),
      );
    });

    test.each(['file', 'file/data'])('fails with the folder %s', async (path) => {
      const folder = newFolder();
      writeFileSync(join(folder, 'file'), '');

      expect(await check(join(folder, path))).toEqual(
        aResult('Database', 'failed', `${join(folder, 'file')} is a file.`, /^Set DATA_DIR to a folder/),
      );
    });

    testWhere(
      process.getuid?.() !== 0 && process.platform !== 'win32',
      'a folder that may not be written to, since this account may write anywhere',
    )('fails if this account may not write to the folder', async () => {
      const folder = join(newFolder(), 'closed');
      mkdirSync(folder, { mode: 0o500 });

      expect(await check(folder)).toEqual(
        aResult('Database', 'failed', `${folder} is not writable.`, /DATA_DIR or DATABASE_URL/),
      );
    });
  });

  test('fails if PostgreSQL is unreachable', async () => {
    const url = `postgresql://me@127.0.0.1:${await freePort()}/x`;

    expect(await checkDatabase({ store: { kind: 'postgresql', url } } as Config)).toEqual(
      aResult('Database', 'failed', 'Cannot be reached (ECONNREFUSED).', /^Start PostgreSQL, .*DATABASE_URL/),
    );
  });
});

const { ok, note, failed, skipped } = of('Clock');

test.each<[CheckResult, string]>([
  [ok('Right.'), '✓ Clock: Right.'],
  [note('Nearly right.', 'Wind it.'), '! Clock: Nearly right.\n    Wind it.'],
  [failed('Wrong.', 'Set it.'), '✗ Clock: Wrong.\n    Set it.'],
  [skipped('Not looked at.'), '– Clock: Not looked at.'],
])('formats %j as %j', (result, lines) => {
  expect(toLines(result)).toBe(lines);
});
