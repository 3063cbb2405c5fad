import { toConsentOutcome, toQuery } from '../../../../src/tab/problem/signIn/consentOutcome.js';
import {
  toAdminConsentUrl,
  toAuthority,
  toOwnScopes,
} from '../../../../src/tab/problem/signIn/consentUrls.js';
import { toHostReason } from '../../../../src/tab/problem/signIn/hostReason.js';
import { poll, toPollDelay } from '../../../../src/tab/problem/signIn/poll.js';
import {
  endStep,
  goesOn,
  nextStep,
  startAttempt,
  type Attempt,
  type Need,
  type StepEnd,
} from '../../../../src/tab/problem/signIn/signInAttempt.js';
import { readSignInRequest, toSignInUrl } from '../../../../src/tab/problem/signIn/signInPage.js';

describe('the outcome of a consent', () => {
  const outcomeOf = (query: string) => toConsentOutcome(new URLSearchParams(query));

  describe('the outcome in Microsoft’s response', () => {
    test.each([
      ['', undefined],
      ['state=consent', undefined],
      ['lang=de', undefined],
      ['admin_consent=True&tenant=t&scope=s&state=consent', { end: 'granted', code: undefined }],
      ['admin_consent=true', { end: 'granted', code: undefined }],
      ['admin_consent=False', { end: 'unknown', code: 'unknown_error' }],
      ['code=0.AX&session_state=x', { end: 'onePerson', code: undefined }],
      ['error=access_denied', { end: 'declined', code: 'access_denied' }],
      ['error=permission_denied&error_description=x', { end: 'declined', code: 'permission_denied' }],
      ['error=server_error', { end: 'unknown', code: 'server_error' }],
      ['error=', { end: 'unknown', code: 'unknown_error' }],
      ['error=constructor', { end: 'unknown', code: 'unknown_error' }],
      ['error=<b>call+me</b>', { end: 'unknown', code: 'unknown_error' }],
    ])('is read from %s', (query, expected) => {
      expect(outcomeOf(query)).toEqual(expected);
    });

    test('a refusal takes precedence over the rest of the address', () => {
      const refusal = 'error=consent_required&error_description=AADSTS65004%3A+declined';

      for (const query of [
        `admin_consent=True&${refusal}`,
        `${refusal}&admin_consent=True&tenant=t`,
        `code=1&${refusal}`,
      ])
        expect(outcomeOf(query)).toEqual({ end: 'declined', code: 'AADSTS65004' });
    });

    test.each([
      [65004, 'declined'],
      [65001, 'needsAdmin'],
      [90094, 'needsAdmin'],
      [90095, 'requested'],
      [53003, 'refused'],
      [50105, 'refused'],
      [50011, 'notSetUp'],
      [500011, 'notSetUp'],
      [700016, 'notSetUp'],
      [650052, 'notSetUp'],
      [650056, 'notSetUp'],
      [650057, 'notSetUp'],
      [900971, 'notSetUp'],
      [50194, 'notSetUp'],
      [9999999, 'unknown'],
    ])('AADSTS%i: %s, in preference to the general error', (number, end) => {
      expect(outcomeOf(`error=access_denied&error_description=AADSTS${number}: x`)).toEqual({
        end,
        code: `AADSTS${number}`,
      });
    });
  });

  describe('the response to our own sign-in is in the fragment', () => {
    const outcomeIn = (query: string, fragment: string) =>
      toConsentOutcome(new URLSearchParams(query), new URLSearchParams(fragment));

    test.each([
      ['lang=de', 'code=0.AX&state=x', { end: 'signedIn', code: undefined }],
      ['', 'error=access_denied&error_description=AADSTS65004: x', { end: 'declined', code: 'AADSTS65004' }],
      ['', 'error=access_denied&error_description=AADSTS90094: x', { end: 'needsAdmin', code: 'AADSTS90094' }], // prettier-ignore
      // An error takes precedence in either place.
      ['admin_consent=True', 'error=access_denied', { end: 'declined', code: 'access_denied' }],
      ['error=access_denied', 'code=0.AX', { end: 'declined', code: 'access_denied' }],
      ['', 'error=access_denied&code=0.AX', { end: 'declined', code: 'access_denied' }],
      ['', 'state=x', undefined],
    ])('%s#%s', (query, fragment, expected) => {
      expect(outcomeIn(query, fragment)).toEqual(expected);
    });

    test('round-trips through toQuery', () => {
      const outcome = outcomeIn('', 'code=secret');
      if (outcome === undefined) throw new Error('There is no outcome.');

      expect(outcomeIn(toQuery(outcome), '')).toEqual(outcome);
    });
  });

  test('toQuery keeps the outcome and drops Microsoft’s text', () => {
    for (const query of [
      'admin_consent=True&tenant=t',
      'code=secret',
      'error=access_denied&error_description=spoken%20words',
      'error=x&error_description=AADSTS90094%20spoken%20words',
      'error=made-up',
    ]) {
      const outcome = outcomeOf(query);
      if (outcome === undefined) throw new Error('There is no outcome.');
      const handedOn = toQuery(outcome);

      expect(outcomeOf(handedOn)).toEqual(outcome);
      expect(handedOn).not.toMatch(/secret|spoken|made-up/);
    }
  });
});

