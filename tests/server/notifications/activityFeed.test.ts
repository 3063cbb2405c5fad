import { activityTypes } from '../../../src/contract/teamsApp.js';
import { languages } from '../../../src/contract/languages.js';
import { toSubPageId } from '../../../src/contract/place.js';
import type { HttpClient } from '../../../src/server/outbound/httpClient.js';
import { createActivityFeed, toOutcome } from '../../../src/server/notifications/activityFeed.js';
import type { Delivery, Outcome } from '../../../src/server/notifications/outbox.js';
import { toNotification, type NotificationWords } from '../../../src/server/notifications/toNotification.js';
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
  const make = (change: Partial<Delivery> = {}) =>
    toNotification({ ...delivery, ...change }, words, otherId, 'https://teams.microsoft.com');
  const second = { otherId: objectId };
  const reminder = { kind: 'confirmationDue', about: [] } as const;

  test.each<[string, Delivery['about'], string, string]>([
    ['one delegate', [delegate], words.topic.delegates, words.changed.one.delegates],
    ['one whom they support', [delegator], words.topic.delegators, words.changed.one.delegators],
    ['several delegates', [delegate, { ...delegate, ...second }], words.topic.delegates, words.changed.several.delegates],
    ['several whom they support', [delegator, { ...delegator, ...second }], words.topic.delegators, words.changed.several.delegators],
    ['both lists', [delegate, delegator], words.topic.both, words.changed.several.both],
  ])('names its topic: %s', (_, about, topic, preview) => {
    const { previewText, ...rest } = make({ about });

    expect([rest.topic.value, previewText.content]).toEqual([topic, preview]);
    expect([rest.activityType, rest.templateParameters]).toEqual([activityTypes.changed, []]);
  }); // prettier-ignore

  test('only a repeated notification replaces the earlier one', () => {
    const { chainId } = make();
    const others = [
      make({ decidedAtMs: delivery.decidedAtMs + 1 }),
      make({ user: { tenantId, objectId: otherId } }),
      make({ user: { tenantId: otherId, objectId } }),
      make(reminder),
    ].map((other) => other.chainId);

    expect(make({ claim: 'another', about: [delegator] }).chainId).toBe(chainId);
    expect(new Set([chainId, ...others]).size).toBe(5);
    expect([chainId, ...others].every((id) => Number.isSafeInteger(id) && id >= 0)).toBe(true);
  });

  test('links to the delegation, to the first of several, and from a reminder to the tab', () => {
    const linkOf = (change?: Partial<Delivery>) => new URL(make(change).topic.webUrl);
    const contextOf = (change?: Partial<Delivery>) =>
      JSON.parse(linkOf(change).searchParams.get('context') ?? '') as unknown;
    const toDelegate = { subEntityId: toSubPageId({ kind: 'own', list: 'delegates', id: otherId }) };
    const toDelegator = { subEntityId: toSubPageId({ kind: 'own', list: 'delegators', id: objectId }) };

    expect(contextOf()).toEqual(toDelegate);
    expect(contextOf({ about: [{ ...delegator, ...second }, delegate] })).toEqual(toDelegator);
    expect(linkOf(reminder).href).toBe(`https://teams.microsoft.com/l/entity/${otherId}/callDelegates`);
    expect(make(reminder)).toMatchObject({
      topic: { source: 'text' },
      previewText: { content: words.confirmationDue },
      activityType: activityTypes.confirmationDue,
    });
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
  /** Sends one notification. @param answers status of each answer, or why there is none */
  async function send(answers: readonly (number | Error)[], graphEndpoint = 'https://graph.microsoft.com') {
    const requests: Parameters<HttpClient['send']>[0][] = [];
    const tokens: (readonly [tenantId: string, rejected: string | undefined])[] = [];
    const http = {
      send: (request: (typeof requests)[0]) => {
        const status = answers[requests.push(request) - 1];
        if (typeof status !== 'number') return Promise.reject(status ?? new Error('Asked too often.'));
        const header = (name: string) => (name === 'request-id' ? 'x'.repeat(99) : undefined);
        return Promise.resolve({ status, text: '', retryAfter: undefined, header });
      },
    } as unknown as HttpClient;
    const deliver = createActivityFeed({
      http,
      graphEndpoint,
      teamsAppId: 'app',
      words: { en: words } as Parameters<typeof createActivityFeed>[0]['words'],
      getToken: (tenant, rejected?: { accessToken: string }) => {
        tokens.push([tenant, rejected?.accessToken]);
        return Promise.resolve({ accessToken: `token-${tokens.length}` });
      },
    });
    const attempt = await deliver({ ...delivery, user: { tenantId, objectId: 'a/b' } });
    return { attempt, requests, tokens };
  }
  // A request id is cut to the length of an id.
  const requestId = 'x'.repeat(64);

  test('posts a notification for its recipient with the app’s own token, on a separate pool', async () => {
    const beganMs = Date.now();
    const { attempt, requests, tokens } = await send([204]);

    expect(attempt).toEqual({ outcome: { kind: 'sent' }, status: 204, requestId });
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: {
          origin: 'https://graph.microsoft.com',
          pathname: '/v1.0/users/a%2Fb/teamwork/sendActivityNotification',
          search: '',
        },
        pool: 'extras',
        headers: {
          authorization: 'Bearer token-1',
          'content-type': 'application/json',
          'client-request-id': expect.stringMatching(/^[\da-f-]{36}$/) as string,
        },
        signal: { aborted: false },
      },
    ]);
    expect(requests[0]?.deadlineMs).toBeGreaterThanOrEqual(beganMs + 8_000);
    expect(tokens).toEqual([[tenantId, undefined]]);
  });

  test('renews a token that Graph refuses, once', async () => {
    const { attempt, requests, tokens } = await send([401, 401]);

    expect(attempt).toEqual({ outcome: { kind: 'again', afterMs: 0 }, status: 401, requestId });
    expect(tokens).toEqual([
      [tenantId, undefined],
      [tenantId, 'token-1'],
    ]);
    const sent = requests.map(({ headers }) => headers?.['authorization']);
    expect(sent).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('without an answer is retried, and its cause is logged', async () => {
    const cause = new Error('Reset.');

    expect((await send([cause])).attempt).toEqual({ outcome: { kind: 'again', afterMs: 0 }, cause });
  });

  test.each([
    ['https://graph.microsoft.com', 'https://teams.microsoft.com'],
    ['https://graph.microsoft.us', 'https://gov.teams.microsoft.us'],
    ['https://dod-graph.microsoft.us', 'https://dod.teams.microsoft.us'],
    ['https://microsoftgraph.chinacloudapi.cn', 'https://teams.microsoftonline.cn'],
  ])('to %s contains a link to %s', async (graphEndpoint, teamsOrigin) => {
    const { requests } = await send([204], graphEndpoint);

    expect(requests[0]?.body).toContain(`"webUrl":"${teamsOrigin}/l/entity/app/`);
  });
});

