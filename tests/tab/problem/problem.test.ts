import type { TabProblem } from '../../../src/tab/api/TabProblem.js';
import { toHandling } from '../../../src/tab/problem/toHandling.js';
import { toWaitSeconds } from '../../../src/tab/problem/useWait.js';

describe('the handling of a problem', () => {
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
    expect(administrator === undefined ? '' : `${administrator.task.task} ${administrator.when}`).toBe(help);
    expect(host).toBe(reported);
  });

  test.each([
    ['consent_required', { tenantId: 't' }, { task: 'consent', tenantId: 't' }],
    ['host_silent', {}, { task: 'lookAtApp', code: 'host_silent' }],
    ['interaction_required', {}, { task: 'lookAtSignIn', because: 'policy', code: undefined }],
    ...Object.entries({
      AADSTS53003: 'location',
      AADSTS53000: 'device',
      AADSTS50105: 'assignment',
      AADSTS90072: 'account',
      AADSTS1: 'policy',
    }).map(
      ([code, because]) =>
        ['sign_in_blocked', { entraCode: code }, { task: 'lookAtSignIn', because, code }] as const,
    ),
  ] as const)('the administrator’s task for %s with %j is %j', (code, carried, task) => {
    expect(toHandling({ code, ...carried } as TabProblem).administrator?.task).toEqual(task);
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
    ['resourceDisabled', 'tryAgain', 'lookAtApp first'],
    ['renewalTimeout', 'tryAgain', 'lookAtApp second'],
    ['made up', 'tryAgain', 'lookAtApp second'],
  ])('handles the host’s reason %s: %s, %s', (reason, wayOut, help) => {
    const { wayOut: way, administrator } = toHandling({ code: 'sign_in_failed', reason });

    expect(way.kind).toBe(wayOut);
    expect(`${administrator?.task.task ?? ''} ${administrator?.when ?? ''}`).toBe(help);
  });
});

describe('a requested wait', () => {
  test.each([
    [3, 11, 11],
    [4, 11, 60],
    [6, 11, 240],
    [7, 11, 300],
    [40, 11, 300],
    // A longer requested time is respected.
    [4, 900, 900],
  ])('at wait %i with a requested time of %i seconds, waits %i', (attempt, retryAfter, seconds) => {
    expect(toWaitSeconds(retryAfter, attempt)).toBe(seconds);
  });
});
