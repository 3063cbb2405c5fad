import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';

/** Characters of the header that are parsed. Browsers send at most about 200. */
const maxLength = 512;

/**
 * The languages of the `Accept-Language` header, most wanted first. A longer header is cut after its last complete tag, so
 * that parsing it costs little.
 * @see RFC 9110, section 12.5.4
 */
export function acceptedLanguages({ headers }: Pick<IncomingMessage, 'headers'>): readonly string[] {
  const header = headers['accept-language'] ?? '';
  const parsed = header.length <= maxLength ? header : cutAfterLastTag(header.slice(0, maxLength));
  return new Negotiator({ headers: { 'accept-language': parsed } }).languages();
}

const cutAfterLastTag = (header: string): string => header.slice(0, Math.max(0, header.lastIndexOf(',')));
