import { activityTypes } from '../../../src/contract/activityTypes.js';
import { languages } from '../../../src/contract/languages.js';
import { toSubPageId } from '../../../src/contract/place.js';
import type { HttpAnswer, HttpClient } from '../../../src/server/outbound/httpClient.js';
import { createActivityFeed } from '../../../src/server/notifications/activityFeed.js';
import type { Delivery } from '../../../src/server/notifications/NotificationStore.js';
import type { NotificationWords } from '../../../src/server/notifications/notificationWords.js';
import { toNotification } from '../../../src/server/notifications/toNotification.js';
import { toOutcome } from '../../../src/server/notifications/toOutcome.js';
import { readFile } from '../../support/repository.js';

/** Texts and links of a notification, requests to Graph, and how its answers are interpreted. */

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

describe('a notification', () => {
  const options = { words, teamsAppId: otherId, teamsOrigin: 'https://teams.microsoft.com' };
  const make = (change: Partial<Delivery> = {}) => toNotification({ ...delivery, ...change }, options);
  const second = { otherId: objectId };

  test.each<[string, Delivery['about'], string, string]>([
    ['one delegate', [delegate], words.topic.delegates, words.changed.one.delegates],
    ['one whom they support', [delegator], words.topic.delegators, words.changed.one.delegators],
    ['several delegates', [delegate, { ...delegate, ...second }], words.topic.delegates, words.changed.several.delegates],
    ['several whom they support', [delegator, { ...delegator, ...second }], words.topic.delegators, words.changed.several.delegators],
    ['both lists', [delegate, delegator], words.topic.both, words.changed.several.both],
  ])('names its topic: %s', (_, about, topic, preview) => {
    const { previewText, ...rest } = make({ about });

    expect([rest.topic.value, previewText.content]).toEqual([topic, preview]);
    expect([rest.activityType, rest.templateParameters]).toEqual([activityTypes.changed.name, []]);
  }); // prettier-ignore

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

  test('links to the delegation, to the first of several, and from a reminder to the tab', () => {
    const contextOf = (change?: Partial<Delivery>) =>
      JSON.parse(new URL(make(change).topic.webUrl).searchParams.get('context') ?? 'null') as unknown;
    const leadsTo = (list: 'delegates' | 'delegators', id: string) => ({
      subEntityId: toSubPageId({ kind: 'own', list, id }),
    });
    const reminder = make({ kind: 'confirmationDue', about: [] });

    expect(make().topic.source).toBe('text');
    expect(contextOf()).toEqual(leadsTo('delegates', otherId));
    expect(contextOf({ about: [{ ...delegator, ...second }, delegate] })).toEqual(
      leadsTo('delegators', objectId),
    );
    expect(reminder.topic.webUrl).toBe(`https://teams.microsoft.com/l/entity/${otherId}/callDelegates`);
    expect([reminder.previewText.content, reminder.activityType]).toEqual([
      words.confirmationDue,
      activityTypes.confirmationDue.name,
    ]);
  });

  test('fits in every language, and no two sentences or languages are the same', () => {
    const all = languages.map(({ tag }) => {
      const { changed, confirmationDue } = wordsIn(tag);
      return [...Object.values(changed.one), ...Object.values(changed.several), confirmationDue];
    });

    // Teams shows 150 characters of a preview.
    expect(all.flat().filter((text) => text.length > 150)).toEqual([]);
    expect(all.map((previews) => new Set(previews).size)).toEqual(languages.map(() => 6));
    expect(new Set(all.map(([first]) => first)).size).toBe(languages.length);
  });
});