describe('an answer', () => {
  const notInstalled =
    "Application with AAD App Id 'x' is not authorized to generate custom text notifications about '/users/x' to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat).";
  const notPermitted =
    "Missing role permissions on the request. API requires one of 'TeamsActivity.Send, TeamsActivity.Send.User'.";
  const sent: Outcome = { kind: 'sent' };
  const again = (afterMs: number): Outcome => ({ kind: 'again', afterMs });
  const refused = (problem: 'notInstalled' | 'notPermitted' | null): Outcome => ({
    kind: 'refused',
    problem,
  });

  test.each<[status: number, retryAfter: number | undefined, message: string, outcome: Outcome]>([
    [200, undefined, '', sent],
    [204, undefined, '', sent],
    [403, undefined, notInstalled, refused('notInstalled')],
    [403, undefined, notPermitted, refused('notPermitted')],
    [403, undefined, 'An unknown message.', refused('notPermitted')],
    [404, undefined, '', { kind: 'refused', problem: 'notInstalled', isUserMissing: true }],
    // Several apps match, and none has this id.
    [409, undefined, 'Found multiple applications', refused('notInstalled')],
    [400, undefined, 'not in the installed applications', refused('notInstalled')],
    [400, undefined, 'Bad', refused(null)],
    [413, undefined, '', refused(null)],
    // These are retried for every message.
    [401, undefined, notInstalled, again(0)],
    [500, undefined, notInstalled, again(0)],
    [503, 7, '', again(7_000)],
    [429, 120, notInstalled, again(120_000)],
    [429, undefined, '', again(60_000)],
  ])('%i with Retry-After %s and "%s" means %j', (status, retryAfter, message, outcome) => {
    const text = JSON.stringify({ error: { code: 'x', message } });

    expect(toOutcome({ status, text, retryAfter })).toEqual(outcome);
  });
});
