import { entraProblem, EntraRefusal, isTransient } from '../../../src/server/auth/entraProblem.js';

const tenantId = '7c1f6d0e-52a4-4b8e-9a53-0d4f8c2b6e11';
const problemOf = (status: number, said: object | string) =>
  entraProblem(status, typeof said === 'string' ? said : JSON.stringify(said), tenantId);

describe('Entra’s refusal:', () => {
  test.each<[string, number, object | string, string]>([
    ['a word for consent', 400, { error: 'consent_required' }, 'consent_required'],
    ['a second word for consent', 400, { error: 'invalid_grant', suberror: 'consent_required' }, 'consent_required'], // prettier-ignore
    ['one number for consent among others', 400, { error: 'invalid_grant', error_codes: [1, 65001] }, 'consent_required'], // prettier-ignore
    ['a number for consent in words only', 400, { error: 'invalid_grant', error_description: 'AADSTS65004: No.' }, 'consent_required'], // prettier-ignore
    ['a number of an assertion', 400, { error: 'invalid_grant', error_codes: [50013] }, 'invalid_token'],
    ['interaction', 400, { error: 'interaction_required' }, 'interaction_required'],
    ['sign-in', 400, { error: 'login_required' }, 'interaction_required'],
    ['a grant that expired, without a number', 400, { error: 'invalid_grant' }, 'interaction_required'],
    [
      'an unknown grant error with a number',
      400,
      { error: 'invalid_grant', error_codes: [99999] },
      'sign_in_blocked',
    ],
    ['an unknown grant error with claims', 400, { error: 'invalid_grant', error_codes: [99999], claims: '{}' }, 'interaction_required'], // prettier-ignore
    ['an unknown grant error that an action solves', 400, { error: 'invalid_grant', error_codes: [99999], suberror: 'basic_action' }, 'interaction_required'], // prettier-ignore
    ['a request loop', 400, { error: 'invalid_request', error_codes: [50196] }, 'entra_unavailable'],
    ['claims, whatever the error', 400, { error: 'new_error', claims: '{}' }, 'interaction_required'],
    ['an app that is unknown, though there are claims', 400, { error: 'unauthorized_client', claims: '{}' }, 'misconfigured'], // prettier-ignore
    ['a secret that is wrong, though there are claims', 401, { error: 'invalid_client', claims: '{}' }, 'misconfigured'], // prettier-ignore
    ['a number of the set-up, whatever the error', 400, { error: 'invalid_grant', error_codes: [7000215] }, 'misconfigured'], // prettier-ignore
    ['something new', 400, { error: 'new_error' }, 'misconfigured'],
    ['a status of its own trouble', 500, { error: 'invalid_client' }, 'entra_unavailable'],
    ['a status just below', 499, { error: 'invalid_client' }, 'misconfigured'],
    ['too many requests', 429, { error: 'invalid_client' }, 'entra_unavailable'],
    ['trouble that passes', 400, { error: 'temporarily_unavailable' }, 'entra_unavailable'],
    ['no error', 400, {}, 'entra_unavailable'],
    ['an error that is no text', 400, { error: 7 }, 'entra_unavailable'],
    ['a list', 400, '[]', 'entra_unavailable'],
    ['a page', 400, '<html>', 'entra_unavailable'],
  ])('%s', (_, status, said, code) => {
    expect(problemOf(status, said).reason.code).toBe(code);
  });

  test('members of other types count as missing', () => {
    const said = {
      error: 'invalid_grant',
      error_codes: '65001',
      suberror: 1,
      claims: 2,
      error_description: 3,
    };

    expect(problemOf(400, said).reason).toEqual({ code: 'interaction_required', claims: '', tenantId });
  });
});

