import type { HttpAnswer } from '../http/httpClient.js';
import type { Outcome } from './Notices.js';

type Answer = Pick<HttpAnswer, 'status' | 'retryAfter' | 'text'>;

/** Milliseconds to wait when Graph throttles without saying how long. */
const throttledMs = 60_000;

/**
 * What Graph says of a notice. Pure. Only success and one of the refusals are documented; the words are what others have
 * recorded, so that each status has a meaning without them.
 * @see https://learn.microsoft.com/graph/api/userteamwork-sendactivitynotification
 */
export function toOutcome({ status, retryAfter, text }: Answer): Outcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status === 429)
    return { kind: 'again', afterMs: retryAfter === undefined ? throttledMs : retryAfter * 1_000 };
  if (status === 401 || status >= 500) return { kind: 'again', afterMs: (retryAfter ?? 0) * 1_000 };
  const isNotInstalled = /installed in the target scope|installed applications/i.test(text);
  if (status === 404) return { kind: 'refused', problem: 'notInstalled', isUserMissing: true };
  // No such app; or several of this client id, and none of them the one that is configured.
  if (isNotInstalled || status === 409) return { kind: 'refused', problem: 'notInstalled' };
  if (status === 403) return { kind: 'refused', problem: 'notPermitted' };
  return { kind: 'refused', problem: null };
}
