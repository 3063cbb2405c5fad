import { failures, startPatient, type Patient } from './patient.js';

let at: Patient;
beforeAll(async () => {
  at = await startPatient();
});
afterAll(() => at.close());

test('finds no fault in a working setup', async () => {
  const results = await at.results();

  expect(failures(results)).toEqual([]);
  expect([...results.values()].map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
    'Variables ok',
    'Clock ok',
    'Authority ok',
    'Signing keys ok',
    'Credential ok',
    'App ID URI ok',
    'Teams app manifest skipped',
    'Entra app manifest skipped',
    'Registration in Entra skipped',
    'Consent skipped',
    'Tab note',
    'Privacy and terms ok',
    'Microsoft Graph ok',
    'Redis skipped',
    'Database ok',
    'Notifications skipped',
    'Graph calls skipped',
  ]);
});
