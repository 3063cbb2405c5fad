import {
  claimsChallenge,
  graphProblem,
  noAnswerProblem,
  throttled,
  unexpected,
} from '../../../src/server/graph/graphProblem.js';
import { NoAnswer } from '../../../src/server/http/httpClient.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const wanted = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';

test.each([
  ['alone', `Bearer claims="${base64(wanted)}"`],
  ['in small letters, with blanks', `  bearer  realm="", claims = "${base64(wanted)}"`],
  ['in capitals', `BEARER CLAIMS="${base64(wanted)}"`],
  ['behind another scheme', `Basic realm="x", Bearer error="e", claims="${base64(wanted)}"`],
  ['behind one that has none', `Bearer realm="x", Bearer claims="${base64(wanted)}"`],
  ['behind one that cannot be read', `Bearer claims="%%", Bearer claims="${base64(wanted)}"`],
  ['without a comma before it', `Basic abc,Bearer claims="${base64(wanted)}"`],
  ['behind a comma and more than one blank', `Basic realm="x",  Bearer  claims="${base64(wanted)}"`],
  ['before one that has others', `Bearer claims="${base64(wanted)}", Bearer claims="${base64('{}')}"`],
])('claims of a challenge %s are found', (_, header) => {
  expect(claimsChallenge(header)).toBe(wanted);
});

test.each([
  ['no header', undefined],
  ['nothing in it', ''],
  ['none', 'Bearer realm=""'],
  ['those of another scheme', `Basic claims="${base64(wanted)}"`],
  ['empty ones', 'Bearer claims=""'],
  ['no JSON', `Bearer claims="${base64('{')}"`],
  ['null', `Bearer claims="${base64('null')}"`],
  ['a number', `Bearer claims="${base64('7')}"`],
  ['those of a scheme whose name only ends like it', `x-bearer claims="${base64(wanted)}"`],
  ['the end of another name', `Bearer x="", noclaims="${base64(wanted)}"`],
])('%s: there are no claims', (_, header) => {
  expect(claimsChallenge(header)).toBeUndefined();
});

test.each([
  [undefined, 10],
  [0, 1],
  [7.2, 8],
  [300, 300],
  [301, 300],
])('asked to wait %s s, it is %i', (retryAfter, seconds) => {
  expect(throttled(retryAfter, 'c').reason).toMatchObject({ code: 'throttled', retryAfter: seconds });
});

test.each([
  ['{"error":{"code":"Some.Code-1"}}', 'Graph answered 400 Some.Code-1'],
  ['{"error":{"code" : "Spaced"}}', 'Graph answered 400 Spaced'],
  ['<html>', 'Graph answered 400'],
  ['{"error":{"code":"Ms Vance is on leave"}}', 'Graph answered 400'],
  [`{"error":{"code":"${'x'.repeat(61)}"}}`, 'Graph answered 400'],
])('of %s the log gets a code and nothing else', (text, cause) => {
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
])('%i is %s, whatever it says', (status, code) => {
  const problem = graphProblem({ status, retryAfter: 7, text: '{"code":"NotFound"}' });

  expect(problem.reason.code).toBe(code);
  expect(problem.cause).toBe(`Graph answered ${status} NotFound`);
});

test.each([
  ['timeout', 'graph_timeout'],
  ['tooLarge', 'graph_unexpected'],
  ['unreachable', 'graph_unavailable'],
] as const)('no answer (%s) is %s, with its cause', (reason, code) => {
  const cause = new NoAnswer(reason);

  expect(noAnswerProblem(cause)).toMatchObject({ reason: { code }, cause });
});

test('what is no lack of an answer stays what it is', () => {
  const error = new Error('Another.');

  expect(noAnswerProblem(error)).toBe(error);
  expect(unexpected('c')).toMatchObject({ reason: { code: 'graph_unexpected' }, cause: 'c' });
});
