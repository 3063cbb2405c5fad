import { toConsentOutcome, toQuery } from '../../../../src/tab/problem/signIn/consentOutcome.js';
import { toAdminConsentUrl, toAuthority } from '../../../../src/tab/administrator/consentUrls.js';
import { toHostReason } from '../../../../src/tab/problem/signIn/hostReason.js';
import { poll } from '../../../../src/tab/problem/signIn/poll.js';
import {
  endStep,
  goesOn,
  nextStep,
  startAttempt,
  type Attempt,
  type StepEnd,
} from '../../../../src/tab/problem/signIn/signInAttempt.js';
import { readSignInRequest, toSignInUrl } from '../../../../src/tab/problem/signIn/signInPage.js';

const config = {
  clientId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  tenantId: 'organizations',
  authorityHost: 'https://login.microsoftonline.com',
  graphEndpoint: 'https://graph.microsoft.com',
  tabEndpoint: 'https://tab.contoso.com',
  hostOrigins: [],
};
const tenant = '7c1f6d0e-52a4-4b8e-9a53-0d4f8c2b6e11';

describe('the outcome of a consent', () => {
  const outcomeOf = (query: string, fragment = '') =>
    toConsentOutcome(new URLSearchParams(query), new URLSearchParams(fragment));
  const success = { code: undefined };

  test.each([
    ['state=consent', '', undefined],
    ['admin_consent=true', '', { ...success, end: 'granted' }],
    ['admin_consent=False', '', { end: 'unknown', code: 'unknown_error' }],
    ['code=0.AX&session_state=x', '', { ...success, end: 'onePerson' }],
    ['error=permission_denied&error_description=x', '', { end: 'declined', code: 'permission_denied' }],
    ['error=', '', { end: 'unknown', code: 'unknown_error' }],
    ['error=constructor', '', { end: 'unknown', code: 'unknown_error' }],
    ['error=access_denied&error_description=AADSTS65001: x', '', { end: 'needsAdmin', code: 'AADSTS65001' }],
    ['error=x&error_description=AADSTS700016: x', '', { end: 'notSetUp', code: 'AADSTS700016' }],
    ['error=x&error_description=AADSTS9999999: x', '', { end: 'unknown', code: 'AADSTS9999999' }],
    // Our own sign-in is answered in the fragment.
    ['lang=de', 'code=0.AX&state=x', { ...success, end: 'signedIn' }],
    ['', 'error=access_denied&error_description=AADSTS65004: x', { end: 'declined', code: 'AADSTS65004' }],
    ['', 'state=x', undefined],
    // A refusal takes precedence over the rest of the address.
    ['admin_consent=True&error=consent_required', '', { end: 'declined', code: 'consent_required' }],
    ['code=1&error=access_denied', '', { end: 'declined', code: 'access_denied' }],
    ['admin_consent=True', 'error=access_denied', { end: 'declined', code: 'access_denied' }],
    ['error=access_denied', 'code=0.AX', { end: 'declined', code: 'access_denied' }],
    ['', 'error=access_denied&code=0.AX', { end: 'declined', code: 'access_denied' }],
  ])('is read from %s#%s', (query, fragment, expected) => {
    expect(outcomeOf(query, fragment)).toEqual(expected);
  });

  test.each([
    ['admin_consent=True&tenant=t', ''],
    ['code=secret', ''],
    ['', 'code=secret'],
    ['error=access_denied&error_description=spoken%20words', ''],
    ['error=x&error_description=AADSTS90094%20spoken%20words', ''],
    ['error=made-up', ''],
  ])('is handed on from %s#%s without Microsoft’s text', (query, fragment) => {
    const outcome = outcomeOf(query, fragment);
    if (outcome === undefined) throw new Error('There is no outcome.');
    const handedOn = toQuery(outcome);

    expect(outcomeOf(handedOn)).toEqual(outcome);
    expect(handedOn).not.toMatch(/secret|spoken|made-up/);
  });
});

describe('consent URLs', () => {
  test('the administrator’s link requests every scope for the whole tenant', () => {
    const url = new URL(toAdminConsentUrl(config, tenant));

    expect(url.origin + url.pathname).toBe(`https://login.microsoftonline.com/${tenant}/v2.0/adminconsent`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: config.clientId,
      scope:
        'https://graph.microsoft.com/CallDelegation.Read https://graph.microsoft.com/User.Read ' +
        'https://graph.microsoft.com/User.ReadBasic.All https://graph.microsoft.com/Presence.Read.All',
      redirect_uri: 'https://tab.contoso.com/auth/end',
      state: 'consent',
    });
    // Chat and mail apps may read + as a plus.
    expect(url.href).toContain('%20https');
    expect(url.href).not.toContain('+');
  });

  test.each([
    ['organizations', tenant, tenant],
    ['organizations', undefined, 'organizations'],
    ['organizations', 'common/../x', 'organizations'],
    ['organizations', 'https://evil.example/', 'organizations'],
    // A single-tenant app accepts its own tenant only.
    ['11111111-2222-4333-8444-555555555555', tenant, '11111111-2222-4333-8444-555555555555'],
  ])('configured for %s, with a token of %s, the authority is %s', (tenantId, tokenTenant, expected) => {
    const authority = `https://login.microsoftonline.com/${expected}`;

    expect(toAuthority({ ...config, tenantId }, tokenTenant)).toBe(authority);
    expect(toAdminConsentUrl({ ...config, tenantId }, tokenTenant)).toMatch(
      `${authority}/v2.0/adminconsent?`,
    );
  });
});

