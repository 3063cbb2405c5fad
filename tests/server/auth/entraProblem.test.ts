import { entraProblem, EntraRefusal, isTransient } from '../../../src/server/auth/entraProblem.js';

const tenantId = '7c1f6d0e-52a4-4b8e-9a53-0d4f8c2b6e11';
const problemOf = (status: number, response: object | string) =>
  entraProblem(status, typeof response === 'string' ? response : JSON.stringify(response), tenantId);

describe('maps Entra’s refusal:', () => {
  test.each<[string, number, object | string, string]>([
    ['the error consent_required', 400, { error: 'consent_required' }, 'consent_required'],
    ['the suberror consent_required', 400, { error: 'invalid_grant', suberror: 'consent_required' }, 'consent_required'], // prettier-ignore
    ['a consent number among others', 400, { error: 'invalid_grant', error_codes: [1, 65001] }, 'consent_required'], // prettier-ignore
    ['a consent number in the description only', 400, { error: 'invalid_grant', error_description: 'AADSTS65004: No.' }, 'consent_required'], // prettier-ignore
    ['an assertion number', 400, { error: 'invalid_grant', error_codes: [50013] }, 'invalid_token'],
    ['interaction', 400, { error: 'interaction_required' }, 'interaction_required'],
    ['sign-in', 400, { error: 'login_required' }, 'interaction_required'],
    ['an invalid grant without a number', 400, { error: 'invalid_grant' }, 'interaction_required'],
    [
      'an unknown grant error with a number',
      400,
      { error: 'invalid_grant', error_codes: [99999] },
      'sign_in_blocked',
    ],
    ['an unknown grant error with claims', 400, { error: 'invalid_grant', error_codes: [99999], claims: '{}' }, 'interaction_required'], // prettier-ignore
    ['an unknown grant error with basic_action', 400, { error: 'invalid_grant', error_codes: [99999], suberror: 'basic_action' }, 'interaction_required'], // prettier-ignore
    ['a request loop', 400, { error: 'invalid_request', error_codes: [50196] }, 'entra_unavailable'],
    ['claims with an unknown error', 400, { error: 'new_error', claims: '{}' }, 'interaction_required'],
    ['an unknown app despite claims', 400, { error: 'unauthorized_client', claims: '{}' }, 'misconfigured'], // prettier-ignore
    ['a wrong secret despite claims', 401, { error: 'invalid_client', claims: '{}' }, 'misconfigured'], // prettier-ignore
    ['a setup number with another error', 400, { error: 'invalid_grant', error_codes: [7000215] }, 'misconfigured'], // prettier-ignore
    ['an unknown error', 400, { error: 'new_error' }, 'misconfigured'],
    ['status 500', 500, { error: 'invalid_client' }, 'entra_unavailable'],
    ['status 499', 499, { error: 'invalid_client' }, 'misconfigured'],
    ['too many requests', 429, { error: 'invalid_client' }, 'entra_unavailable'],
    ['a transient error', 400, { error: 'temporarily_unavailable' }, 'entra_unavailable'],
    ['no error', 400, {}, 'entra_unavailable'],
    ['an error that is not a string', 400, { error: 7 }, 'entra_unavailable'],
    ['a list', 400, '[]', 'entra_unavailable'],
    ['a page', 400, '<html>', 'entra_unavailable'],
  ])('%s', (_, status, response, code) => {
    expect(problemOf(status, response).reason.code).toBe(code);
  });

  test('treats members of the wrong type as missing', () => {
    const response = {
      error: 'invalid_grant',
      error_codes: '65001',
      suberror: 1,
      claims: 2,
      error_description: 3,
    };

    expect(problemOf(400, response).reason).toEqual({ code: 'interaction_required', claims: '', tenantId });
  });
});

