import type { ZodType } from 'zod';
import { Problem } from '../Problem.js';

/** Parses a part of a request. Throws Problem `invalid_request` with the text `expected`. */
export function parseRequest<Value>(schema: ZodType<Value>, part: unknown, expected: string): Value {
  const parsed = schema.safeParse(part);
  if (parsed.success) return parsed.data;
  throw new Problem({ code: 'invalid_request' }, expected);
}
