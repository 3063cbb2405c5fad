import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';
import type { ZodType } from 'zod';
import { peoplePerRequest } from '../../contract/delegation.js';
import { isGuid } from '../../contract/guid.js';
import { Problem } from '../Problem.js';

/** Parses a part of a request. Throws Problem `invalid_request` with the text `expected`. */
export function parseRequest<Value>(schema: ZodType<Value>, part: unknown, expected: string): Value {
  const parsed = schema.safeParse(part);
  if (parsed.success) return parsed.data;
  throw new Problem({ code: 'invalid_request' }, expected);
}

export type PeopleQuery = { readonly Querystring: { readonly id?: string | string[] } };

/** Returns lower-case ids, each once. Throws Problem `invalid_request`. */
export function requirePeopleIds(query: string | string[] | undefined): string[] {
  const ids = [...new Set([query ?? []].flat().map((id) => id.toLowerCase()))];
  if (ids.length >= 1 && ids.length <= peoplePerRequest && ids.every(isGuid)) return ids;
  throw new Problem(
    { code: 'invalid_request' },
    `Ask for 1 to ${peoplePerRequest} people: ?id={GUID}&id={GUID}…`,
  );
}

/** Browsers send at most about 200 characters. */
const maxLength = 512;

/**
 * Parses `Accept-Language`, by preference. A header over 512 characters is cut after its last complete tag, to bound the
 * work that a request can cause.
 * @see RFC 9110, section 12.5.4
 */
export function acceptedLanguages({ headers }: Pick<IncomingMessage, 'headers'>): readonly string[] {
  const header = headers['accept-language'] ?? '';
  const end = header.length <= maxLength ? header.length : header.lastIndexOf(',', maxLength - 1);
  return new Negotiator({ headers: { 'accept-language': header.slice(0, Math.max(0, end)) } }).languages();
}
