import { LoggableError, Problem } from '../../src/server/Problem.js';
import { toCause, toLoggedError } from '../../src/server/toCause.js';

const withCode = (code: unknown, cause?: unknown) =>
  Object.assign(new Error('quotes Adele Vance', { cause }), { code });
const problem = (cause: unknown) => new Problem({ code: 'store_unavailable' }, 'Not now.', { cause });

test.each<[string, unknown, string | undefined]>([
  ['a full disk', problem(withCode('ENOSPC')), 'ENOSPC'],
  [
    'a refused connection, two errors deep',
    problem(new Error('x', { cause: withCode('ECONNREFUSED') })),
    'ECONNREFUSED',
  ],
  ['two nested codes', problem(withCode('UND_ERR_SOCKET', withCode('ECONNRESET'))), 'ECONNRESET'],
  ['an AggregateError', problem(new AggregateError([withCode('ETIMEDOUT')], 'Adele')), 'ETIMEDOUT'],
  ['a string cause of a Problem', problem('Graph returned 404 NotFound'), 'Graph returned 404 NotFound'],
  [
    'a LoggableError',
    problem(new LoggableError('The secret is wrong. Set it.')),
    'The secret is wrong. Set it.',
  ],
  ['a string cause of a foreign error', problem(new Error('x', { cause: 'Adele Vance' })), 'Error'],
  ['a code that is a sentence', problem(withCode('Adele Vance')), 'Error'],
  ['a code that is a number', problem(withCode(20)), 'Error'],
  ['an error without a code', problem(new RangeError('quotes Adele Vance')), 'RangeError'],
  ['a problem without a cause', problem(undefined), undefined],
  ['a value that is not an Error', 'Adele Vance', undefined],
])('returns the cause of %s', (_, error, expected) => {
  expect(toCause(error)).toBe(expected);
});

test('ends on circular causes', () => {
  const error = withCode('EIO');
  error.cause = error;

  expect(toCause(error)).toBe('EIO');
});

test('keeps the message of an engine error only', () => {
  expect(toLoggedError(new TypeError('x is not a function'))).toMatchObject({
    message: 'x is not a function',
  });
  expect(JSON.stringify(toLoggedError(withCode('EIO')))).not.toContain('Adele');
  expect(toLoggedError('Adele Vance')).toEqual({ type: 'string' });
});
