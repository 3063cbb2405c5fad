import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';

/** Browsers send at most about 200 characters. */
const maxLength = 512;

/**
 * Parses `Accept-Language`, by preference. A header over 512 characters is cut after its last complete tag, to bound the
 * work that a request can cause.
 * @see RFC 9110, section 12.5.4
 */
export function acceptedLanguages({ headers }: Pick<IncomingMessage, 'headers'>): readonly string[] {
  const header = headers['accept-language'] ?? '';
  const parsed = header.length <= maxLength ? header : cutAfterLastTag(header.slice(0, maxLength));
  return new Negotiator({ headers: { 'accept-language': parsed } }).languages();
}

const cutAfterLastTag = (header: string): string => header.slice(0, Math.max(0, header.lastIndexOf(',')));
