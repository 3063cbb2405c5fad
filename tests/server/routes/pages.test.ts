import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { languages, type LanguageTag } from '../../../src/contract/languages.js';
import { notificationMigrations } from '../../../src/server/notifications/migrations.js';
import { acceptedLanguages } from '../../../src/server/routes/acceptedLanguages.js';
import { readPages, type PageFacts } from '../../../src/server/routes/builtPages.js';
import { pageRoutes } from '../../../src/server/routes/pages.js';
import { newFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { readMessages } from '../../support/readMessages.js';
import { readPage, textsOf } from '../../support/readPage.js';
import {
  startInstance,
  startServer,
  toAnswer,
  type Answer,
  type TestServer,
} from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const fetchPage = async (path: string, acceptLanguage?: string, from = server): Promise<Answer> =>
  await toAnswer(
    await fetch(`${from.origin}${path}`, {
      headers: acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage },
    }),
  );

const withoutScript = ['/', '/privacy', '/terms'];
const standalone = [...withoutScript, '/auth/start', '/auth/end'];

describe('the language of a page is', () => {
  test.each<[why: string, path: string, acceptLanguage: string, tag: LanguageTag]>([
    ['the browser’s', '/privacy', 'de', 'de'],
    ['the one with the highest weight, in any position', '/privacy', 'en;q=0.3, ja;q=0.9, de;q=0.8', 'ja'],
    ['the first of those with equal weight', '/terms', 'fr, ar', 'fr'],
    ['the next one if the first is not supported', '/', 'nl-NL, nl;q=0.9, es-MX;q=0.8, en;q=0.7', 'es'],
    ['never one with weight 0', '/', 'de;q=0, ar;q=0.1', 'ar'],
    ['that of the nearest region', '/', 'pt-PT', 'pt-BR'],
    ['that of the nearest script', '/', 'zh-TW', 'zh-CN'],
    ['English if none is supported', '/', 'eo', 'en'],
    ['English for a wildcard', '/', '*', 'en'],
    ['English for an invalid header', '/', ';;;q=,=', 'en'],
    ['that of ?lang=, before the browser’s', '/privacy?lang=ar', 'de', 'ar'],
    ['that of the tab, with region and digits', '/auth/start?lang=ar-SA-u-nu-latn', 'de', 'ar'],
    ['the browser’s if ?lang= is invalid', '/privacy?lang=../../x', 'de', 'de'],
    ['the browser’s if ?lang= is repeated', '/privacy?lang=fr&lang=es', 'de', 'de'],
  ])('%s: %s with %j is %s', async (_, path, acceptLanguage, tag) => {
    const { headers, text } = await fetchPage(path, acceptLanguage);

    expect(headers.get('content-language')).toBe(tag);
    expect(headers.get('vary')).toBe('Accept-Language, Accept-Encoding');
    expect(text).toContain(`<html lang="${tag}"`);
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
      expect(text).toMatch(new RegExp(`^<!doctype html><html lang="${tag}" dir="${direction}">`));
      expect(text).toMatch(/<h1>.+<\/h1>/);
      expect(text).not.toMatch(/\{\{|\}\}|undefined|\[object/);
      for (const other of withoutScript) expect(text).toContain(`<a href="${other}?lang=${tag}"`);
      for (const { tag: other, name } of languages) {
        const link = `<a href="${path.replace('start', 'end')}?lang=${other}" lang="${other}" hrefLang="${other}"`;
        expect(text.slice(text.indexOf(link))).toContain(`>${name}</a>`);
      }
    },
  );
});

describe('an information page runs no script and loads nothing from elsewhere:', () => {
  test.each(withoutScript)('%s', async (path) => {
    const { headers, text } = await fetchPage(path);
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];

    expect(text).not.toMatch(/<script|\son\w+=|javascript:|style=/i);
    expect([...text.matchAll(/(?:src|href)="(?!\/)([^"]*)"/g)].map(([, target]) => target)).toEqual([
      'data:,',
    ]);
    const { createHash } = await import('node:crypto');
    expect(headers.get('content-security-policy')).toContain(
      `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    );
  });
});

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

describe('the standalone pages', () => {
  const others: TestServer[] = [];
  const startWith = async (env: Readonly<Record<string, string>>) => {
    const other = await startInstance(server.sandbox, { env });
    others.push(other);
    return async (path: string, tag = 'en') =>
      (await fetchPage(`${path}?lang=${tag}`, undefined, other)).text;
  };
  afterAll(async () => {
    for (const other of others) await other.close();
  });

  test.each(['/privacy', '/terms'])('contain the public host name of the server: %s', async (path) => {
    expect((await fetchPage(path)).text).toContain('tab.alder-finch.example');
  });

  test.each([
    ['400', { en: 'after 400 days', de: 'nach 400 Tagen', ar: 'بعد 400 يوم', ja: '400 日後' }],
    ['1', { en: 'after 1 day.', fr: 'au bout de 1 jour.', ar: 'بعد يوم واحد' }],
    ['2', { en: 'after 2 days', ar: 'بعد يومين' }],
    ['7', { es: 'después de 7 días', ar: 'بعد 7 أيام' }],
    ['30', { 'pt-BR': 'após 30 dias', ar: 'بعد 30 يومًا' }],
    ['36500', { en: '36,500 days', de: '36.500 Tagen', ar: '36,500' }],
  ])(
    'state that confirmations are stored for %s days, with the plural forms of each language',
    async (days, expected) => {
      const read = await startWith({ CONFIRMATION_RETENTION_DAYS: days });

      for (const [tag, words] of Object.entries(expected)) {
        const text = await read('/privacy', tag);
        expect(text).toContain(words);
        expect(text.match(/automatically/g) ?? []).toHaveLength(tag === 'en' ? 1 : 0);
      }
    },
  );

  test('state whether tokens are stored in Redis', async () => {
    const shared = await startWith({
      REDIS_URL: 'redis://127.0.0.1:1',
      TOKEN_CACHE_KEY: Buffer.alloc(32).toString('base64'),
    });

    expect((await fetchPage('/privacy')).text).not.toContain('Redis');
    expect(await shared('/privacy')).toContain('encrypted in a Redis database');
  });

  test('link to a mail address as support contact', async () => {
    const read = await startWith({ SUPPORT_CONTACT: 'help+delegates@contoso.com' });

    for (const path of withoutScript) {
      expect(await read(path)).toContain(
        '<a href="mailto:help+delegates@contoso.com" rel="external noreferrer"><bdi dir="ltr">help+delegates@contoso.com</bdi></a>',
      );
      expect(await read(path)).not.toContain('Ask the administrator who gave you this app.');
    }
    // The help dialog of the tab shows it.
    expect(await read('/tab')).toContain(
      '"supportContact":{"text":"help+delegates@contoso.com","href":"mailto:help+delegates@contoso.com"}',
    );
  });

  test('link to a website as support contact, marked as external', async () => {
    const read = await startWith({ SUPPORT_CONTACT: 'https://help.contoso.com/delegates?a=1&b="2' });
    const text = await read('/privacy');
    const [, href = ''] = /<a href="([^"]+)" rel="external noreferrer">/.exec(text) ?? [];

    expect(href).toBe('https://help.contoso.com/delegates?a=1&#38;b=%222');
    for (const { tag } of languages) {
      const { otherWebsite } = readMessages(tag).standalone;
      for (const path of standalone) {
        const page = await read(path, tag);
        for (const link of page.match(/<a [^>]*rel="external.*?<\/a>/g) ?? [])
          expect(link).toContain(otherWebsite);
        expect(page.match(/<a [^>]*(href="https:|data-grant)[^>]*>/g)).toEqual(
          page.match(/<a [^>]*rel="external[^>]*>/g),
        );
      }
    }
  });

  test('refer to the administrator without a support contact', async () => {
    for (const path of withoutScript) {
      const { text } = await fetchPage(`${path}?lang=en`);
      expect(text).toContain('Ask the administrator who gave you this app.');
      expect(text).not.toMatch(/mailto:|rel="external/);
    }
  });

  test('link to the app in Teams if its id is known', async () => {
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const known = await startWith({ TEAMS_APP_ID: id });

    for (const path of ['/', '/auth/end']) {
      expect(await known(path)).toContain(`https://teams.microsoft.com/l/app/${id}"`);
      expect((await fetchPage(path)).text).not.toContain('teams.microsoft.com');
    }
  });
});

