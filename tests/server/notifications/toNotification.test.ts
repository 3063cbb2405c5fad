import { activityTypes } from '../../../src/contract/activityTypes.js';
import { languages } from '../../../src/contract/languages.js';
import { toSubPageId } from '../../../src/contract/place.js';
import type { Delivery } from '../../../src/server/notifications/NotificationStore.js';
import { toNotification } from '../../../src/server/notifications/toNotification.js';
import type { NotificationWords } from '../../../src/server/notifications/notificationWords.js';
import { readFile } from '../../support/repository.js';

/** Number of characters of a preview that Teams shows. */
const previewLength = 150;

const wordsIn = (tag: string) =>
  JSON.parse(readFile(`src/tab/i18n/${tag}/notifications.json`)) as NotificationWords;
const words = wordsIn('en');
const [tenantId, objectId, otherId] = ['1', '2', '3'].map(
  (digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000`,
) as [string, string, string];
const delegate = { list: 'delegates', otherId } as const;
const delegator = { list: 'delegators', otherId } as const;
const delivery: Delivery = {
  claim: 'c',
  user: { tenantId, objectId },
  language: 'en',
  kind: 'changed',
  about: [delegate],
  decidedAtMs: 1_790_000_000_000,
};
const options = { words, teamsAppId: otherId, teamsOrigin: 'https://teams.microsoft.com' };
const make = (change: Partial<Delivery> = {}) => toNotification({ ...delivery, ...change }, options);

test.each<[string, Delivery['about'], string, string]>([
  ['one delegate', [delegate], words.topic.delegates, words.changed.one.delegates],
  ['one whom they support', [delegator], words.topic.delegators, words.changed.one.delegators],
  [
    'several delegates',
    [delegate, { ...delegate, otherId: objectId }],
    words.topic.delegates,
    words.changed.several.delegates,
  ],
  [
    'several whom they support',
    [delegator, { ...delegator, otherId: objectId }],
    words.topic.delegators,
    words.changed.several.delegators,
  ],
  ['both lists', [delegate, delegator], words.topic.both, words.changed.several.both],
])('the text names its topic: %s', (_, about, topic, preview) => {
  const { previewText, ...rest } = make({ about });

  expect([rest.topic.value, previewText.content]).toEqual([topic, preview]);
  expect([rest.activityType, rest.templateParameters]).toEqual([activityTypes.changed.name, []]);
});

test('a reminder says that it is one and links to the tab', () => {
  const { topic, previewText, activityType } = make({ kind: 'confirmationDue', about: [] });

  expect(previewText.content).toBe(words.confirmationDue);
  expect(activityType).toBe(activityTypes.confirmationDue.name);
  expect(topic.webUrl).toBe(`https://teams.microsoft.com/l/entity/${otherId}/callDelegates`);
});

test('only a repeated notification replaces the earlier one', () => {
  const { chainId } = make();
  const others = [
    make({ decidedAtMs: delivery.decidedAtMs + 1 }),
    make({ user: { tenantId, objectId: otherId } }),
    make({ user: { tenantId: otherId, objectId } }),
    make({ kind: 'confirmationDue', about: [] }),
  ].map((other) => other.chainId);

  expect(make({ claim: 'another', about: [delegator] }).chainId).toBe(chainId);
  expect(new Set([chainId, ...others]).size).toBe(5);
  expect([chainId, ...others].every((id) => Number.isSafeInteger(id) && id >= 0)).toBe(true);
});

test.each(languages)('in $name every text fits, and no two sentences are the same', ({ tag }) => {
  const own = wordsIn(tag);
  const previews = [
    ...Object.values(own.changed.one),
    ...Object.values(own.changed.several),
    own.confirmationDue,
  ];

  expect(previews.filter((text) => text.length > previewLength)).toEqual([]);
  expect(new Set(previews).size).toBe(6);
});

test('no two languages have the same text', () => {
  const all = languages.map(({ tag }) => wordsIn(tag).changed.one.delegates);

  expect(new Set(all).size).toBe(languages.length);
});

test('links to the delegation, to the first of several, and from a reminder to the tab', () => {
  const contextOf = (change?: Partial<Delivery>) =>
    JSON.parse(new URL(make(change).topic.webUrl).searchParams.get('context') ?? 'null') as unknown;
  const leadsTo = (list: 'delegates' | 'delegators', id: string) => ({
    subEntityId: toSubPageId({ kind: 'own', list, id }),
  });

  expect(make().topic.source).toBe('text');
  expect(contextOf()).toEqual(leadsTo('delegates', otherId));
  expect(contextOf({ about: [{ ...delegator, otherId: objectId }, delegate] })).toEqual(
    leadsTo('delegators', objectId),
  );
  expect(contextOf({ kind: 'confirmationDue', about: [] })).toBeNull();
});
