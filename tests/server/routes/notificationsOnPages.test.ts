import { languages } from '../../../src/contract/languages.js';
import { notificationMigrations } from '../../../src/server/notifications/migrations.js';
import { readPage, textsOf } from '../../support/readPage.js';
import { startServer, toAnswer, type TestServer } from '../../support/startServer.js';

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
  ['privacy', 'or when the server itself reads your lists', ['#notifications', `#${watched}`]],
  ['privacy', 'Nobody else is told', ['#notifications']],
  ['privacy', 'Microsoft delivers the notifications', ['#notifications']],
  ['privacy', 'passed on to anyone, except what you let', ['^notifications']],
  ['privacy', 'except the notifications', ['#notifications']],
  ['privacy', 'Turn them off in the tab', ['#notifications']],
  ['privacy', 'Uninstall it in Teams', [`^${watched}`]],
  ['privacy', 'then uninstall it in Teams', [`#${watched}`]],
  ['terms', 'A notification is a courtesy', ['#notifications']],
])('%s contains “%s” under the conditions %j', (page, words, under) => {
  const saying = textsOf(readPage('en', page)).filter(({ text }) => text.includes(words));

  expect(saying.map((block) => block.conditions)).toEqual([under]);
});

describe.each<[what: string, env: Readonly<Record<string, string>>, known: readonly string[]]>([
  ['nothing about notifications if they are off', {}, []],
  ['what is stored and who is notified if notifications are on', on, ['notifications']],
  [
    'that users get reminders if reminders are on',
    { ...on, CONFIRMATION_REMINDER_DAYS: '90' },
    ['notifications', 'notifications.remind'],
  ],
  [
    'that the server reads lists in the background if it does',
    { ...on, WATCH_INTERVAL_MINUTES: '15' },
    ['notifications', watched],
  ],
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
