import { languages, type LanguageTag } from '../../../src/contract/languages.js';
import { readMessages } from '../../support/readMessages.js';
import { startServer, toAnswer, type Answer, type TestServer } from '../../support/startServer.js';

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
  test.each(standalone)('%s is complete without sign-in', async (path) => {
    const { status, headers, text } = await fetchPage(`${path}?lang=${tag}`);

    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(text).toMatch(new RegExp(`^<!doctype html><html lang="${tag}" dir="${direction}">`));
    expect(text).toMatch(/<h1>.+<\/h1>/);
    expect(text).not.toMatch(/\{\{|\}\}|undefined|\[object/);
  });

  test.each(standalone)('%s links to every language and every page', async (path) => {
    const { text } = await fetchPage(`${path}?lang=${tag}`);
    const hrefs = [...text.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href);

    for (const other of withoutScript) expect(hrefs).toContain(`${other}?lang=${tag}`);
    for (const { tag: other, name } of languages) {
      const link = `<a href="${path.replace('start', 'end')}?lang=${other}" lang="${other}" hrefLang="${other}"`;
      expect(text.slice(text.indexOf(link))).toContain(`>${name}</a>`);
    }
  });
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
    const other = await startServer({ env });
    others.push(other);
    return async (path: string, tag = 'en') =>
      (await fetchPage(`${path}?lang=${tag}`, undefined, other)).text;
  };
  afterAll(async () => {
    for (const other of others) await other.close();
  });

  test('contain the public host name of the server', async () => {
    expect((await fetchPage('/privacy')).text).toContain('tab.alder-finch.example');
    expect((await fetchPage('/terms')).text).toContain('tab.alder-finch.example');
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
    const alone = await startWith({});
    const shared = await startWith({
      REDIS_URL: 'redis://127.0.0.1:1',
      TOKEN_CACHE_KEY: Buffer.alloc(32).toString('base64'),
    });

    expect(await alone('/privacy')).not.toContain('Redis');
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
    for (const path of standalone) {
      for (const { tag } of languages) {
        const page = await read(path, tag);
        const { otherWebsite } = readMessages(tag).standalone;
        for (const link of page.match(/<a [^>]*rel="external.*?<\/a>/g) ?? [])
          expect(link).toContain(otherWebsite);
        expect(page.match(/<a [^>]*(href="https:|data-grant)[^>]*>/g)).toEqual(
          page.match(/<a [^>]*rel="external[^>]*>/g),
        );
      }
    }
  });

  test('refer to the administrator without a support contact', async () => {
    const read = await startWith({});

    for (const path of withoutScript) {
      expect(await read(path)).toContain('Ask the administrator who gave you this app.');
      expect(await read(path)).not.toMatch(/mailto:|rel="external/);
    }
  });

  test('link to the app in Teams if its id is known', async () => {
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const known = await startWith({ TEAMS_APP_ID: id });
    const unknown = await startWith({});

    for (const path of ['/', '/auth/end']) {
      expect(await known(path)).toContain(`https://teams.microsoft.com/l/app/${id}"`);
      expect(await unknown(path)).not.toContain('teams.microsoft.com');
    }
  });
});
