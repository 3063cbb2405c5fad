import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { languages } from '../../../src/contract/languages.js';
import { readPages, type PageFacts } from '../../../src/server/routes/builtPages.js';
import { pageRoutes } from '../../../src/server/routes/pages.js';
import { newFolder, removeFolders } from '../../support/libsqlPlaces.js';

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
  [
    'tab.example:8443 other 400 notified reminded',
    { notifications: { reminderDays: 1, watchIntervalMinutes: 0 } },
  ],
  [
    'tab.example:8443 other 400 notified watched',
    { notifications: { reminderDays: 0, watchIntervalMinutes: 1 } },
  ],
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