describe('a request to Graph', () => {
  type Sent = Parameters<HttpClient['send']>[0];

  function feed(
    answers: readonly (number | Error)[],
    graphEndpoint = 'https://graph.microsoft.com',
    id?: string,
  ) {
    const sent: Sent[] = [];
    const asked: (readonly [string, string | undefined])[] = [];
    const left = [...answers];
    const http = {
      send: (request: Sent) => {
        sent.push(request);
        const next = left.shift();
        if (typeof next !== 'number') return Promise.reject(next ?? new Error('Asked too often.'));
        const answer: Pick<HttpAnswer, 'status' | 'text' | 'retryAfter' | 'header'> = {
          status: next,
          text: '',
          retryAfter: undefined,
          header: (name) => (name === 'request-id' ? id : undefined),
        };
        return Promise.resolve(answer);
      },
    } as unknown as HttpClient;
    const send = createActivityFeed({
      http,
      graphEndpoint,
      teamsAppId: 'app',
      words: new Map([['en', words]]),
      getToken: (tenant, rejected?: { accessToken: string }) => {
        asked.push([tenant, rejected?.accessToken]);
        return Promise.resolve({ accessToken: `token-${asked.length}` });
      },
    });
    return { send, sent, asked };
  }

  test('posts a notification for its recipient with the app’s own token, on a separate pool', async () => {
    const { send, sent, asked } = feed([204]);
    const beganMs = Date.now();

    expect(await send({ ...delivery, user: { tenantId, objectId: 'a/b' } })).toEqual({
      outcome: { kind: 'sent' },
      status: 204,
    });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      method: 'POST',
      pool: 'extras',
      headers: { authorization: 'Bearer token-1', 'content-type': 'application/json' },
    });
    expect(sent[0]?.url).toMatchObject({
      origin: 'https://graph.microsoft.com',
      pathname: '/v1.0/users/a%2Fb/teamwork/sendActivityNotification',
      search: '',
    });
    expect(sent[0]?.headers?.['client-request-id']).toMatch(/^[\da-f-]{36}$/);
    expect(sent[0]?.deadlineMs).toBeGreaterThanOrEqual(beganMs + 8_000);
    expect(sent[0]?.signal.aborted).toBe(false);
    expect(asked).toEqual([[tenantId, undefined]]);
  });

  test('renews a token that Graph refuses, once', async () => {
    const { send, sent, asked } = feed([401, 204]);

    expect(await send(delivery)).toEqual({ outcome: { kind: 'sent' }, status: 204 });
    expect(asked).toEqual([
      [tenantId, undefined],
      [tenantId, 'token-1'],
    ]);
    expect(sent.map(({ headers }) => headers?.['authorization'])).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
    const again = feed([401, 401]);
    expect(await again.send(delivery)).toMatchObject({ outcome: { kind: 'again' }, status: 401 });
    expect(again.sent).toHaveLength(2);
  });

  test('without an answer is retried, and its cause is logged', async () => {
    const cause = new Error('Reset.');

    expect(await feed([cause]).send(delivery)).toEqual({ outcome: { kind: 'again', afterMs: 0 }, cause });
  });

  test('logs Graph’s request id, cut to the length of an id', async () => {
    expect(await feed([403], undefined, 'x'.repeat(99)).send(delivery)).toEqual({
      outcome: { kind: 'refused', problem: 'notPermitted' },
      status: 403,
      requestId: 'x'.repeat(64),
    });
  });

  test('throws for a language without messages', async () => {
    await expect(feed([]).send({ ...delivery, language: 'de' })).rejects.toThrow('no texts in de');
  });

  test.each([
    ['https://graph.microsoft.com', 'https://teams.microsoft.com'],
    ['https://graph.microsoft.us', 'https://gov.teams.microsoft.us'],
    ['https://dod-graph.microsoft.us', 'https://dod.teams.microsoft.us'],
    ['https://microsoftgraph.chinacloudapi.cn', 'https://teams.microsoftonline.cn'],
  ])('to %s contains a link to %s', async (graphEndpoint, teamsOrigin) => {
    const { send, sent } = feed([204], graphEndpoint);
    await send(delivery);

    expect(JSON.parse(sent[0]?.body ?? '{}')).toMatchObject({
      teamsAppId: 'app',
      topic: { webUrl: expect.stringMatching(new RegExp(`^${teamsOrigin}/l/entity/app/`)) as string },
    });
  });
});

describe('an answer', () => {
  const error = (message: string) => JSON.stringify({ error: { code: 'x', message } });
  const notInstalled =
    "Application with AAD App Id 'x' is not authorized to generate custom text notifications about '/users/x' to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat).";
  const notPermitted =
    "Missing role permissions on the request. API requires one of 'TeamsActivity.Send, TeamsActivity.Send.User'.";

  test.each<[string, number, string, string | null]>([
    ['the app is not installed for the user', 403, notInstalled, 'notInstalled'],
    ['the user did not consent', 403, notPermitted, 'notPermitted'],
    ['a 403 with an unknown message', 403, 'No.', 'notPermitted'],
    ['several apps match, none with this id', 409, 'Found multiple applications', 'notInstalled'],
    ['the app of this id is not installed', 400, 'not in the installed applications', 'notInstalled'],
    ['the request is malformed', 400, 'Bad', null],
    ['the message is too large', 413, '', null],
  ])('%s (%i): ends the delivery', (_, status, message, problem) => {
    expect(toOutcome({ status, text: error(message), retryAfter: undefined })).toEqual({
      kind: 'refused',
      problem,
    });
  });

  test('404 ends the delivery and reports that the user is missing', () => {
    expect(toOutcome({ status: 404, text: '', retryAfter: undefined })).toEqual({
      kind: 'refused',
      problem: 'notInstalled',
      isUserMissing: true,
    });
  });

  test.each<[number, number | undefined, number]>([
    [429, 120, 120_000],
    [429, undefined, 60_000],
    [500, undefined, 0],
    [502, undefined, 0],
    [503, 7, 7_000],
    [504, undefined, 0],
    [401, undefined, 0],
  ])('%i with Retry-After %s is retried', (status, retryAfter, afterMs) => {
    // The body does not matter.
    expect(toOutcome({ status, text: error(notInstalled), retryAfter })).toEqual({ kind: 'again', afterMs });
  });

  test.each([200, 202, 204])('%i means delivered', (status) => {
    expect(toOutcome({ status, text: '', retryAfter: undefined })).toEqual({ kind: 'sent' });
  });
});