describe('consent URLs', () => {
  const config = {
    clientId: '0f8fad5b-d9cb-469f-a165-70867728950e',
    tenantId: 'organizations',
    authorityHost: 'https://login.microsoftonline.com',
    graphEndpoint: 'https://graph.microsoft.com',
    tabEndpoint: 'https://tab.contoso.com',
    hostOrigins: [],
  };
  const tenant = '7c1f6d0e-52a4-4b8e-9a53-0d4f8c2b6e11';

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
    // A single-tenant app accepts consent from its own tenant only.
    ['11111111-2222-4333-8444-555555555555', tenant, '11111111-2222-4333-8444-555555555555'],
  ])('configured for %s, requested by a user of %s: %s', (tenantId, userTenantId, expected) => {
    const url = new URL(toAdminConsentUrl({ ...config, tenantId }, userTenantId));

    expect(url.pathname).toBe(`/${expected}/v2.0/adminconsent`);
  });

  test.each([
    ['organizations', tenant, tenant],
    ['organizations', undefined, 'organizations'],
    ['organizations', 'evil.example', 'organizations'],
    ['organizations', 'https://evil.example/', 'organizations'],
    ['11111111-2222-4333-8444-555555555555', tenant, '11111111-2222-4333-8444-555555555555'],
  ])(
    'configured for %s, with an SSO token of %s, the authority is %s',
    (configured, tokenTenant, expected) => {
      expect(toAuthority({ ...config, tenantId: configured }, tokenTenant)).toBe(
        `https://login.microsoftonline.com/${expected}`,
      );
    },
  );

  test('requests our own API by its URI, and by client id where Entra refuses that', () => {
    expect(toOwnScopes(config)).toEqual([
      `api://tab.contoso.com/${config.clientId}/access_as_user`,
      `${config.clientId}/access_as_user`,
    ]);
  });
});