test.each([
  ['Error: resourceRequiresMfa (details)', 'needsSignIn', []],
  ['CancelledByUser', 'cancelled', []],
  ['FailedToOpenWindow', 'blocked', []],
  ['renewalTimeout', 'temporary', [2, 5]],
  ['TransientError {"ErrorCode": 1}', 'temporary', [2]],
  ['AADSTS70011: The provided scope is not valid', 'misconfigured', []],
  ['Unexpected {com.microsoft.oneauth ErrorCode 1001}', 'unknown', []],
  ['', 'unknown', []],
])('maps the host’s reason %j to %s', (reason, kind, retryAfter) => {
  expect(toHostReason(reason)).toEqual({ kind, retryAfter });
});

describe('while a sign-in window is open, the tab', () => {
  const never = new AbortController().signal;
  const unanswered = () => jest.fn(() => Promise.resolve(undefined));

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: [] });
  });

  test('asks every 5 s for a minute, then every 15 s up to five minutes', async () => {
    const ask = unanswered();
    const polled = poll(ask, never);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(12);
    await jest.advanceTimersByTimeAsync(240_000);

    expect(ask).toHaveBeenCalledTimes(12 + 16);
    await expect(polled).resolves.toBeUndefined();
  });

  test.each([
    ['the user returns', () => window.dispatchEvent(new Event('focus'))],
    ['the page becomes visible', () => document.dispatchEvent(new Event('visibilitychange'))],
  ])('asks immediately when %s, until there is an answer', async (_, occur) => {
    const polled = poll(() => Promise.resolve('worked'), never);
    occur();

    await expect(polled).resolves.toBe('worked');
  });

  test('sends one request at a time', async () => {
    const ask = jest.fn(() => new Promise<undefined>(() => undefined));
    void poll(ask, never);
    await jest.advanceTimersByTimeAsync(5_000);
    window.dispatchEvent(new Event('focus'));
    await jest.advanceTimersByTimeAsync(60_000);

    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('stops when its signal is aborted', async () => {
    const ask = unanswered();
    const end = new AbortController();
    const polled = poll(ask, end.signal);
    end.abort();

    await expect(polled).resolves.toBeUndefined();
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('a sign-in attempt', () => {
  const everything = { nestedAppAuth: true, window: true };
  const noBridge = { nestedAppAuth: false, window: true };
  const noWindow = { nestedAppAuth: true, window: false };

  /** Lists the steps of an attempt in which every step ends the same way. */
  function stepsOf(attempt: Attempt, end: StepEnd = 'refused'): string[] {
    const step = nextStep(attempt);
    return step === 'administrator' ? [step] : [step, ...stepsOf(endStep(attempt, step, end), end)];
  }

  test.each([
    ['token', everything, ['askHost', 'nestedAppAuth', 'administrator']],
    ['token', noBridge, ['askHost', 'administrator']],
    ['consent', everything, ['nestedAppAuth', 'window', 'administrator']],
    ['consent', noBridge, ['window', 'administrator']],
    ['proof', everything, ['askHost', 'nestedAppAuth', 'window', 'askHostAgain', 'administrator']],
    ['proof', noBridge, ['askHost', 'window', 'askHostAgain', 'administrator']],
    ['proof', noWindow, ['askHost', 'nestedAppAuth', 'administrator']],
  ] as const)('for a %s with %j takes the steps %j, each once', (need, means, steps) => {
    for (const end of ['refused', 'cancelled', 'unknown'] as const)
      expect(stepsOf(startAttempt(need, means), end)).toEqual(steps);
  });

  test('can open a blocked window again', () => {
    const attempt = endStep(startAttempt('consent', noBridge), 'window', 'blocked');

    expect(nextStep(attempt)).toBe('window');
  });

  test('leaves only the administrator once Entra has required one', () => {
    const attempt = endStep(startAttempt('consent', everything), 'nestedAppAuth', 'needsAdmin');

    expect(nextStep(attempt)).toBe('administrator');
  });

  test.each([
    ['proof', 'refused', true, true],
    // The browser would block a window.
    ['proof', 'refused', false, false],
    ['proof', 'cancelled', true, false],
    ['proof', 'unknown', true, false],
    ['proof', 'blocked', true, false],
    ['proof', 'needsAdmin', true, false],
    // This was the last step.
    ['token', 'refused', true, false],
  ] as const)(
    'for a %s after %s, with an active click: %s, goes on: %s',
    (need, end, isClickActive, follows) => {
      const attempt = endStep(startAttempt(need, noBridge), 'askHost', end);

      expect(goesOn(attempt, isClickActive)).toBe(follows);
    },
  );
});

describe('the sign-in page', () => {
  const request = {
    claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}',
    tenantId: tenant,
    loginHint: 'amina@contoso.com',
  };

  test('sends only the language to the server, not the user’s identity', () => {
    const url = toSignInUrl(config, request, 'pt-BR');

    expect(url.origin + url.pathname + url.search).toBe('https://tab.contoso.com/auth/start?lang=pt-BR');
    expect(readSignInRequest(url.hash)).toEqual(request);
  });

  test('does not use a guest’s name as a login hint', () => {
    const url = toSignInUrl(config, { ...request, loginHint: 'amina_fabrikam.com#ext#@contoso.com' }, 'en');

    expect(readSignInRequest(url.hash).loginHint).toBeUndefined();
    expect(url.href).not.toContain('fabrikam');
  });

  test('requests consent in the configured tenant when it is opened by hand', () => {
    expect(readSignInRequest('')).toEqual({ claims: '', tenantId: undefined, loginHint: undefined });
  });
});
