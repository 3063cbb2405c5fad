import { toConsentOutcome, toQuery } from '../../../../src/tab/problem/signIn/consentOutcome.js';

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
    ['', 'error=access_denied&error_description=AADSTS90094: x', { end: 'needsAdmin', code: 'AADSTS90094' }],
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
