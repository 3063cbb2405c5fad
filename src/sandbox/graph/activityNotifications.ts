import { activityTypes } from '../../contract/teamsApp.js';
import type { SandboxState } from '../state.js';
import { clientId, teamsAppId } from '../tenant.js';
import { failure, type Caller, type GraphAnswer } from './GraphAnswer.js';

const role = 'TeamsActivity.Send';
/** Graph's limit of notifications per user, app and minute. */
const mostInAMinute = 10;
/** Characters of the preview that Teams displays. */
const previewLength = 150;
const teamsHosts =
  /^https:\/\/(teams\.microsoft\.com|teams\.cloud\.microsoft|[\w-]+\.teams\.microsoft\.us)\/l\//;

type Body = {
  readonly topic?: { readonly source?: string; readonly value?: string; readonly webUrl?: string };
  readonly activityType?: string;
  readonly previewText?: { readonly content?: string };
  readonly templateParameters?: readonly unknown[];
  readonly chainId?: number;
  readonly teamsAppId?: string;
};

/**
 * Refuses the requests that Graph refuses, with the known error texts. Graph answers 204 to notifications
 * that it drops; so does this function.
 * @see https://learn.microsoft.com/graph/api/userteamwork-sendactivitynotification
 */
export function sendActivityNotification(
  state: SandboxState,
  { roles }: Caller,
  userId: string,
  text: string,
): GraphAnswer {
  if (roles === undefined) {
    return failure(
      403,
      'Forbidden',
      `Missing scope permissions on the request. API requires one of '${role}'. Scopes on the request ''.`,
    );
  }
  if (!state.people.has(userId)) return failure(404, 'NotFound', 'The user was not found.');
  const body = parse(text);
  if (body === undefined) return failure(400, 'BadRequest', 'Unable to read JSON request payload.');
  const obstacle = state.notificationObstacles.get(userId);
  if (obstacle === 'notInstalled') {
    return failure(
      403,
      'Forbidden',
      `Application with AAD App Id '${clientId}' is not authorized to generate custom text notifications about '/users/${userId}' to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat).`,
    );
  }
  if (!roles.has(role) && obstacle === 'notPermitted') {
    return failure(
      403,
      'Forbidden',
      `Missing role permissions on the request. API requires one of '${role}, ${role}.User'. Roles on the request '${[...roles].join(', ')}'. Resource specific consent grants on the request ''.`,
    );
  }
  if (body.teamsAppId === undefined && obstacle === 'twice') {
    return failure(
      409,
      'Conflict',
      `Found multiple applications with the same Microsoft Entra App ID '${clientId}'.`,
    );
  }
  if (body.teamsAppId !== undefined && body.teamsAppId !== teamsAppId)
    return failure(400, 'BadRequest', 'The app is not among the installed applications of the recipient.');
  const { topic, activityType = '', previewText, templateParameters = [], chainId } = body;
  const webUrl = topic?.webUrl ?? '';
  if (topic?.source !== 'text' || topic.value === undefined || !teamsHosts.test(webUrl))
    return failure(400, 'BadRequest', "'topic.webUrl' must be a Teams link when 'topic.source' is 'text'.");

  const nowMs = Date.now();
  const lately = state.acceptedNotifications.filter(
    (earlier) => earlier.userId === userId && nowMs - earlier.atMs < 60_000,
  );
  if (lately.length >= mostInAMinute)
    return failure(429, 'TooManyRequests', 'Too many requests.', { 'retry-after': '60' });
  state.acceptedNotifications.push({ userId, atMs: nowMs });

  const declared: readonly string[] = Object.values(activityTypes);
  if (declared.includes(activityType) && templateParameters.length === 0 && obstacle !== 'muted') {
    const preview = (previewText?.content ?? '').slice(0, previewLength);
    state.activities = [
      ...state.activities.filter(
        (known) => chainId === undefined || known.userId !== userId || known.chainId !== chainId,
      ),
      { userId, type: activityType, topic: topic.value, webUrl, preview, chainId, atMs: nowMs },
    ];
  }
  return { status: 204, body: '' };
}

function parse(text: string): Body | undefined {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return undefined;
  }
}
