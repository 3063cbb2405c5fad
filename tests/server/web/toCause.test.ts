import { LoggableError, Problem } from '../../../src/server/Problem.js';
import { toCause, toLoggedError } from '../../../src/server/web/toCause.js';

const withCode = (code: unknown, cause?: unknown) =>
  Object.assign(new Error('quotes Adele Vance', { cause }), { code });
const problem = (cause: unknown) => new Problem({ code: 'store_unavailable' }, 'Not now.', { cause });

test.each<[string, unknown, string | undefined]>([
  ['a full disk', problem(withCode('ENOSPC')), 'ENOSPC'],
  [
    'nobody listens, two errors in',
    problem(new Error('x', { cause: withCode('ECONNREFUSED') })),
    'ECONNREFUSED',
  ],
  ['the innermost of two codes', problem(withCode('UND_ERR_SOCKET', withCode('ECONNRESET'))), 'ECONNRESET'],
  ['one of several addresses', problem(new AggregateError([withCode('ETIMEDOUT')], 'Adele')), 'ETIMEDOUT'],
  ['our own words', problem('Graph answered 404 NotFound'), 'Graph answered 404 NotFound'],
  [
    'a cause made for the log',
    problem(new LoggableError('The secret is wrong. Set it.')),
    'The secret is wrong. Set it.',
  ],
  ['words that are not ours', problem(new Error('x', { cause: 'Adele Vance' })), 'Error'],
  ['a code that is a sentence', problem(withCode('Adele Vance')), 'Error'],
  ['a code that is a number', problem(withCode(20)), 'Error'],
  ['a name alone', problem(new RangeError('quotes Adele Vance')), 'RangeError'],
  ['a problem without a cause', problem(undefined), undefined],
  ['no error at all', 'Adele Vance', undefined],
])('%s', (_, error, expected) => {
  expect(toCause(error)).toBe(expected);
});

test('causes that go round in a circle end', () => {
  const error = withCode('EIO');
  error.cause = error;

  expect(toCause(error)).toBe('EIO');
});

test('the engine’s own message is kept, nobody else’s', () => {
  expect(toLoggedError(new TypeError('x is not a function'))).toMatchObject({
    message: 'x is not a function',
  });
  expect(JSON.stringify(toLoggedError(withCode('EIO')))).not.toContain('Adele');
  expect(toLoggedError('Adele Vance')).toEqual({ type: 'string' });
});
