import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Config } from '../../../src/server/config.js';
import { of, toLines } from '../../../src/tools/doctor/CheckResult.js';
import { checkGraph, checkPages, checkTab } from '../../../src/tools/doctor/endpoints.js';
import { checkGraphCalls } from '../../../src/tools/doctor/graphCalls.js';
import { checkDatabase, checkRedis } from '../../../src/tools/doctor/stores.js';
import { makeCertificate } from '../../support/certificate.js';
import { newFolder } from '../../support/newFolder.js';
import { toReason } from '../../../src/tools/ask.js';
import { createRedisServer } from '../../support/redisServer.js';
import { freePort } from '../../support/startServer.js';
import { testWhere } from '../../support/testWhere.js';
import { aResult, collect, failureOf, useSite, type SiteAnswer } from './site.js';

const site = useSite();

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
  const check = async (answer: SiteAnswer = {}, tabEndpoint = site.origin) => {
    site.setAnswers({ '/tab': { headers, body, ...answer } });
    return await checkTab({ tabEndpoint, clientId } as Config);
  };

  test.each([
    ['webpack’s output', body],
    ['minified output', body.replaceAll('"', '')],
  ])('notes that a loopback address works only for the sandbox: %s', async (_, text) => {
    const message = 'Reachable on loopback, so only the sandbox on this machine can open it.';

    expect(await check({ body: text })).toEqual(aResult('Tab', 'note', message, /TAB_ENDPOINT/));
  });

  const lacksAll = `frame-ancestors lacks ${ancestors.join(' ')}.`;
  test.each<[string, SiteAnswer, message: string, fix: RegExp]>([
    ['is down', { status: 502 }, '{origin}/tab returned 502.', /npm run serve/],
    ['serves another app', { body: clientId }, '{origin}/tab is not this app’s page.', /TAB_ENDPOINT/],
    ['serves another registration', { body: body.replace('a1de', 'b2ef') }, '{origin}/tab belongs to another app registration.', /Restart the server/], // prettier-ignore
    ...ancestors.map((missing): [string, SiteAnswer, string, RegExp] => [
      `may not be framed by ${missing}`,
      { headers: framedBy(...ancestors.filter((name) => name !== missing)) },
      `frame-ancestors lacks ${missing}.`,
      /proxy/,
    ]),
    ['has no policy', { headers: {} }, lacksAll, /proxy/],
    ['has a policy without frame-ancestors', { headers: { 'content-security-policy': "default-src 'none'" } }, lacksAll, /proxy/], // prettier-ignore
    ['may be framed by its own site only', { headers: framedBy("'self'") }, lacksAll, /proxy/],
    [
      'is behind a proxy that adds X-Frame-Options',
      { headers: { ...headers, 'x-frame-options': 'SAMEORIGIN' } },
      'A proxy adds X-Frame-Options, which prevents Teams from framing the tab.',
      /Remove/,
    ],
  ])('fails if it %s', async (_, answer, message, fix) => {
    expect(await check(answer)).toEqual(failed(message.replace('{origin}', site.origin), fix));
  });

  test('fails if the certificate is not trusted', async () => {
    const both = makeCertificate('localhost', 2).both;
    const server = createServer({ key: both, cert: both }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const result = await check({}, url);
    server.close();

    expect(result).toEqual(
      failed(`${url}/tab cannot be reached (DEPTH_ZERO_SELF_SIGNED_CERT).`, /^Its TLS certificate .*Teams/),
    );
  });
});

