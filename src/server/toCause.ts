import { LoggableError, Problem } from './Problem.js';

/** Errors of the JavaScript engine. Their messages quote code, not data. */
const ownMistakes: readonly unknown[] = [TypeError, ReferenceError, RangeError];
/** Limit for chains of causes, which may be circular. */
const longestChain = 8;

/**
 * Returns the root cause of an error for the log: the innermost code (`ECONNREFUSED`, `ENOSPC`, `57P01`), else a name. It
 * never returns the message of a foreign error, which may quote its input.
 */
export function toCause(error: unknown): string | undefined {
  const chain = toChain(error);
  const last = chain.at(-1);
  if (last instanceof LoggableError) return last.message;
  if (last instanceof Problem && typeof last.cause === 'string') return last.cause;
  return (
    chain.map(toCode).findLast((code) => code !== undefined) ??
    chain.map(toName).findLast((name) => name !== 'Problem')
  );
}

/** Serializes an unexpected error for the log: its stack, and its message only if it comes from the JavaScript engine. */
export function toLoggedError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const isOwn = ownMistakes.includes(error.constructor) && toCode(error) === undefined;
  return {
    type: toName(error),
    ...(isOwn && { message: error.message }),
    cause: toCause(error),
    stack: [...(error.stack ?? '').matchAll(/^ {4}at .+$/gm)].join('\n'),
  };
}

function toChain(error: unknown): Error[] {
  const chain: Error[] = [];
  let next = error;
  while (next instanceof Error && chain.length < longestChain) {
    chain.push(next);
    next = next.cause ?? (next instanceof AggregateError ? (next.errors as unknown[])[0] : undefined);
  }
  return chain;
}

const toCode = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' && /^\w{1,60}$/.test(error.code) ? error.code : undefined;

const toName = ({ name }: Error): string => (/^\w{1,60}$/.test(name) ? name : 'Error');
