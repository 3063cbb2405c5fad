import { randomUUID } from 'node:crypto';
import type { LanguageTag } from '../../contract/languages.js';
import type { HttpAnswer, HttpClient } from '../outbound/httpClient.js';
import { inTime, withDeadline, type Deadline } from '../time/Deadline.js';
import type { Delivery, Outcome } from './outbox.js';
import { toNotification, type NotificationWords } from './toNotification.js';

type AppToken = { readonly accessToken: string };

/** Returns an app-only token of a tenant. `rejected`: one that Graph no longer accepts. */
export type GetAppToken = (tenantId: string, rejected?: AppToken) => Promise<AppToken>;

/** Result of an attempt, for the log. Contains no personal data. */
export type Attempt = {
  readonly outcome: Outcome;
  /** HTTP status of Graph. Undefined when Graph was not asked or did not answer. */
  readonly status?: number;
  readonly requestId?: string;
  readonly cause?: unknown;
};

export type ActivityFeedOptions = {
  readonly http: HttpClient;
  readonly graphEndpoint: string;
  readonly teamsAppId: string;
  readonly words: Readonly<Record<LanguageTag, NotificationWords>>;
  readonly getToken: GetAppToken;
};

/** Milliseconds for one delivery, including the token and retries. A delivery that hangs is tried again later. */
const sendMs = 8_000;

/** Milliseconds to wait when Graph throttles without saying how long. */
const throttledMs = 60_000;

/** Origins of Teams in the national clouds, by Graph endpoint. */
const teamsOrigins: Readonly<Record<string, string>> = {
  'https://graph.microsoft.us': 'https://gov.teams.microsoft.us',
  'https://dod-graph.microsoft.us': 'https://dod.teams.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn': 'https://teams.microsoftonline.cn',
};

/** Sends notifications to the activity feed of Teams. A failed request is an outcome, not an exception. */
export function createActivityFeed(options: ActivityFeedOptions) {
  const { http, graphEndpoint, teamsAppId, words, getToken } = options;
  const teamsOrigin = teamsOrigins[graphEndpoint] ?? 'https://teams.microsoft.com';

  const post = async (delivery: Delivery, token: AppToken, body: string, deadline: Deadline) => {
    const objectId = encodeURIComponent(delivery.user.objectId);
    return await http.send({
      url: new URL(`/v1.0/users/${objectId}/teamwork/sendActivityNotification`, graphEndpoint),
      method: 'POST',
      headers: {
        authorization: `Bearer ${token.accessToken}`,
        'content-type': 'application/json',
        'client-request-id': randomUUID(),
      },
      body,
      ...deadline,
      pool: 'extras',
    });
  };

  const deliver = async (delivery: Delivery, body: string, deadline: Deadline) => {
    const { tenantId } = delivery.user;
    const token = await inTime(getToken(tenantId), deadline);
    const answer = await post(delivery, token, body, deadline);
    if (answer.status !== 401) return answer;
    return await post(delivery, await inTime(getToken(tenantId, token), deadline), body, deadline);
  };

  return async (delivery: Delivery): Promise<Attempt> => {
    const notification = toNotification(delivery, words[delivery.language], teamsAppId, teamsOrigin);
    const body = JSON.stringify(notification);
    try {
      const answer = await withDeadline(sendMs, (deadline) => deliver(delivery, body, deadline));
      const requestId = answer.header('request-id');
      return {
        outcome: toOutcome(answer),
        status: answer.status,
        ...(requestId !== undefined && { requestId: requestId.slice(0, 64) }),
      };
    } catch (cause) {
      return { outcome: { kind: 'again', afterMs: 0 }, cause };
    }
  };
}

/**
 * Converts Graph's answer. Graph documents only success and one refusal. The error texts are from public reports, so each
 * status also has a meaning without its text.
 * @see https://learn.microsoft.com/graph/api/userteamwork-sendactivitynotification
 */
export function toOutcome({
  status,
  retryAfter,
  text,
}: Pick<HttpAnswer, 'status' | 'retryAfter' | 'text'>): Outcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status === 429)
    return { kind: 'again', afterMs: retryAfter === undefined ? throttledMs : retryAfter * 1_000 };
  if (status === 401 || status >= 500) return { kind: 'again', afterMs: (retryAfter ?? 0) * 1_000 };
  const isNotInstalled = /installed in the target scope|installed applications/i.test(text);
  if (status === 404) return { kind: 'refused', problem: 'notInstalled', isUserMissing: true };
  // The app is not installed, or several apps have this client ID and none of them is the configured one.
  if (isNotInstalled || status === 409) return { kind: 'refused', problem: 'notInstalled' };
  if (status === 403) return { kind: 'refused', problem: 'notPermitted' };
  return { kind: 'refused', problem: null };
}
