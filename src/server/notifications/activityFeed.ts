import { randomUUID } from 'node:crypto';
import type { LanguageTag } from '../../contract/languages.js';
import type { HttpClient } from '../outbound/httpClient.js';
import { inTime, withDeadline, type Deadline } from '../time/Deadline.js';
import type { Delivery, Outcome } from './NotificationStore.js';
import { toNotification } from './toNotification.js';
import { toOutcome } from './toOutcome.js';
import type { NotificationWords } from './notificationWords.js';

type AppToken = { readonly accessToken: string };

/**
 * Returns an app-only token of a tenant.
 * @param rejected a token that Graph no longer accepts
 */
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
  readonly words: ReadonlyMap<LanguageTag, NotificationWords>;
  readonly getToken: GetAppToken;
};

/** Milliseconds for one delivery, including the token and retries. A delivery that hangs is tried again later. */
const sendMs = 8_000;

/** Origins of Teams in the national clouds, by Graph endpoint. */
const teamsOrigins: Readonly<Record<string, string>> = {
  'https://graph.microsoft.us': 'https://gov.teams.microsoft.us',
  'https://dod-graph.microsoft.us': 'https://dod.teams.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn': 'https://teams.microsoftonline.cn',
};

/** Sends notifications to the activity feed of Teams. A failed request is an outcome, not an exception. */
export function createActivityFeed(options: ActivityFeedOptions) {
  const { http, graphEndpoint, teamsAppId, getToken } = options;
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
    const words = options.words.get(delivery.language);
    if (words === undefined) throw new Error(`There are no texts in ${delivery.language}.`);
    const body = JSON.stringify(toNotification(delivery, { words, teamsAppId, teamsOrigin }));
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