describe('logs', () => {
  test.each<[string, number, object | string, string, string]>([
    [
      'status, errors and numbers but no description',
      400,
      { error: 'invalid_grant', suberror: 'consent_required', error_codes: [65001, 7], error_description: 'AADSTS1: Amina.' }, // prettier-ignore
      'Entra returned 400 invalid_grant consent_required AADSTS65001 AADSTS7',
      'AADSTS65001 AADSTS7',
    ],
    ['the status if there is nothing else', 503, '<html>', 'Entra returned 503', 'HTTP 503'],
    [
      'a number from the description',
      400,
      { error: 'invalid_grant', error_description: 'AADSTS50013: Amina.' },
      'Entra returned 400 invalid_grant AADSTS50013',
      'AADSTS50013',
    ],
  ])('%s', (_, status, response, message, code) => {
    const { cause } = problemOf(status, response);

    expect(cause).toBeInstanceOf(EntraRefusal);
    expect(cause).toMatchObject({ message, code, fault: undefined });
  });

  test('the fix', () => {
    const { cause } = problemOf(401, { error: 'invalid_client', error_codes: [7000215] });

    expect(cause).toMatchObject({
      message: expect.stringMatching(
        /^Entra returned 401 invalid_client AADSTS7000215\. .*SECRET_AAD_APP_CLIENT_SECRET/,
      ) as unknown,
    });
  });
});

describe('maps to sign_in_blocked with Entra’s number', () => {
  test.each([
    50020, 50034, 50053, 50057, 50059, 50105, 50128, 51004, 53000, 53001, 53002, 53003, 53004, 53009, 53011,
    54000, 65002, 90072, 500341, 500571, 530031, 530032, 530034, 530035,
  ])('for %i, with and without claims', (code) => {
    for (const claims of ['', '{}']) {
      const { reason } = problemOf(400, { error: 'interaction_required', error_codes: [code], claims });

      expect(reason).toEqual({ code: 'sign_in_blocked', entraCode: `AADSTS${code}` });
    }
  });

  test.each([50129, 50131, 50155, 50187, 530003])('for %i unless there are claims', (code) => {
    const response = { error: 'interaction_required', error_codes: [code] };

    expect(problemOf(400, response).reason).toEqual({ code: 'sign_in_blocked', entraCode: `AADSTS${code}` });
    expect(problemOf(400, { ...response, claims: '{}' }).reason).toMatchObject({
      code: 'interaction_required',
      claims: '{}',
    });
  });

  test('for message_only', () => {
    const response = { error: 'invalid_grant', error_codes: [50076], suberror: 'message_only', claims: '{}' };

    expect(problemOf(400, response).reason).toEqual({ code: 'sign_in_blocked', entraCode: 'AADSTS50076' });
  });
});

test.each([
  16000, 50055, 50058, 50072, 50074, 50076, 50078, 50079, 50097, 50125, 50132, 50133, 50140, 50142, 50144,
  50158, 50173, 51006, 70008, 70043, 70044, 70046, 500121, 700082, 700084,
])('maps %i to interaction_required with any error', (code) => {
  for (const error of ['invalid_grant', 'new_error']) {
    expect(problemOf(400, { error, error_codes: [code] }).reason).toEqual({
      code: 'interaction_required',
      claims: '',
      tenantId,
    });
  }
});

test.each<[string, number, object | string, boolean]>([
  ['the error temporarily_unavailable', 400, { error: 'temporarily_unavailable' }, true],
  ['a transient number', 400, { error: 'invalid_request', error_codes: [90033] }, true],
  [
    'a transient number in the description',
    400,
    { error: 'x', error_description: 'AADSTS90033: Wait.' },
    true,
  ],
  ['a transient number among others', 400, { error: 'x', error_codes: [1, 90006] }, true],
  ['a request loop, which a retry prolongs', 400, { error: 'x', error_codes: [50196] }, false],
  ['another number', 400, { error: 'invalid_grant', error_codes: [65001] }, false],
  ['a retried status', 503, { error: 'temporarily_unavailable' }, false],
  ['the lowest retried status', 500, { error: 'temporarily_unavailable' }, false],
  ['a body that is not JSON', 400, 'x', false],
])('isTransient for %s: status %i with %j is %s', (_, status, response, isWorth) => {
  expect(isTransient(status, typeof response === 'string' ? response : JSON.stringify(response))).toBe(
    isWorth,
  );
});
