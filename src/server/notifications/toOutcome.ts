import type { HttpAnswer } from '../outbound/httpClient.js';
import type { Outcome } from './NotificationStore.js';

type Answer = Pick<HttpAnswer, 'status' | 'retryAfter' | 'text'>;

/** Milliseconds to wait when Graph throttles without saying how long. */
const throttledMs = 60_000;

/**
 * Converts Graph's answer. Graph documents only success and one refusal. The error texts are from public reports, so each
 * status also has a meaning without its text.
 * @see https://learn.microsoft.com/graph/api/userteamwork-sendactivitynotification
 */
export function toOutcome({ status, retryAfter, text }: Answer): Outcome {
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