describe('the host’s reason', () => {
  test.each([
    ['resourceRequiresConsent', 'needsSignIn', []],
    ['Error: resourceRequiresMfa (details)', 'needsSignIn', []],
    ['tokenRevoked', 'needsSignIn', []],
    ['CancelledByUser', 'cancelled', []],
    ['FailedToOpenWindow', 'blocked', []],
    ['renewalTimeout', 'temporary', [2, 5]],
    ['Token renewal operation failed due to timeout', 'temporary', [2, 5]],
    ['TransientError {"ErrorCode": 1}', 'temporary', [2]],
    ['Cannot start retry fetch of ADAL tokens', 'temporary', [2]],
    ['Get Auth token failed', 'temporary', [2]],
    ['Token is empty due to auth provider library error', 'temporary', [2]],
    ['ApiContractViolation {ErrorCode 2200}', 'temporary', [2]],
    ['resourceDisabled', 'misconfigured', []],
    ['invalid_resource', 'misconfigured', []],
    ['App resource defined in manifest and iframe origin do not match', 'misconfigured', []],
    ['App webApplicationInfo or resource not defined in manifest', 'misconfigured', []],
    ['unknownAuthError', 'misconfigured', []],
    ['AADSTS70011: The provided scope is not valid', 'misconfigured', []],
    ['Invalid authResponse received from msal …', 'misconfigured', []],
    ['Tab does not have the required permissions for this operation', 'misconfigured', []],
    ['Unexpected {com.microsoft.oneauth ErrorCode 1001}', 'unknown', []],
    ['', 'unknown', []],
  ])('maps %s to %s', (reason, kind, retryAfter) => {
    expect(toHostReason(reason)).toEqual({ kind, retryAfter });
  });
});

describe('poll', () => {
  test.each([
    [0, 5_000],
    [59_999, 5_000],
    [60_000, 15_000],
    [299_999, 15_000],
    [300_000, undefined],
  ])('%i ms after the click, the next request follows in %s ms', (elapsed, delay) => {
    expect(toPollDelay(elapsed)).toBe(delay);
  });

  describe('while a window is open', () => {
    beforeEach(() => {
      jest.useFakeTimers({ doNotFake: [] });
    });
    const never = new AbortController().signal;

    test('polls every 5 s for a minute, then every 15 s up to five minutes', async () => {
      const ask = jest.fn(() => Promise.resolve(undefined));
      const polled = poll(ask, never);
      await jest.advanceTimersByTimeAsync(60_000);
      expect(ask).toHaveBeenCalledTimes(12);
      await jest.advanceTimersByTimeAsync(240_000);
      expect(ask).toHaveBeenCalledTimes(12 + 16);

      await expect(polled).resolves.toBeUndefined();
    });

    test('stops at the first answer', async () => {
      const ask = jest.fn().mockResolvedValueOnce(undefined).mockResolvedValueOnce('worked');
      const polled = poll(ask, never);
      await jest.advanceTimersByTimeAsync(60_000);

      await expect(polled).resolves.toBe('worked');
      expect(ask).toHaveBeenCalledTimes(2);
    });

    test('polls immediately when the user returns', async () => {
      const ask = jest.fn(() => Promise.resolve('worked'));
      const polled = poll(ask, never);
      window.dispatchEvent(new Event('focus'));

      await expect(polled).resolves.toBe('worked');
    });

    test('polls immediately when the page becomes visible', async () => {
      const ask = jest.fn(() => Promise.resolve('worked'));
      const polled = poll(ask, never);
      document.dispatchEvent(new Event('visibilitychange'));

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
      const ask = jest.fn(() => Promise.resolve(undefined));
      const end = new AbortController();
      const polled = poll(ask, end.signal);
      end.abort();

      await expect(polled).resolves.toBeUndefined();
      expect(ask).not.toHaveBeenCalled();
    });
  });
});

