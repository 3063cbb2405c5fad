import { Problem } from '../Problem.js';
import { NoAnswer, parseJson, type HttpAnswer } from '../outbound/httpClient.js';

/** Seconds to wait if Graph throttles without `Retry-After`. */
const defaultRetryAfter = 10;
/** Upper limit in seconds. A longer `Retry-After` is treated as an error and must not block a user for a day. */
const longestRetryAfter = 300;

const details = {
  delegation_not_allowed:
    'Microsoft Teams does not allow call delegation for this account: a calling policy forbids it, or Teams Phone is missing.',
  not_found: 'The delegation does not exist.',
  graph_unavailable: 'Microsoft Graph is unavailable right now. Try again in a minute.',
  graph_timeout: 'Microsoft Graph did not respond in time. Try again.',
  graph_unexpected: 'Microsoft Graph returned a response that cannot be used.',
} as const;

const toProblem = (code: keyof typeof details, cause: unknown): Problem =>
  new Problem({ code }, details[code], { cause });

/** Maps an error response of Graph to a Problem by status alone, because Graph's error codes change without notice. */
export function graphProblem({
  status,
  retryAfter,
  text,
}: Pick<HttpAnswer, 'status' | 'retryAfter' | 'text'>): Problem {
  // Graph's message may contain names and is never read.
  const code = /"code"\s*:\s*"([\w.-]{1,60})"/.exec(text)?.[1] ?? '';
  const cause = `Graph returned ${status} ${code}`.trim();
  if (status === 429) return throttled(retryAfter, cause);
  if (status === 403) return toProblem('delegation_not_allowed', cause);
  if (status === 404) return toProblem('not_found', cause);
  return status >= 500 ? toProblem('graph_unavailable', cause) : unexpected(cause);
}

const throttled = (retryAfter: number | undefined, cause: unknown): Problem =>
  new Problem(
    {
      code: 'throttled',
      retryAfter: Math.min(longestRetryAfter, Math.max(1, Math.ceil(retryAfter ?? defaultRetryAfter))),
    },
    'Microsoft Graph is throttling requests. Wait, then try again.',
    { cause },
  );

export const unexpected = (cause: unknown): Problem => toProblem('graph_unexpected', cause);

const noAnswerCodes = {
  timeout: 'graph_timeout',
  tooLarge: 'graph_unexpected',
  unreachable: 'graph_unavailable',
} as const;

/** Maps NoAnswer to a Problem and returns any other error unchanged. */
export const noAnswerProblem = (error: unknown): unknown =>
  error instanceof NoAnswer ? toProblem(noAnswerCodes[error.reason], error) : error;

/** Tests for a JSON object, excluding arrays and null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Graph reports some backend failures as an error body with a success status. */
export const isErrorBody = (body: unknown): boolean => isRecord(body) && isRecord(body['error']);

/**
 * Returns the claims JSON of the first Bearer challenge that has claims (Continuous Access Evaluation).
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function claimsChallenge(wwwAuthenticate: string | undefined): string | undefined {
  const challenges = (wwwAuthenticate ?? '').split(/(?:^|,)\s*(?=[A-Za-z][\w-]*\s+[\w-]+\s*=)/);
  for (const challenge of challenges) {
    if (!/^\s*bearer\s/i.test(challenge)) continue;
    const encoded = /[\s,]claims\s*=\s*"([^"]+)"/i.exec(challenge)?.[1];
    if (encoded === undefined) continue;
    const text = Buffer.from(encoded, 'base64').toString('utf8');
    if (isRecord(parseJson(text))) return text;
  }
  return undefined;
}