describe('the log gets', () => {
  test.each<[string, number, object | string, string, string]>([
    [
      'status, errors and numbers, and none of Entra’s sentences',
      400,
      { error: 'invalid_grant', suberror: 'consent_required', error_codes: [65001, 7], error_description: 'AADSTS1: Amina.' }, // prettier-ignore
      'Entra answered 400 invalid_grant consent_required AADSTS65001 AADSTS7',
      'AADSTS65001 AADSTS7',
    ],
    ['the status where there is nothing else', 503, '<html>', 'Entra answered 503', 'HTTP 503'],
    [
      'a number out of its words',
      400,
      { error: 'invalid_grant', error_description: 'AADSTS50013: Amina.' },
      'Entra answered 400 invalid_grant AADSTS50013',
      'AADSTS50013',
    ],
  ])('%s', (_, status, said, message, code) => {
    const { cause } = problemOf(status, said);

    expect(cause).toBeInstanceOf(EntraRefusal);
    expect(cause).toMatchObject({ message, code, fault: undefined });
  });

  test('what to mend', () => {
    const { cause } = problemOf(401, { error: 'invalid_client', error_codes: [7000215] });

    expect(cause).toMatchObject({
      message: expect.stringMatching(
        /^Entra answered 401 invalid_client AADSTS7000215\. .*SECRET_AAD_APP_CLIENT_SECRET/,
      ) as unknown,
    });
  });
});

describe('sign_in_blocked, with Entra’s number,', () => {
  test.each([
    50020, 50034, 50053, 50057, 50059, 50105, 50128, 51004, 53000, 53001, 53002, 53003, 53004, 53009, 53011,
    54000, 65002, 90072, 500341, 500571, 530031, 530032, 530034, 530035,
  ])('for %i, with and without claims', (code) => {
    for (const claims of ['', '{}']) {
      const { reason } = problemOf(400, { error: 'interaction_required', error_codes: [code], claims });

      expect(reason).toEqual({ code: 'sign_in_blocked', entraCode: `AADSTS${code}` });
    }
  });

  test.each([50129, 50131, 50155, 50187, 530003])('for %i unless claims ask for the device', (code) => {
    const said = { error: 'interaction_required', error_codes: [code] };

    expect(problemOf(400, said).reason).toEqual({ code: 'sign_in_blocked', entraCode: `AADSTS${code}` });
    expect(problemOf(400, { ...said, claims: '{}' }).reason).toMatchObject({
      code: 'interaction_required',
      claims: '{}',
    });
  });

  test('for anything of which only a message can be shown', () => {
    const said = { error: 'invalid_grant', error_codes: [50076], suberror: 'message_only', claims: '{}' };

    expect(problemOf(400, said).reason).toEqual({ code: 'sign_in_blocked', entraCode: 'AADSTS50076' });
  });
});

test.each([
  16000, 50055, 50058, 50072, 50074, 50076, 50078, 50079, 50097, 50125, 50132, 50133, 50140, 50142, 50144,
  50158, 50173, 51006, 70008, 70043, 70044, 70046, 500121, 700082, 700084,
])('interaction_required for %i, whatever the error', (code) => {
  for (const error of ['invalid_grant', 'new_error']) {
    expect(problemOf(400, { error, error_codes: [code] }).reason).toEqual({
      code: 'interaction_required',
      claims: '',
      tenantId,
    });
  }
});

test.each<[string, number, object | string, boolean]>([
  ['its word for it', 400, { error: 'temporarily_unavailable' }, true],
  ['its number for it', 400, { error: 'invalid_request', error_codes: [90033] }, true],
  ['its number for it, in words', 400, { error: 'x', error_description: 'AADSTS90033: Wait.' }, true],
  ['one number for it among others', 400, { error: 'x', error_codes: [1, 90006] }, true],
  ['a request loop, which another attempt would prolong', 400, { error: 'x', error_codes: [50196] }, false],
  ['another number', 400, { error: 'invalid_grant', error_codes: [65001] }, false],
  ['a status that says it already', 503, { error: 'temporarily_unavailable' }, false],
  ['the first such status', 500, { error: 'temporarily_unavailable' }, false],
  ['no JSON', 400, 'x', false],
])('worth another attempt, %s: status %i with %j is %s', (_, status, said, isWorth) => {
  expect(isTransient(status, typeof said === 'string' ? said : JSON.stringify(said))).toBe(isWorth);
});