describe('the tab’s page', () => {
  const fetchPath = async (path: string, init?: RequestInit) =>
    await toAnswer(await fetch(`${server.origin}${path}`, init));

  test('API responses are not cacheable; hashed assets are immutable and compressed at build time', async () => {
    expect((await server.get('/api/delegates')).headers.get('cache-control')).toBe('no-store');
    expect((await fetchPath('/api/delegates')).headers.get('cache-control')).toBe('no-store');

    const script = /src="?(\/assets\/tab\.[0-9a-f]+\.js)/.exec((await fetchPath('/tab')).text)?.[1] ?? '';
    const answer = await fetchPath(script, { headers: { 'accept-encoding': 'br' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(answer.headers.get('content-type')).toContain('javascript');
    expect((await fetchPath('/tab')).headers.get('cache-control')).toBe('no-cache');
  });

  test('the page contains the configuration of the tab and no secret', async () => {
    const { text } = await fetchPath('/tab?theme=dark');
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
    expect((await fetchPath('/tab?theme="><script>')).text).not.toContain('data-theme=""');
    expect((await fetchPath('/tab?theme=default&theme=dark')).status).toBe(200);
  });

  test.each(languages)(
    'the loading state of the tab is in $tag if the browser prefers it',
    async ({ tag, direction }) => {
      const { headers, text } = await fetchPath('/tab', {
        headers: { 'accept-language': `${tag},en;q=0.5` },
      });
      const { loading } = readMessages(tag).first;

      expect(headers.get('content-language')).toBe(tag);
      expect(headers.get('vary')).toContain('Accept-Language');
      expect(text).toContain(`<html lang="${tag}" dir="${direction}"`);
      expect(text).toContain(`aria-label="${loading}"`);
      expect(text).not.toContain('{{');
    },
  );

  test('replaces a script of another build by one that reloads the page once; any other missing file is not found', async () => {
    const stale = await fetchPath('/assets/tab.000000.js');

    expect(stale.status).toBe(200);
    expect(stale.headers.get('cache-control')).toBe('no-store');
    expect(stale.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(stale.text).toContain('location.reload()');
    for (const path of ['/assets/tab.js', '/assets/tab.000000.css', '/assets/tab.000000.js.map'])
      expect((await fetchPath(path)).status).toBe(404);
  });
});

describe('built pages', () => {
  afterAll(removeFolders);

  const config = {
    clientId: '</script><script>alert(1)</script>',
    tenantId: '$& $1 $`',
    tabEndpoint: 'https://tab.example',
    authorityHost: 'https://login.example',
    graphEndpoint: 'https://graph.example',
    hostOrigins: [],
  };
  const facts: PageFacts = {
    supportContact: undefined,
    teamsAppId: undefined,
    confirmationRetentionDays: 400,
    notifications: undefined,
    sharesTokens: false,
    tabEndpoint: 'https://tab.example:8443',
  };
  const tabStyle = 'p{}\n';
  const pageStyle = 'h1{}\n';
  const template =
    '{{host}} {{#days}}{{#one}}one{{/one}}{{#other}}other{{/other}} {{count}}{{/days}}' +
    '{{#sharesTokens}} shared{{/sharesTokens}}' +
    '{{#notifications}} notified{{#remind}} reminded{{/remind}}{{#areWatched}} watched{{/areWatched}}{{/notifications}}' +
    '{{#support}} {{#isWebsite}}site{{/isWebsite}}{{^isWebsite}}mail{{/isWebsite}} {{text}} {{href}}{{/support}}' +
    '{{#teamsAppUrl}} {{teamsAppUrl}}{{/teamsAppUrl}}';
  const names = ['home', 'auth', 'privacy', 'terms'];

  /** Writes each page in each language, and the given assets. */
  function build(assets: readonly string[] = []): string {
    const folder = newFolder();
    mkdirSync(join(folder, 'assets'));
    for (const { tag } of languages) {
      writeFileSync(join(folder, `tab.${tag}.html`), `<head><style>${tabStyle}</style></head>tab ${tag}`);
      for (const name of names) {
        const page = `<head><style>${pageStyle}</style></head>${name} ${tag}: ${template}`;
        writeFileSync(join(folder, `${name}.${tag}.mustache`), page);
      }
    }
    for (const name of assets) writeFileSync(join(folder, 'assets', name), name);
    return folder;
  }

  const read = (given: Partial<PageFacts> = {}) => readPages(build(), config, { ...facts, ...given });
  const privacyWith = (given: Partial<PageFacts>) =>
    read(given).standalone.get('/privacy')?.('en').split(': ')[1];

  test('reads every page in every language', () => {
    const { tab, standalone } = read();

    expect([...standalone.keys()]).toEqual(['/', '/auth/start', '/auth/end', '/privacy', '/terms']);
    for (const { tag } of languages) {
      expect(tab(tag)).toMatch(new RegExp(`</head>tab ${tag}$`));
      expect([...standalone.values()].map((page) => /<\/head>(\w+ [\w-]+): /.exec(page(tag))?.[1])).toEqual(
        ['home', 'auth', 'auth', 'privacy', 'terms'].map((name) => `${name} ${tag}`),
      );
    }
  });

  test('only pages with a script contain the configuration, and its text cannot close the element', () => {
    const { tab, standalone } = read();
    const toConfig = (html = '') =>
      /<\/style><script type="application\/json" id="page-config">([^<]*)<\/script><\/head>/.exec(html)?.[1];

    for (const page of [tab, standalone.get('/auth/start'), standalone.get('/auth/end')])
      expect(JSON.parse(toConfig(page?.('de')) ?? '')).toEqual(config);
    for (const path of ['/', '/privacy', '/terms'])
      expect(standalone.get(path)?.('de')).not.toContain('<script');
  });

  test('throws with the build command if a page is missing', () => {
    const folder = build();
    rmSync(join(folder, 'terms.ja.mustache'));

    expect(() => readPages(folder, config, facts)).toThrow(
      `${join(folder, 'terms.ja.mustache')} is missing: run "npm run build" first.`,
    );
  });

  test('renders a page once, on its first request', () => {
    let filledIn = 0;
    const counting: PageFacts = {
      ...facts,
      get tabEndpoint() {
        filledIn += 1;
        return facts.tabEndpoint;
      },
    };
    const page = readPages(build(), config, counting).standalone.get('/privacy');
    expect(filledIn).toBe(0);

    expect(page?.('fr')).toBe(page?.('fr'));
    expect(filledIn).toBe(1);
  });

  test('returns the hash of each inline style once', () => {
    const hashOf = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

    expect(read().styleHashes).toEqual([tabStyle, pageStyle].map(hashOf));
  });

  test.each<[string, Partial<PageFacts>]>([
    ['tab.example:8443 other 400', {}],
    ['tab.example:8443 one 1', { confirmationRetentionDays: 1 }],
    ['tab.example:8443 other 1,000', { confirmationRetentionDays: 1_000 }],
    ['tab.example:8443 other 400 shared', { sharesTokens: true }],
    ['tab.example:8443 other 400 notified', { notifications: { reminderDays: 0, watchIntervalMinutes: 0 } }],
    ['tab.example:8443 other 400 notified reminded', { notifications: { reminderDays: 1, watchIntervalMinutes: 0 } }], // prettier-ignore
    ['tab.example:8443 other 400 notified watched', { notifications: { reminderDays: 0, watchIntervalMinutes: 1 } }], // prettier-ignore
    [
      'tab.example:8443 other 400 mail a&#38;b@example.com mailto:a&#38;b@example.com',
      { supportContact: { text: 'a&b@example.com', href: 'mailto:a&b@example.com' } },
    ],
    [
      'tab.example:8443 other 400 site &#60;&#34;&#39;/&#62; https://help.example/mailto:',
      { supportContact: { text: `<"'/>`, href: 'https://help.example/mailto:' } },
    ],
    ['tab.example:8443 other 400 https://teams.microsoft.com/l/app/0f8f', { teamsAppId: '0f8f' }],
  ])('pages contain the facts of this server: %s', (text, given) => {
    expect(privacyWith(given)).toBe(text);
  });

  test('serves only files of the assets folder, and no hidden ones', async () => {
    const folder = build(['a.1.js', '.env', 'index.html']);
    mkdirSync(join(folder, 'assets', 'more'));
    const app = fastify();
    await pageRoutes(app, readPages(folder, config, facts), () => undefined);
    const statusOf = async (path: string) => (await app.inject(path)).statusCode;

    expect(await statusOf('/assets/a.1.js')).toBe(200);
    for (const path of ['.env', '', 'more', 'more/'])
      expect([403, 404]).toContain(await statusOf(`/assets/${path}`));
    expect(await statusOf('/a.1.js')).toBe(404);
    await app.close();
  });
});

describe('notifications on pages', () => {
  const on = { NOTIFICATIONS: 'on', TEAMS_APP_ID: '0f8fad5b-d9cb-469f-a165-70867728950e' };

  const watched = 'notifications.areWatched';
  const conditions = ['notifications', 'notifications.remind', watched];

  /** Passages that depend on notifications. All languages have the same conditions: tests/tab/i18n/i18n.test.ts. */
  test.each<[page: 'privacy' | 'terms', words: string, under: readonly string[]]>([
    ['privacy', 'only while you are using it. It changes', [`^${watched}`]],
    ['privacy', 'reads your lists from time to time', [`#${watched}`]],
    ['privacy', 'The IDs of your account and organization, your language', ['#notifications']],
    ['privacy', 'lets it notify you when a delegation changes', ['#notifications']],
    ['privacy', 'It contains no names and no permissions', ['#notifications']],
    ['privacy', 'reminds you', ['#notifications', '#notifications.remind']],
    ['privacy', 'opens the tab.', ['#notifications', `^${watched}`]],
    ['privacy', 'passed on to anyone, except what you let', ['^notifications']],
    ['privacy', 'Turn them off in the tab', ['#notifications']],
    ['privacy', 'then uninstall it in Teams', [`#${watched}`]],
  ])('%s contains “%s” under the conditions %j', (page, words, under) => {
    const saying = textsOf(readPage('en', page)).filter(({ text }) => text.includes(words));

    expect(saying.map((block) => block.conditions)).toEqual([under]);
  });

  describe.each<[what: string, env: Readonly<Record<string, string>>, known: readonly string[]]>([
    ['nothing about notifications if they are off', {}, []],
    ['what is stored and who is notified if notifications are on', on, ['notifications']],
    ['that users get reminders if reminders are on', { ...on, CONFIRMATION_REMINDER_DAYS: '90' }, ['notifications', 'notifications.remind']], // prettier-ignore
    ['that the server reads lists in the background if it does', { ...on, WATCH_INTERVAL_MINUTES: '15' }, ['notifications', watched]], // prettier-ignore
  ])('privacy and terms state %s', (_, env, known) => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startServer({ env });
    });
    afterAll(() => server.close());

    test.each(languages)('in $tag', async ({ tag }) => {
      for (const page of ['privacy', 'terms'] as const) {
        const { text } = await toAnswer(await fetch(`${server.origin}/${page}?lang=${tag}`));
        const all = textsOf(readPage(tag, page)).filter((block) =>
          block.conditions.some((condition) => conditions.includes(condition.slice(1))),
        );
        const holds = (condition: string) => known.includes(condition.slice(1)) === condition.startsWith('#');

        expect(all.length).toBeGreaterThan(0);
        expect(all.filter((block) => text.includes(`>${block.text}<`))).toEqual(
          all.filter((block) => block.conditions.every(holds)),
        );
      }
    });
  });

  test('the privacy page lists everything that is stored for notifications', () => {
    const saidOf: Readonly<Record<string, string>> = {
      tenant_id: 'IDs of your account and organization',
      user_id: 'IDs of your account and organization',
      language: 'your language',
      wished_at: 'since when you have wanted notifications',
      told_on: 'when you last got a notification',
      visited_at: 'on which day you last opened the tab',
      missing_since: 'no longer finds your account, the reason and since when',
      told_count: 'when you last got a notification',
      reminded_at: 'when you last got a notification',
      quiet_until: 'when you last got a notification',
      problem: 'if one could not be delivered',
      failing_since: 'given up after a day',
      due_at: 'still to be told',
      decided_at: 'still to be told',
      claim: 'still to be told',
      kind: 'still to be told',
      list: 'in your lists',
      other_id: 'their ID',
      before: 'a code that shows only whether it has changed',
      state: 'a code that shows only whether it has changed',
      missed: 'when the list was last read',
      read_at: 'when the list was last read',
      watched_at: 'when the list was last read',
    };
    // Columns of the lease for background reading. They contain no user data.
    const ofNobody = ['name', 'holder', 'held_until'];
    const statements = notificationMigrations
      .flatMap(({ libSQL }) => libSQL.map(({ text }) => text))
      .join(';\n');
    const columns = [...statements.matchAll(/(?:^\s+|[(,] ?|add column )(\w+) (?:text|integer)\b/gm)];
    const kept = textsOf(readPage('en', 'privacy')).find(
      ({ section, conditions: under, kind }) =>
        section === 'retention' && under.includes('#notifications') && kind === '',
    );

    expect(columns.length).toBeGreaterThan(30);
    for (const [, column = ''] of columns.filter(([, name = '']) => !ofNobody.includes(name)))
      expect([column, kept?.text]).toEqual([
        column,
        expect.stringContaining(saidOf[column] ?? `a word on ${column}`),
      ]);
  });
});

describe('accepted languages', () => {
  const languagesOf = (header?: string) => acceptedLanguages({ headers: { 'accept-language': header } });

  test.each([
    ['de-AT,de;q=0.8,en;q=0.5', ['de-AT', 'de', 'en']],
    ['en;q=0.5,de', ['de', 'en']],
    ['', []],
    [undefined, []],
    ['-', ['-']],
  ])('parses %s as %j', (header, expected) => {
    expect(languagesOf(header)).toEqual(expected);
  });

  test('parses at most the first 512 characters, and no partial tag', () => {
    expect(languagesOf('a,'.repeat(7_700)).length).toBeLessThanOrEqual(256);
    expect(languagesOf(`${'a,'.repeat(254)}de-AT,fr`)).not.toContain('de');
    expect(languagesOf(`de,${'x'.repeat(15_000)}`)).toEqual(['de']);
    expect(languagesOf('x'.repeat(15_000))).toEqual([]);
  });
});
