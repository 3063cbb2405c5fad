import type { TabProblem } from '../../../src/tab/api/TabProblem.js';
import { toAdministratorTask } from '../../../src/tab/problem/toAdministratorTask.js';

const aide = 'a1de4f1c-0000-4000-8000-00000000000a';

describe('a problem for an administrator', () => {
  const details = { type: '', title: '', status: 0, detail: '', correlationId: 'c' };
  const taskOf = (problem: TabProblem) => toAdministratorTask(problem, 'https://login.example/consent', aide);

  test('includes the link when consent is missing', () => {
    expect(taskOf({ ...details, code: 'consent_required', scopes: ['A', 'B'], tenantId: '' })).toEqual({
      task: 'consent',
      link: 'https://login.example/consent',
    });
  });

  test.each([
    ['delegation_not_allowed', { task: 'allowDelegation', userId: aide }],
    ['not_found', { task: 'assignTeamsPhone', userId: aide }],
    ['misconfigured', { task: 'lookAtApp', code: 'misconfigured' }],
    ['insufficient_scope', { task: 'lookAtApp', code: 'insufficient_scope' }],
    ['internal_error', { task: 'lookAtApp', code: 'internal_error' }],
    ['host_silent', { task: 'lookAtApp', code: 'host_silent' }],
  ] as const)('has a task for %s', (code, task) => {
    expect(taskOf({ ...details, code })).toEqual(task);
  });

  test('has a task for a sign-in that did not help', () => {
    expect(taskOf({ ...details, code: 'interaction_required', claims: '', tenantId: '' })).toEqual({
      task: 'lookAtSignIn',
      because: 'policy',
      code: undefined,
    });
  });

  test.each([
    ['AADSTS53003', 'location'],
    ['AADSTS53000', 'device'],
    ['AADSTS50105', 'assignment'],
    ['AADSTS90072', 'account'],
    ['AADSTS1', 'policy'],
  ] as const)('%s has the reason %s', (entraCode, because) => {
    expect(taskOf({ ...details, code: 'sign_in_blocked', entraCode })).toEqual({
      task: 'lookAtSignIn',
      because,
      code: entraCode,
    });
  });

  test('has no task when the user can solve the problem', () => {
    expect(taskOf({ code: 'offline' })).toBeUndefined();
  });
});
