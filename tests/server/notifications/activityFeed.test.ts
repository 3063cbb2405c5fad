import type { HttpAnswer, HttpClient } from '../../../src/server/outbound/httpClient.js';
import { createActivityFeed } from '../../../src/server/notifications/activityFeed.js';
import type { Delivery } from '../../../src/server/notifications/NotificationStore.js';
import type { NotificationWords } from '../../../src/server/notifications/notificationWords.js';

/** Requests to Graph, and how its answers are interpreted. */

const each = { delegates: 'Yours', delegators: 'Theirs', both: 'Both' };
const words: NotificationWords = {
  topic: each,
  changed: { one: each, several: each },
  confirmationDue: 'Look.',
};
const delivery: Delivery = {
  claim: 'c',
  user: { tenantId: 't', objectId: 'a/b' },
  language: 'en',
  kind: 'changed',
  about: [{ list: 'delegates', otherId: 'd' }],
  decidedAtMs: 0,
};

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
    getToken: (tenantId, rejected?: { accessToken: string }) => {
      asked.push([tenantId, rejected?.accessToken]);
      return Promise.resolve({ accessToken: `token-${asked.length}` });
    },
  });
  return { send, sent, asked };
}

test('posts a notification for its recipient with the app’s own token, on a separate pool', async () => {
  const { send, sent, asked } = feed([204]);
  const beganMs = Date.now();

  expect(await send(delivery)).toEqual({ outcome: { kind: 'sent' }, status: 204 });
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
  expect(asked).toEqual([['t', undefined]]);
});

test('renews a token that Graph refuses, once', async () => {
  const { send, sent, asked } = feed([401, 204]);

  expect(await send(delivery)).toEqual({ outcome: { kind: 'sent' }, status: 204 });
  expect(asked).toEqual([
    ['t', undefined],
    ['t', 'token-1'],
  ]);
  expect(sent.map(({ headers }) => headers?.['authorization'])).toEqual(['Bearer token-1', 'Bearer token-2']);
  const again = feed([401, 401]);
  expect(await again.send(delivery)).toMatchObject({ outcome: { kind: 'again' }, status: 401 });
  expect(again.sent).toHaveLength(2);
});

test('a request without an answer is retried, and its cause is logged', async () => {
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
])('with Graph at %s a notification links to %s', async (graphEndpoint, teamsOrigin) => {
  const { send, sent } = feed([204], graphEndpoint);
  await send(delivery);

  expect(JSON.parse(sent[0]?.body ?? '{}')).toMatchObject({
    teamsAppId: 'app',
    topic: { webUrl: expect.stringMatching(new RegExp(`^${teamsOrigin}/l/entity/app/`)) as string },
  });
});
