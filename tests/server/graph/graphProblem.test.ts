import {
  claimsChallenge,
  graphProblem,
  noAnswerProblem,
  throttled,
  unexpected,
} from '../../../src/server/graph/graphProblem.js';
import { NoAnswer } from '../../../src/server/outbound/httpClient.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const wanted = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';

test.each([
  ['alone', `Bearer claims="${base64(wanted)}"`],
  ['in lower case with spaces', `  bearer  realm="", claims = "${base64(wanted)}"`],
  ['in upper case', `BEARER CLAIMS="${base64(wanted)}"`],
  ['after another scheme', `Basic realm="x", Bearer error="e", claims="${base64(wanted)}"`],
  ['after one without claims', `Bearer realm="x", Bearer claims="${base64(wanted)}"`],
  ['after an unreadable one', `Bearer claims="%%", Bearer claims="${base64(wanted)}"`],
  ['without a comma before it', `Basic abc,Bearer claims="${base64(wanted)}"`],
  ['after a comma and several spaces', `Basic realm="x",  Bearer  claims="${base64(wanted)}"`],
  ['before one with other claims', `Bearer claims="${base64(wanted)}", Bearer claims="${base64('{}')}"`],
])('finds the claims of a challenge %s', (_, header) => {
  expect(claimsChallenge(header)).toBe(wanted);
});

test.each([
  ['no header', undefined],
  ['an empty header', ''],
  ['a challenge without claims', 'Bearer realm=""'],
  ['claims of another scheme', `Basic claims="${base64(wanted)}"`],
  ['empty claims', 'Bearer claims=""'],
  ['claims that are not JSON', `Bearer claims="${base64('{')}"`],
  ['null', `Bearer claims="${base64('null')}"`],
  ['a number', `Bearer claims="${base64('7')}"`],
  ['claims of a scheme whose name ends with bearer', `x-bearer claims="${base64(wanted)}"`],
  ['a parameter whose name ends with claims', `Bearer x="", noclaims="${base64(wanted)}"`],
])('finds no claims for %s', (_, header) => {
  expect(claimsChallenge(header)).toBeUndefined();
});

test.each([
  [undefined, 10],
  [0, 1],
  [7.2, 8],
  [300, 300],
  [301, 300],
])('maps a Retry-After of %s s to %i s', (retryAfter, seconds) => {
  expect(throttled(retryAfter, 'c').reason).toMatchObject({ code: 'throttled', retryAfter: seconds });
});

test.each([
  ['{"error":{"code":"Some.Code-1"}}', 'Graph returned 400 Some.Code-1'],
  ['{"error":{"code" : "Spaced"}}', 'Graph returned 400 Spaced'],
  ['<html>', 'Graph returned 400'],
  ['{"error":{"code":"Ms Vance is on leave"}}', 'Graph returned 400'],
  [`{"error":{"code":"${'x'.repeat(61)}"}}`, 'Graph returned 400'],
])('logs only the error code of %s', (text, cause) => {
  expect(graphProblem({ status: 400, retryAfter: undefined, text }).cause).toBe(cause);
});

test.each([
  [400, 'graph_unexpected'],
  [402, 'graph_unexpected'],
  [403, 'delegation_not_allowed'],
  [404, 'not_found'],
  [405, 'graph_unexpected'],
  [429, 'throttled'],
  [499, 'graph_unexpected'],
  [500, 'graph_unavailable'],
  [503, 'graph_unavailable'],
])('maps status %i to %s regardless of the error code', (status, code) => {
  const problem = graphProblem({ status, retryAfter: 7, text: '{"code":"NotFound"}' });

  expect(problem.reason.code).toBe(code);
  expect(problem.cause).toBe(`Graph returned ${status} NotFound`);
});

test.each([
  ['timeout', 'graph_timeout'],
  ['tooLarge', 'graph_unexpected'],
  ['unreachable', 'graph_unavailable'],
] as const)('maps a missing response (%s) to %s and keeps its cause', (reason, code) => {
  const cause = new NoAnswer(reason);

  expect(noAnswerProblem(cause)).toMatchObject({ reason: { code }, cause });
});

test('returns other errors unchanged', () => {
  const error = new Error('Another.');

  expect(noAnswerProblem(error)).toBe(error);
  expect(unexpected('c')).toMatchObject({ reason: { code: 'graph_unexpected' }, cause: 'c' });
});
