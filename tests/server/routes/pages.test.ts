import { createHash } from 'node:crypto';
import { languages, type LanguageTag } from '../../../src/contract/languages.js';
import { parseConfig } from '../../../src/server/config.js';
import { notificationMigrations } from '../../../src/server/notifications/migrations.js';
import { acceptedLanguages } from '../../../src/server/routes/requestInput.js';
import { readPages } from '../../../src/server/routes/builtPages.js';
import { readMessages } from '../../support/readMessages.js';
import { readPage, textsOf } from '../../support/readPage.js';
import { toAnswer, useServer, type Answer } from '../../support/startServer.js';

const server = useServer();

const fetchPage = async (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  await toAnswer(await fetch(`${server.origin}${path}`, { headers }));

const withoutScript = ['/', '/privacy', '/terms'];
const standalone = [...withoutScript, '/auth/start', '/auth/end'];

describe('the language of a page is', () => {
  test.each<[why: string, path: string, acceptLanguage: string, tag: LanguageTag]>([
    ['the browser’s', '/privacy', 'de', 'de'],
    ['the one with the highest weight, in any position', '/privacy', 'en;q=0.3, ja;q=0.9, de;q=0.8', 'ja'],
    ['the next one if the first is not supported', '/', 'nl-NL, nl;q=0.9, es-MX;q=0.8, en;q=0.7', 'es'],
    ['never one with weight 0', '/', 'de;q=0, ar;q=0.1', 'ar'],
    ['English if none is supported', '/', 'eo', 'en'],
    ['English for an invalid header', '/', ';;;q=,=', 'en'],
    ['that of ?lang=, before the browser’s', '/privacy?lang=ar', 'de', 'ar'],
    ['the browser’s if ?lang= is invalid', '/privacy?lang=../../x', 'de', 'de'],
    ['the browser’s if ?lang= is repeated', '/privacy?lang=fr&lang=es', 'de', 'de'],
  ])('%s: %s with %j is %s', async (_, path, acceptLanguage, tag) => {
    const { headers, text } = await fetchPage(path, { 'accept-language': acceptLanguage });

    expect(headers.get('content-language')).toBe(tag);
    expect(headers.get('vary')).toBe('Accept-Language, Accept-Encoding');
    expect(text).toContain(`<html lang="${tag}"`);
  });

  test('parsed from at most 512 characters, without a partial tag', () => {
    const languagesOf = (header: string) => acceptedLanguages({ headers: { 'accept-language': header } });

    expect(languagesOf('a,'.repeat(7_700)).length).toBeLessThanOrEqual(256);
    expect(languagesOf(`${'a,'.repeat(254)}de-AT,fr`)).not.toContain('de');
    expect(languagesOf(`de,${'x'.repeat(15_000)}`)).toEqual(['de']);
    expect(languagesOf('x'.repeat(15_000))).toEqual([]);
  });
});

describe.each(languages)('in $tag', ({ tag, direction }) => {
  test.each(standalone)(
    '%s is complete without sign-in, and links to every language and page',
    async (path) => {
      const { status, headers, text } = await fetchPage(`${path}?lang=${tag}`);

      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(text).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${tag}" dir="${direction}">`));
      expect(text).toMatch(/<h1>.+<\/h1>/);
      expect(text).not.toMatch(/\{\{|\}\}|undefined|\[object/);
      for (const other of withoutScript) expect(text).toContain(`<a href="${other}?lang=${tag}"`);
      for (const { tag: other, name } of languages) {
        const link = `<a href="${path.replace('start', 'end')}?lang=${other}" lang="${other}" hrefLang="${other}"`;
        expect(text.slice(text.indexOf(link))).toContain(`>${name}</a>`);
      }
    },
  );

  test('the tab’s page shows its loading state', async () => {
    const { headers, text } = await fetchPage('/tab', { 'accept-language': `${tag},en;q=0.5` });

    expect(headers.get('content-language')).toBe(tag);
    expect(text).toContain(`<html lang="${tag}" dir="${direction}"`);
    expect(text).toContain(`aria-label="${readMessages(tag).first.loading}"`);
    expect(text).not.toContain('{{');
  });
});

test.each(withoutScript)(
  'an information page runs no script and loads nothing from elsewhere: %s',
  async (path) => {
    const { headers, text } = await fetchPage(path);
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
    const targets = [...text.matchAll(/(?:src|href)="(?!\/)([^"]*)"/g)].map(([, target]) => target);

    expect(text).not.toMatch(/<script|\son\w+=|javascript:|style=/i);
    expect(targets).toEqual(['data:,']);
    expect(headers.get('content-security-policy')).toContain(
      `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    );
  },
);

test('the pages of the sign-in window have one script, from this server, and its configuration', async () => {
  const { text } = await fetchPage('/auth/end');

  expect(text.match(/<script/g)).toHaveLength(2);
  expect(text).toContain(`"clientId":"${server.sandbox.env['AAD_APP_CLIENT_ID'] ?? ''}"`);
  expect(text).toMatch(/<script defer src="\/assets\/auth\.[0-9a-f]+\.js">/);
});

test('no part of the URL appears in a page', async () => {
  for (const path of standalone) {
    const { text } = await fetchPage(
      `${path}?error=marker&error_description=%3Cmarker%3E&lang=marker&theme=dark`,
    );

    expect(text).not.toContain('marker');
    expect(text).toBe((await fetchPage(path)).text);
  }
});

/** Returns the pages of a server with this configuration. */
const readWith = (
  env: Readonly<Record<string, string>>,
  paths: readonly string[],
  tag: LanguageTag = 'en',
) => {
  const { tab, standalone: pages } = readPages('dist/tab', parseConfig({ ...server.sandbox.env, ...env }));
  return paths.map((path) => (path === '/tab' ? tab : pages.get(path))?.(tag)).join('\n');
};

describe('the standalone pages', () => {
  test.each(['/privacy', '/terms'])('contain the public host name of the server: %s', async (path) => {
    expect((await fetchPage(path)).text).toContain('tab.alder-finch.example');
  });

  test.each<[days: string, tag: LanguageTag, words: string]>([
    ['1', 'en', 'after 1 day.'],
    ['1', 'ar', 'بعد يوم واحد'],
    ['400', 'en', 'after 400 days'],
    ['400', 'de', 'nach 400 Tagen'],
    ['400', 'ja', '400 日後'],
    ['36500', 'en', '36,500 days'],
    ['36500', 'de', '36.500 Tagen'],
    ['36500', 'ar', '36,500'],
  ])('state that confirmations are stored for %s days, in the form of %s', (days, tag, words) => {
    expect(readWith({ CONFIRMATION_RETENTION_DAYS: days }, ['/privacy'], tag)).toContain(words);
  });

  const asksAdministrator = 'Ask the administrator who gave you this app.';
  const teamsAppId = '0f8fad5b-d9cb-469f-a165-70867728950e';

  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['a mail address', { SUPPORT_CONTACT: 'help+delegates@contoso.com' }, '/privacy', '<a href="mailto:help+delegates@contoso.com" rel="external noreferrer"><bdi dir="ltr">help+delegates@contoso.com</bdi></a>'], // prettier-ignore
    ['a mail address, for the help of the tab', { SUPPORT_CONTACT: 'help@contoso.com' }, '/tab', '"supportContact":{"text":"help@contoso.com","href":"mailto:help@contoso.com"}'], // prettier-ignore
    ['a website', { SUPPORT_CONTACT: 'https://help.contoso.com/delegates?a=1&b="2' }, '/privacy', '<a href="https://help.contoso.com/delegates?a=1&#38;b=%222" rel="external noreferrer">'], // prettier-ignore
    ['the app in Teams', { TEAMS_APP_ID: teamsAppId }, '/', `https://teams.microsoft.com/l/app/${teamsAppId}"`], // prettier-ignore
  ])('link to %s if it is configured', async (_, env, path, link) => {
    expect(readWith(env, [path])).toContain(link);
    expect((await fetchPage(path)).text).not.toMatch(/mailto:|rel="external|teams\.microsoft\.com/);
  });

  test('refer to the administrator only without a support contact', async () => {
    for (const path of withoutScript) expect((await fetchPage(path)).text).toContain(asksAdministrator);
    expect(readWith({ SUPPORT_CONTACT: 'help@contoso.com' }, withoutScript)).not.toContain(asksAdministrator);
  });

  const on = { NOTIFICATIONS: 'on', TEAMS_APP_ID: teamsAppId };
  const redis = { REDIS_URL: 'redis://127.0.0.1:1', TOKEN_CACHE_KEY: Buffer.alloc(32).toString('base64') };
  const nobodyElse = 'Nothing is passed on to anyone, except what you let';
  const onlyWhileUsed = 'only while you are using it. It changes';
  const tells = 'lets it notify you when a delegation changes';
  const stores = 'The IDs of your account and organization, your language';
  const noNames = 'It contains no names and no permissions';
  const reminds = 'reminds you';
  const watches = 'reads your lists from time to time';

  /** Every language has the same conditions: tests/tab/i18n/i18n.test.ts. */
  test.each<[string, Readonly<Record<string, string>>, says: readonly string[], not: readonly string[]]>([
    ['nothing but the tab', {}, [nobodyElse, onlyWhileUsed], ['otification', tells, reminds, watches, 'Redis']], // prettier-ignore
    ['notifications', on, [onlyWhileUsed, tells, stores, noNames, 'opens the tab.', 'Turn them off in the tab', 'A notification is a courtesy'], [nobodyElse, reminds, watches]], // prettier-ignore
    ['reminders', { ...on, CONFIRMATION_REMINDER_DAYS: '90' }, [tells, reminds], [nobodyElse, watches]],
    ['background reading', { ...on, WATCH_INTERVAL_MINUTES: '15' }, [tells, watches, 'then uninstall it in Teams'], [onlyWhileUsed, 'opens the tab.', reminds]], // prettier-ignore
    ['Redis', redis, ['encrypted in a Redis database'], ['otification']],
  ])('state what a server with %s does', (_, env, says, not) => {
    const text = readWith(env, ['/privacy', '/terms']);

    for (const words of says) expect(text).toContain(words);
    for (const words of not) expect(text).not.toContain(words);
  });

  test('the privacy page lists everything that is stored for notifications', () => {
    /** Sentences of the page, and the columns that each covers. */
    const said: Readonly<Record<string, string>> = {
      'IDs of your account and organization': 'tenant_id user_id',
      'your language': 'language',
      'since when you have wanted notifications': 'wished_at',
      'when you last got a notification': 'told_on told_count reminded_at quiet_until',
      'on which day you last opened the tab': 'visited_at',
      'no longer finds your account, the reason and since when': 'missing_since',
      'if one could not be delivered': 'problem',
      'given up after a day': 'failing_since',
      'still to be told': 'due_at decided_at claim kind',
      'in your lists': 'list',
      'their ID': 'other_id',
      'a code that shows only whether it has changed': 'before state',
      'when the list was last read': 'missed read_at watched_at',
    };
    const wordsOf = (column: string) =>
      Object.keys(said).find((words) => said[words]?.split(' ').includes(column)) ?? `a word on ${column}`;
    // Columns of the lease for background reading. They contain no user data.
    const ofNobody = ['name', 'holder', 'held_until'];
    const statements = notificationMigrations
      .flatMap((migration) => migration.statements)
      .filter((statement) => typeof statement === 'string')
      .join(';\n');
    const columns = [
      ...statements.matchAll(/(?:^\s+|[(,] ?|add column )(\w+) (?:text|integer|uuid|timestamp)\b/gm),
    ];
    const kept = textsOf(readPage('en', 'privacy')).find(
      ({ section, conditions, kind }) =>
        section === 'retention' && conditions.includes('#notifications') && kind === '',
    );

    expect(columns.length).toBeGreaterThan(30);
    for (const [, column = ''] of columns.filter(([, name = '']) => !ofNobody.includes(name)))
      expect([column, kept?.text]).toEqual([column, expect.stringContaining(wordsOf(column))]);
  });
});

describe('the tab’s page', () => {
  test('loads hashed assets that are compressed at build time', async () => {
    const page = await fetchPage('/tab');
    const script = /src="?(\/assets\/tab\.[0-9a-f]+\.js)/.exec(page.text)?.[1] ?? '';
    const answer = await fetchPage(script, { 'accept-encoding': 'br' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(answer.headers.get('content-type')).toContain('javascript');
  });

  test('the page contains the theme, the configuration of the tab and no secret', async () => {
    const { text } = await fetchPage('/tab?theme=dark');
    const config = /<script type="application\/json" id="page-config">(.*?)<\/script>/.exec(text)?.[1] ?? '';

    expect(JSON.parse(config)).toEqual({
      clientId: server.sandbox.env['AAD_APP_CLIENT_ID'],
      tenantId: server.sandbox.env['AAD_APP_TENANT_ID'],
      tabEndpoint: server.sandbox.env['TAB_ENDPOINT'],
      authorityHost: server.sandbox.idp.origin,
      graphEndpoint: server.sandbox.graph.origin,
      hostOrigins: [server.sandbox.env['TEAMS_HOST_ORIGINS']],
    });
    expect(text).toMatch(/^<!doctype html><html data-theme="dark" /);
    expect(text).not.toContain(server.sandbox.env['SECRET_AAD_APP_CLIENT_SECRET']);
    for (const query of ['?theme="><script>', '?theme=default&theme=dark'])
      expect((await fetchPage(`/tab${query}`)).text).not.toContain('<html data-theme');
  });

  test('replaces a script of another build by one that reloads the page once; any other missing file is not found', async () => {
    const stale = await fetchPage('/assets/tab.000000.js');

    expect(stale.status).toBe(200);
    expect(stale.headers.get('cache-control')).toBe('no-store');
    expect(stale.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(stale.text).toContain('location.reload()');
    for (const path of ['/assets/tab.js', '/assets/tab.000000.css', '/assets/tab.000000.js.map'])
      expect((await fetchPage(path)).status).toBe(404);
  });

  test('no value of the configuration can close its element', () => {
    const strange = { clientId: '</script><script>alert(1)</script>', tenantId: '$& $1 $`' };
    const config = { ...parseConfig(server.sandbox.env), ...strange };
    const { tab, standalone: pages } = readPages('dist/tab', config);

    for (const page of [tab, pages.get('/auth/start'), pages.get('/auth/end')]) {
      const json = /<script type="application\/json" id="page-config">([^<]*)<\/script><\/head>/.exec(
        page?.('de') ?? '',
      )?.[1];
      expect(JSON.parse(json ?? '')).toMatchObject(strange);
    }
  });

  test('throws with the build command if a page is missing', () => {
    expect(() => readPages('nowhere', parseConfig(server.sandbox.env))).toThrow(
      'nowhere/tab.en.html is missing: run "npm run build" first.',
    );
  });
});