describe('Microsoft Graph', () => {
  const check = async (answer: SiteAnswer) => {
    site.setAnswers({ '/v1.0/me': answer });
    return await checkGraph({ graphEndpoint: site.origin } as Config);
  };

  test('passes if it answers an anonymous request with a Graph error', async () => {
    expect(await check({ status: 401, body: { error: {} } })).toEqual(
      aResult('Microsoft Graph', 'ok', `${site.origin} is reachable.`),
    );
  });

  test.each([
    ['accepts anonymous requests', 200, { error: {} }],
    ['refuses without a Graph error', 401, { message: 'No.' }],
    ['refuses without JSON', 401, 'No.'],
    ['refuses with null', 401, 'null'],
  ])('fails if it %s', async (_, status, body) => {
    const message = `${site.origin} returned ${status}, so it is not Microsoft Graph.`;

    expect(await check({ status, body })).toEqual(failureOf('Microsoft Graph')(message, /GRAPH_ENDPOINT/));
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
    photo: '/v1.0/users/a/b/photos/48x48/$value',
  } as const;
  const works: Readonly<Record<string, SiteAnswer>> = {
    [answers.delegates]: { body: { value: [{ id: 'a/b' }, { id: 'c' }, { id: 7 }, null] } },
    [answers.delegate]: { body: {} },
    [answers.delegators]: { body: { value: [] } },
    [answers.me]: { body: { id: own } },
    [answers.batch]: { body: { responses: [{ id: '1', status: 200, body: {} }] } },
    [answers.presence]: { body: { value: [] } },
    [answers.photo]: { body: 'JPEG' },
    [answers.photo.replace('a/b', own)]: { body: 'JPEG' },
  };
  const check = async (changed: Readonly<Record<string, SiteAnswer>> = {}, graphEndpoint = site.origin) => {
    site.setAnswers({ ...works, ...changed });
    return await collect(checkGraphCalls({ graphEndpoint } as Config, 'a.b.c'));
  };

  test('calls each operation once, as the user of the token', async () => {
    expect((await check()).map(toLines)).toEqual([
      '✓ List delegators: 0 found.',
      '– Get delegators: The list is empty.',
      '✓ List delegates: 2 found.',
      '✓ Get delegates: Succeeded.',
      '✓ Own profile: Succeeded.',
      '✓ Profiles ($batch): Succeeded.',
      '✓ Presence: Succeeded.',
      '✓ Photo: Succeeded.',
    ]);
    expect(site.asked).toEqual([
      `GET ${answers.delegators}`,
      `GET ${answers.delegates}`,
      `GET ${answers.delegate}`,
      `GET ${answers.me}`,
      `POST ${answers.batch} {"requests":[{"id":"1","method":"GET","url":"/users/a/b?$select=id,displayName"}]}`,
      `POST ${answers.presence} {"ids":["a/b"]}`,
      `GET ${answers.photo}`,
    ]);
    for (const { headers } of site.requests)
      expect(headers).toMatchObject({ authorization: 'Bearer a.b.c', 'content-type': 'application/json' });
  });

  test('queries the user’s own profile if both lists are empty', async () => {
    const results = await check({ [answers.delegates]: { body: { value: 'none' } } });

    expect(results.map(({ outcome }) => outcome).join(' ')).toBe('ok skipped ok skipped ok ok ok ok');
    expect(site.asked.slice(-2)).toEqual([
      `POST ${answers.presence} {"ids":["${own}"]}`,
      `GET ${answers.photo.replace('a/b', own)}`,
    ]);
  });

  test('queries no profile if no user is known', async () => {
    const results = await check({ [answers.delegates]: { body: {} }, [answers.me]: { body: { id: 7 } } });

    expect(results.at(-1)?.check).toBe('Own profile');
    expect(site.asked.at(-1)).toBe(`GET ${answers.me}`);
  });

  const item = (status: number, body: unknown): SiteAnswer => ({ body: { responses: [{ status, body }] } });
  const denied = { error: { code: 'Denied' } };
  const noItem = '200 without an item';
  test.each<[string, path: string, SiteAnswer, returned: string, fix: RegExp]>([
    ['List delegates', answers.delegates, { status: 401, body: { error: { code: 'Expired' } } }, '401 Expired', /Pass a new one/], // prettier-ignore
    ['List delegates', answers.delegates, { status: 403, body: denied }, '403 Denied', /lacks CallDelegation\.Read, .*Set-CsTeamsCallingPolicy/], // prettier-ignore
    ['Get delegates', answers.delegate, { status: 403, body: {} }, '403', /lacks CallDelegation\.Read,/],
    ['Own profile', answers.me, { status: 403, body: 'No.' }, '403', /lacks User\.Read,/],
    ['Profiles ($batch)', answers.batch, { status: 403, body: {} }, '403', /lacks User\.ReadBasic\.All,/],
    ['Profiles ($batch)', answers.batch, item(403, denied), '403 Denied', /lacks User\.ReadBasic\.All,/],
    ['Profiles ($batch)', answers.batch, item(503, 'Later.'), '503', /service health/],
    ['Profiles ($batch)', answers.batch, { body: { responses: [] } }, noItem, /service health/],
    ['Profiles ($batch)', answers.batch, { body: 'no JSON' }, noItem, /service health/],
    ['Presence', answers.presence, { status: 403, body: {} }, '403', /lacks Presence\.Read\.All,/],
    ['Photo', answers.photo, { status: 403, body: {} }, '403', /lacks User\.ReadBasic\.All,/],
    ['Photo', answers.photo, { status: 503, body: {} }, '503', /service health/],
  ])('fails if %s (%s) answers %j', async (name, path, answer, returned, fix) => {
    expect(await check({ [path]: answer })).toContainEqual(failureOf(name)(`Graph returned ${returned}.`, fix)); // prettier-ignore
  });

  test('accepts that a user has no photo', async () => {
    const results = await check({ [answers.photo]: { status: 404 } });

    expect(results.at(-1)).toEqual(aResult('Photo', 'ok', 'Succeeded.'));
  });

  test('reports only that Graph is unreachable', async () => {
    expect(await check({}, `http://127.0.0.1:${await freePort()}`)).toEqual([
      failureOf('Graph calls')('No response (ECONNREFUSED).', /check the network/),
    ]);
  });
});

describe('privacy and terms', () => {
  const name = 'Privacy and terms';
  const failed = failureOf(name);
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  const retention = 'Deleted after 400 days.';

  type Pages = { privacy?: string; terms?: string; change?: Readonly<Record<string, SiteAnswer>> };
  const check = async (pages: Pages, config: Partial<Config> = {}, variables = {}) => {
    site.setAnswers({
      '/privacy?lang=en': { headers, body: `<h1>Privacy</h1>${pages.privacy ?? retention}` },
      '/terms?lang=en': { headers, body: `<h1>Terms</h1>${pages.terms ?? ''}` },
      ...pages.change,
    });
    const whole = { tabEndpoint: site.origin, confirmationRetentionDays: 400, ...config } as Config;
    return await checkPages(whole, variables);
  };
  const notifications = { reminderDays: 0, watchIntervalMinutes: 0 } as Config['notifications'];
  const supportContact = { text: 'Help', href: 'https://help.example/?a=1&b=<">\'' };
  const contact = '<a href="https://help.example/?a=1&#38;b=&#60;&#34;&#62;&#39;">Help</a>';

  const reachable = 'Reachable without sign-in';
  test.each<[string, Pages, Partial<Config>, message: string]>([
    ['that refer to the administrator', {}, {}, `${reachable}. They refer questions to the administrator.`],
    ['with a contact', { privacy: retention + contact, terms: contact }, { supportContact }, `${reachable}, with a contact and the retention period.`], // prettier-ignore
    ['with a long period', { privacy: 'Deleted after 1,000 days.' }, { confirmationRetentionDays: 1_000 }, reachable], // prettier-ignore
    ['with a short period', { privacy: 'Deleted after 1 day.' }, { confirmationRetentionDays: 1 }, reachable],
    ['with notifications', { privacy: `${retention} notifications are sent.` }, { notifications }, reachable],
  ])('accepts pages %s', async (_, pages, config, message) => {
    expect(await check(pages, config)).toEqual(aResult(name, 'ok', new RegExp(`^${message}`)));
    expect(site.asked).toEqual(['GET /privacy?lang=en', 'GET /terms?lang=en']);
  });

  test('notes a missing contact for a publisher', async () => {
    const message = `${reachable}, but they have no contact, which the Microsoft store requires.`;

    expect(await check({}, {}, { PUBLISHER_NAME: 'Alder Finch' })).toEqual(
      aResult(name, 'note', message, /SUPPORT_CONTACT.*--publish/),
    );
  });

  test.each<[string, SiteAnswer, status: number]>([
    ['a redirect to a sign-in page', { status: 302 }, 302],
    ['an error that looks like a page', { status: 404 }, 404],
    ['a response without a content type', { headers: {} }, 200],
    ['a response of another content type', { headers: { 'content-type': 'text/plain' } }, 200],
    ['an empty page', { body: retention }, 200],
  ])('fails for %s in place of a page', async (_, answer, status) => {
    for (const path of ['/privacy?lang=en', '/terms?lang=en']) {
      const change = { [path]: { headers, body: `<h1>Page</h1>${retention}`, ...answer } };

      expect(await check({ change })).toEqual(
        failed(`${site.origin}${path} returned ${status} without a page.`, /without sign-in/),
      );
    }
  });

  test.each<[message: string, privacy: string, config: Partial<Config>]>([
    ['The privacy page does not say that confirmations are deleted after 30 days.', retention, { confirmationRetentionDays: 30 }], // prettier-ignore
    ['The privacy page does not say that confirmations are deleted after 1 day.', retention, { confirmationRetentionDays: 1 }], // prettier-ignore
    ['The privacy page does not say that confirmations are deleted after 1,000 days.', retention, { confirmationRetentionDays: 1_000 }], // prettier-ignore
    ['The privacy page mentions notifications, but they are off in this configuration.', `${retention} Notifications are sent.`, {}], // prettier-ignore
    ['The privacy page does not mention notifications, but they are on in this configuration.', retention, { notifications }], // prettier-ignore
    ['/privacy and /terms lack the contact.', retention, { supportContact }],
    ['/terms lack the contact.', retention + contact, { supportContact }],
  ])('%s', async (message, privacy, config) => {
    expect(await check({ privacy }, config)).toEqual(failed(message, /^Restart the server with the config/));
  });
});

test('Redis passes while it answers', async () => {
  const redis = await createRedisServer();
  await redis.start();
  const result = await checkRedis({ sharedTokenCache: { url: redis.url } } as Config);
  await redis.kill();

  expect(result).toEqual(aResult('Redis', 'ok', 'Reachable.'));
});

describe('the database', () => {
  const failed = failureOf('Database');
  const check = (folder: string) => checkDatabase({ store: { kind: 'embedded', folder } } as Config);

  test.each(['.', 'not/made/yet'])('passes with the folder %s', async (path) => {
    const folder = join(newFolder(), path);
    const message = `Embedded, in ${folder}, for one instance only.`;

    expect(await check(folder)).toEqual(aResult('Database', 'ok', message));
  });

  test.each(['file', 'file/data'])('fails with the folder %s', async (path) => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), '');

    expect(await check(join(folder, path))).toEqual(
      failed(`${join(folder, 'file')} is a file.`, /^Set DATA_DIR to a folder/),
    );
  });

  testWhere(
    process.getuid?.() !== 0 && process.platform !== 'win32',
    'a folder that may not be written to, since this account may write anywhere',
  )('fails if this account may not write to the folder', async () => {
    const folder = join(newFolder(), 'closed');
    mkdirSync(folder, { mode: 0o500 });

    expect(await check(folder)).toEqual(failed(`${folder} is not writable.`, /DATA_DIR or DATABASE_URL/));
  });
});

test('prints a failure with its fix below', () => {
  expect(toLines(of('Clock').failed('Wrong.', 'Set it.'))).toBe('✗ Clock: Wrong.\n    Set it.');
});

test('reports a timeout in words, not by its number', async () => {
  const unanswered = fetch('data:,', {
    signal: AbortSignal.abort(new DOMException('No answer', 'TimeoutError')),
  });
  expect(toReason(await unanswered.catch((error: unknown) => error))).toBe('No answer');
});
