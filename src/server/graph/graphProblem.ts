import { Problem } from '../Problem.js';
import { NoAnswer, type HttpAnswer } from '../outbound/httpClient.js';

/** Seconds to wait if Graph throttles without `Retry-After`. */
const defaultRetryAfter = 10;
/** Upper limit in seconds. A longer `Retry-After` is treated as an error and must not block a user for a day. */
const longestRetryAfter = 300;

/**
 * Maps an error response of Graph to a Problem by status alone, because Graph's error codes change without
 * notice.
 */
export function graphProblem(answer: Pick<HttpAnswer, 'status' | 'retryAfter' | 'text'>): Problem {
  const cause = `Graph returned ${answer.status} ${errorCode(answer.text)}`.trim();
  const { status } = answer;
  if (status === 403) {
    return new Problem(
      { code: 'delegation_not_allowed' },
      'Microsoft Teams does not allow call delegation for this account: a calling policy forbids it, or Teams Phone is missing.',
      { cause },
    );
  }
  if (status === 404) return new Problem({ code: 'not_found' }, 'The delegation does not exist.', { cause });
  if (status === 429) return throttled(answer.retryAfter, cause);
  if (status >= 500) {
    return new Problem(
      { code: 'graph_unavailable' },
      'Microsoft Graph is unavailable right now. Try again in a minute.',
      { cause },
    );
  }
  return unexpected(cause);
}

export const throttled = (retryAfter: number | undefined, cause: unknown): Problem =>
  new Problem(
    {
      code: 'throttled',
      retryAfter: Math.min(longestRetryAfter, Math.max(1, Math.ceil(retryAfter ?? defaultRetryAfter))),
    },
    'Microsoft Graph is throttling requests. Wait, then try again.',
    { cause },
  );

export const unexpected = (cause: unknown): Problem =>
  new Problem({ code: 'graph_unexpected' }, 'Microsoft Graph returned a response that cannot be used.', {
    cause,
  });

/** Maps NoAnswer to a Problem and returns any other error unchanged. */
export function noAnswerProblem(error: unknown): unknown {
  if (!(error instanceof NoAnswer)) return error;
  switch (error.reason) {
    case 'timeout':
      return new Problem({ code: 'graph_timeout' }, 'Microsoft Graph did not respond in time. Try again.', {
        cause: error,
      });
    case 'tooLarge':
      return unexpected(error);
    case 'unreachable':
      return new Problem(
        { code: 'graph_unavailable' },
        'Microsoft Graph cannot be reached right now. Try again in a minute.',
        {
          cause: error,
        },
      );
  }
}

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
    if (isJsonObject(text)) return text;
  }
  return undefined;
}

function isJsonObject(text: string): boolean {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/** Extracts Graph's error code for the log. Graph's message may contain names and is never read. */
function errorCode(text: string): string {
  return /"code"\s*:\s*"([\w.-]{1,60})"/.exec(text)?.[1] ?? '';
}
