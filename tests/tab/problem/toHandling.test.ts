import type { TabProblem } from '../../../src/tab/api/TabProblem.js';
import { toHandling } from '../../../src/tab/problem/toHandling.js';
import { problemStatus, type ProblemCode } from '../../../src/contract/problem.js';

type Code = TabProblem['code'];

/** The user's way out, the administrator's task and when it is offered, and the reason reported to the host. */
const table: Readonly<Record<Code, readonly [wayOut: string, administrator: string, host: string]>> = {
  consent_required: ['consent', 'consent first', 'PermissionError'],
  interaction_required: ['signIn', 'lookAtSignIn afterSignIn', 'PermissionError'],
  delegation_not_allowed: ['tryAgain', 'allowDelegation first', 'PermissionError'],
  insufficient_scope: ['tryAgain', 'lookAtApp first', 'PermissionError'],
  misconfigured: ['tryAgain', 'lookAtApp first', 'Other'],
  sign_in_blocked: ['tryAgain', 'lookAtSignIn first', 'PermissionError'],
  not_found: ['tryAgain', 'assignTeamsPhone first', 'NotFound'],
  throttled: ['tryAgain', 'lookAtApp lasting', 'Throttling'],
  rate_limited: ['tryAgain', 'lookAtApp lasting', 'Throttling'],
  offline: ['tryAgain', '', 'Offline'],
  list_changed: ['look', '', 'Other'],
  invalid_token: ['tryAgain', 'lookAtApp second', 'Other'],
  host_silent: ['tryAgain', 'lookAtApp second', 'Other'],
  sign_in_failed: ['tryAgain', 'lookAtApp second', 'Other'],
  graph_unexpected: ['tryAgain', 'lookAtApp second', 'Other'],
  graph_unavailable: ['tryAgain', 'lookAtApp second', 'Other'],
  graph_timeout: ['tryAgain', 'lookAtApp second', 'Other'],
  entra_unavailable: ['tryAgain', 'lookAtApp second', 'Other'],
  internal_error: ['tryAgain', 'lookAtApp second', 'Other'],
  store_unavailable: ['tryAgain', 'lookAtApp second', 'Other'],
  invalid_request: ['tryAgain', '', 'Other'],
  invalid_id: ['tryAgain', '', 'Other'],
  unreachable: ['tryAgain', '', 'Other'],
  host_refused: ['tryAgain', '', 'Other'],
};

test.each(Object.entries(table))('handles %s: %j', (code, [wayOut, help, reported]) => {
  const { wayOut: way, administrator, host } = toHandling({ code, claims: '', reason: '' } as TabProblem);

  expect(way.kind).toBe(wayOut);
  expect(administrator === undefined ? '' : `${administrator.task} ${administrator.when}`).toBe(help);
  expect(host).toBe(reported);
});

test('the table covers every code of the API', () => {
  const codes = Object.keys(problemStatus) as ProblemCode[];

  expect(codes.filter((code) => !(code in table))).toEqual([]);
});

test('a repeated sign-in carries Microsoft’s claims and the tenant', () => {
  const claims = '{"access_token":{}}';

  expect(toHandling({ code: 'interaction_required', claims, tenantId: 't' } as TabProblem).wayOut).toEqual({
    kind: 'signIn',
    need: 'proof',
    claims,
    tenantId: 't',
  });
});

test.each([
  ['resourceRequiresConsent', 'signIn', 'consent second'],
  ['tokenRevoked', 'signIn', 'consent second'],
  ['CancelledByUser', 'signIn', 'consent second'],
  ['FailedToOpenWindow', 'signIn', 'consent second'],
  ['resourceDisabled', 'tryAgain', 'lookAtApp first'],
  ['renewalTimeout', 'tryAgain', 'lookAtApp second'],
  ['made up', 'tryAgain', 'lookAtApp second'],
])('handles the host’s reason %s: %s, %s', (reason, wayOut, help) => {
  const { wayOut: way, administrator } = toHandling({ code: 'sign_in_failed', reason });

  expect(way.kind).toBe(wayOut);
  expect(`${administrator?.task ?? ''} ${administrator?.when ?? ''}`).toBe(help);
});
