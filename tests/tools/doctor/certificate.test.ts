import { startPatient, type Patient } from './patient.js';

let at: Patient;
beforeAll(async () => {
  at = await startPatient();
});
afterAll(() => at.close());

test('accepts a certificate that Entra knows', async () => {
  const results = await at.results({
    SECRET_AAD_APP_CLIENT_SECRET: undefined,
    AAD_APP_CERTIFICATE_PATH: at.certificate.path,
  });

  expect(results.get('Certificate')?.outcome).toBe('ok');
  expect(results.get('Credential')?.outcome).toBe('ok');
});

test('notes a certificate that expires within a month, and still tries it', async () => {
  const results = await at.results(
    { SECRET_AAD_APP_CLIENT_SECRET: undefined, AAD_APP_CERTIFICATE_PATH: at.certificate.path },
    { nowMs: () => Date.now() + 336 * 24 * 60 * 60 * 1000 },
  );

  expect(results.get('Certificate')).toMatchObject({
    outcome: 'note',
    message: expect.stringMatching(/expires in 2[89] days, on \d{4}-\d\d-\d\d/) as unknown,
    fix: expect.stringContaining('Create a new one') as unknown,
  });
  expect(results.get('Credential')?.outcome).toBe('ok');
});
