import { languages, type LanguageTag } from '../../../src/contract/languages.js';
import { noticeMigrations } from '../../../src/server/notices/migrations.js';
import type { PagesText } from '../../../src/tab/i18n/PagesText.js';
import { startServer, toAnswer, type TestServer } from '../../support/startServer.js';

const on = { NOTIFICATIONS: 'on', TEAMS_APP_ID: '0f8fad5b-d9cb-469f-a165-70867728950e' };

const wordsIn = async (tag: LanguageTag) =>
  ((await import(`../../../src/tab/i18n/${tag}/pages.ts`)) as { pages: PagesText }).pages;

/** What depends on whether people are told of changes, and how they are noticed. */
const toSentences = ({ privacy, terms }: PagesText) => ({
  'reads while it is used': privacy.reads.text,
  'reads in between': privacy.reads.watching,
  'what is kept': privacy.keeps.notices.text,
  asked: privacy.notices.asked,
  'what it says': privacy.notices.content,
  reminders: privacy.notices.reminder,
  'noticed by opening': privacy.notices.opened,
  'noticed by reading': privacy.notices.watched,
  'who is told': privacy.notices.others,
  delivery: privacy.notices.delivery,
  'passed on: nothing': privacy.where.passedOn,
  'passed on: notices': privacy.where.passedOnButNotices,
  'how to turn them off': privacy.deleting.notices.text,
  'how to uninstall': privacy.deleting.uninstall.text,
  'how to uninstall what reads in between': privacy.deleting.uninstallWatched,
  terms: terms.notices.text,
});

const always = ['what is kept', 'asked', 'what it says'];
const everywhere = ['who is told', 'delivery', 'passed on: notices', 'how to turn them off'];

describe.each<[what: string, env: Readonly<Record<string, string>>, sentences: readonly string[]]>([
  [
    'nothing of notices while they are off',
    {},
    ['reads while it is used', 'passed on: nothing', 'how to uninstall'],
  ],
  [
    'what is kept and who is told when they are on',
    on,
    ['reads while it is used', ...always, 'noticed by opening', ...everywhere, 'how to uninstall', 'terms'],
  ],
  [
    'that people are reminded where they are',
    { ...on, CONFIRMATION_REMINDER_DAYS: '90' },
    [
      'reads while it is used',
      ...always,
      'reminders',
      'noticed by opening',
      ...everywhere,
      'how to uninstall',
      'terms',
    ],
  ],
  [
    'that lists are read in the background where they are',
    { ...on, WATCH_INTERVAL_MINUTES: '15' },
    [
      'reads in between',
      ...always,
      'noticed by reading',
      ...everywhere,
      'how to uninstall what reads in between',
      'terms',
    ],
  ],
])('privacy and terms say %s', (_, env, sentences) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ env });
  });
  afterAll(() => server.close());

  test.each(languages)('in $tag', async ({ tag }) => {
    const read = async (path: string) =>
      (await toAnswer(await fetch(`${server.origin}${path}?lang=${tag}`))).text;
    const text = `${await read('/privacy')}${await read('/terms')}`;
    const all = Object.entries(toSentences(await wordsIn(tag)));

    expect(all.filter(([, words]) => text.includes(`>${words}<`)).map(([name]) => name)).toEqual(sentences);
  });
});

test('the privacy page names everything that is kept for notices', async () => {
  const saidOf: Readonly<Record<string, string>> = {
    tenant_id: 'IDs of your account and organization',
    user_id: 'IDs of your account and organization',
    language: 'your language',
    wished_at: 'since when you have wanted notifications',
    told_on: 'when you last got one',
    told_count: 'when you last got one',
    reminded_at: 'when you last got one',
    quiet_until: 'when you last got one',
    problem: 'the reason if one could not be delivered',
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
  // Which instance reads in the background; of nobody.
  const ofNobody = ['name', 'holder', 'held_until'];
  const statements = noticeMigrations.flatMap(({ libSQL }) => libSQL.map(({ text }) => text)).join(';\n');
  const columns = [...statements.matchAll(/(?:^\s+|[(,] ?|add column )(\w+) (?:text|integer)\b/gm)];
  const { privacy } = await wordsIn('en');

  expect(columns.length).toBeGreaterThan(30);
  for (const [, column = ''] of columns.filter(([, name = '']) => !ofNobody.includes(name)))
    expect([column, privacy.keeps.notices.text]).toEqual([
      column,
      expect.stringContaining(saidOf[column] ?? `a word on ${column}`),
    ]);
});
