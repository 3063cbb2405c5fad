import { toOutcome } from '../../../src/server/notifications/toOutcome.js';

const error = (message: string) => JSON.stringify({ error: { code: 'x', message } });
const notInstalled =
  "Application with AAD App Id 'x' is not authorized to generate custom text notifications about '/users/x' to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat).";
const notPermitted =
  "Missing role permissions on the request. API requires one of 'TeamsActivity.Send, TeamsActivity.Send.User'.";

test.each<[string, number, string, string | null]>([
  ['the app is not installed for the user', 403, notInstalled, 'notInstalled'],
  ['the user did not consent', 403, notPermitted, 'notPermitted'],
  ['a 403 with an unknown message', 403, 'No.', 'notPermitted'],
  ['several apps match, none with this id', 409, 'Found multiple applications', 'notInstalled'],
  ['the app of this id is not installed', 400, 'not in the installed applications', 'notInstalled'],
  ['the request is malformed', 400, 'Bad', null],
  ['the message is too large', 413, '', null],
])('%s (%i): ends the delivery', (_, status, message, problem) => {
  expect(toOutcome({ status, text: error(message), retryAfter: undefined })).toEqual({
    kind: 'refused',
    problem,
  });
});

test('404 ends the delivery and reports that the user is missing', () => {
  expect(toOutcome({ status: 404, text: '', retryAfter: undefined })).toEqual({
    kind: 'refused',
    problem: 'notInstalled',
    isUserMissing: true,
  });
});

test.each<[number, number | undefined, number]>([
  [429, 120, 120_000],
  [429, undefined, 60_000],
  [500, undefined, 0],
  [502, undefined, 0],
  [503, 7, 7_000],
  [504, undefined, 0],
  [401, undefined, 0],
])('%i with Retry-After %s is retried', (status, retryAfter, afterMs) => {
  // The body does not matter.
  expect(toOutcome({ status, text: error(notInstalled), retryAfter })).toEqual({ kind: 'again', afterMs });
});

test.each([200, 202, 204])('%i means delivered', (status) => {
  expect(toOutcome({ status, text: '', retryAfter: undefined })).toEqual({ kind: 'sent' });
});