describe('a sign-in attempt', () => {
  const everything = { nestedAppAuth: true, window: true };
  const noBridge = { nestedAppAuth: false, window: true };
  const noWindow = { nestedAppAuth: true, window: false };
  const nothing = { nestedAppAuth: false, window: false };

  /** Lists the steps of an attempt in which every step ends the same way. */
  function stepsOf(attempt: Attempt, end: StepEnd = 'refused'): string[] {
    const step = nextStep(attempt);
    return step === 'administrator' ? [step] : [step, ...stepsOf(endStep(attempt, step, end), end)];
  }

  test.each([
    ['token', everything, ['askHost', 'nestedAppAuth', 'administrator']],
    ['token', noBridge, ['askHost', 'administrator']],
    ['token', noWindow, ['askHost', 'nestedAppAuth', 'administrator']],
    ['token', nothing, ['askHost', 'administrator']],
    ['consent', everything, ['nestedAppAuth', 'window', 'administrator']],
    ['consent', noBridge, ['window', 'administrator']],
    ['consent', noWindow, ['nestedAppAuth', 'administrator']],
    ['consent', nothing, ['administrator']],
    ['proof', everything, ['askHost', 'nestedAppAuth', 'window', 'askHostAgain', 'administrator']],
    ['proof', noBridge, ['askHost', 'window', 'askHostAgain', 'administrator']],
    ['proof', noWindow, ['askHost', 'nestedAppAuth', 'administrator']],
    ['proof', nothing, ['askHost', 'administrator']],
  ] as const)('%s with %j: %j', (need, means, steps) => {
    expect(stepsOf(startAttempt(need, means))).toEqual(steps);
  });

  const needs: readonly Need[] = ['token', 'consent', 'proof'];

  test.each(needs)('an attempt for %s ends and repeats no step, however its steps end', (need) => {
    for (const end of ['refused', 'cancelled', 'unavailable', 'unknown'] as const) {
      const steps = stepsOf(startAttempt(need, everything), end);

      expect(new Set(steps).size).toBe(steps.length);
      expect(steps.at(-1)).toBe('administrator');
    }
  });

  test('a blocked window can be opened again', () => {
    const attempt = endStep(startAttempt('consent', noBridge), 'window', 'blocked');

    expect(nextStep(attempt)).toBe('window');
  });

  test('leaves only the administrator once Entra has required one', () => {
    const attempt = endStep(startAttempt('consent', everything), 'nestedAppAuth', 'needsAdmin');

    expect(nextStep(attempt)).toBe('administrator');
  });

  describe('the next step without another click', () => {
    test.each([
      ['refused', true, true],
      ['unavailable', true, true],
      // The browser would block a window.
      ['refused', false, false],
      ['cancelled', true, false],
      ['unknown', true, false],
      ['blocked', true, false],
      ['needsAdmin', true, false],
    ] as const)('after %s, with an active click: %s: %s', (end, isClickActive, follows) => {
      const attempt = endStep(startAttempt('proof', everything), 'askHost', end);

      expect(goesOn(attempt, isClickActive)).toBe(follows);
    });

    test('does not follow the last step', () => {
      const attempt = endStep(startAttempt('token', nothing), 'askHost', 'refused');

      expect(goesOn(attempt, true)).toBe(false);
    });
  });
});

describe('the sign-in page', () => {
  const config = {
    clientId: '0f8fad5b-d9cb-469f-a165-70867728950e',
    tenantId: 'organizations',
    tabEndpoint: 'https://tab.contoso.com',
    authorityHost: 'https://login.microsoftonline.com',
    graphEndpoint: 'https://graph.microsoft.com',
    hostOrigins: [],
  };
  const request = {
    claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}',
    tenantId: '7c1f6d0e-52a4-4b8e-9a53-0d4f8c2b6e11',
    loginHint: 'amina@contoso.com',
  };

  test('sends only the language to the server, not the user’s identity', () => {
    const url = toSignInUrl(config, request, 'pt-BR');

    expect(url.origin + url.pathname + url.search).toBe('https://tab.contoso.com/auth/start?lang=pt-BR');
    expect(readSignInRequest(url.hash)).toEqual(request);
  });

  test.each(['amina_fabrikam.com#EXT#@contoso.com', 'amina_fabrikam.com#ext#@contoso.com'])(
    'a guest’s name is not used as a login hint: %s',
    (loginHint) => {
      const url = toSignInUrl(config, { ...request, loginHint }, 'en');

      expect(readSignInRequest(url.hash).loginHint).toBeUndefined();
      expect(url.href).not.toContain('fabrikam');
    },
  );

  test('a page opened by hand requests consent in the configured tenant', () => {
    expect(readSignInRequest('')).toEqual({ claims: '', tenantId: undefined, loginHint: undefined });
  });
});
