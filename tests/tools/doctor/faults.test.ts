import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from '../../support/certificate.js';
import { freePort } from '../../support/startServer.js';
import { failures, startPatient, teamsAppId, type Change, type Patient } from './patient.js';

let at: Patient;
beforeAll(async () => {
  at = await startPatient();
});
afterEach(() => {
  at.heal();
});
afterAll(() => at.close());

describe('names the fault and its fix if', () => {
  const rows: readonly [
    fault: string,
    check: string,
    message: RegExp,
    fix: RegExp,
    inject: () => Change | Promise<Change>,
  ][] = [
    ['a variable is missing', 'Variables', /AAD_APP_CLIENT_ID: is not set/, /--env/, () => ({ AAD_APP_CLIENT_ID: undefined })], // prettier-ignore
    [
      'the toolkit has encrypted the secret',
      'Variables',
      /encrypted .* plain value/,
      /--env/,
      () => ({ SECRET_AAD_APP_CLIENT_SECRET: 'crypto_0123' }),
    ],
    [
      'the clock is wrong',
      'Clock',
      /differs from the authority’s by \d+ s/,
      /NTP/,
      () => {
        at.server.sandbox.idp.clockAhead = 900;
        return {};
      },
    ],
    [
      'no server listens at the authority',
      'Authority',
      /cannot be reached \(ECONNREFUSED\)/,
      /AAD_APP_OAUTH_AUTHORITY_HOST/,
      async () => ({ AAD_APP_OAUTH_AUTHORITY_HOST: `http://127.0.0.1:${await freePort()}` }),
    ],
    [
      'the authority is down',
      'Authority',
      /returned 503/,
      /AAD_APP_OAUTH_AUTHORITY_HOST/,
      () => {
        at.server.sandbox.idp.isDown = true;
        return {};
      },
    ],
    [
      'the tenant does not exist',
      'Authority',
      /tenant does not exist/,
      /AAD_APP_TENANT_ID/,
      () => ({ AAD_APP_TENANT_ID: teamsAppId }),
    ],
    [
      'the app is another one',
      'Credential',
      /AADSTS700016/,
      /AAD_APP_CLIENT_ID/,
      () => ({ AAD_APP_CLIENT_ID: teamsAppId }),
    ],
    [
      'the secret is wrong',
      'Credential',
      /client secret is wrong\. \(AADSTS7000215\)/,
      /value, not its id/,
      () => ({ SECRET_AAD_APP_CLIENT_SECRET: 'not-this-one' }),
    ],
    [
      'the secret has expired',
      'Credential',
      /has expired/,
      /Create a new one/,
      () => {
        at.server.sandbox.idp.script = () => ({
          status: 401,
          body: { error: 'invalid_client', error_description: 'AADSTS7000222: The keys are expired.' },
        });
        return {};
      },
    ],
    [
      'Entra refuses with an unknown number',
      'Credential',
      /rejects this app\. \(AADSTS53003\)/,
      /login\.microsoftonline\.com\/error/,
      () => {
        at.server.sandbox.idp.script = () => ({
          status: 400,
          body: { error: 'x', error_description: 'AADSTS53003: Blocked.' },
        });
        return {};
      },
    ],
    [
      'the App ID URI is not registered',
      'App ID URI',
      /API does not exist in the tenant\. \(AADSTS500011\)/,
      /Expose an API/,
      () => ({ TAB_ENDPOINT: 'https://tab.contoso.example', TAB_DOMAIN: 'tab.contoso.example' }),
    ],
    [
      'tokens are of version 1.0',
      'App ID URI',
      /version 1\.0/,
      /requestedAccessTokenVersion/,
      () => {
        const claims = Buffer.from('{"ver":"1.0"}').toString('base64url');
        at.server.sandbox.idp.script = (form) =>
          form.get('scope')?.startsWith('api://') === true
            ? {
                status: 200,
                body: { access_token: `e30.${claims}.x`, token_type: 'Bearer', expires_in: 3600 },
              }
            : undefined;
        return {};
      },
    ],
    [
      'the key belongs to another certificate',
      'Variables',
      /AAD_APP_CERTIFICATE_PATH: .*does not match/,
      /--env/,
      () => {
        const other = readFileSync(makeCertificate(at.folder, 'other', 365).path, 'utf8');
        const path = join(at.folder, 'mixed.pem');
        writeFileSync(path, other.replace(/-----BEGIN CERTIFICATE[^]+/, at.certificate.certificate));
        return { SECRET_AAD_APP_CLIENT_SECRET: undefined, AAD_APP_CERTIFICATE_PATH: path };
      },
    ],
    [
      'Entra does not know the certificate',
      'Credential',
      /AADSTS700027/,
      /Upload the public part/,
      () => ({
        SECRET_AAD_APP_CLIENT_SECRET: undefined,
        AAD_APP_CERTIFICATE_PATH: makeCertificate(at.folder, 'stranger', 365).path,
      }),
    ],
    [
      'nothing listens at the tab’s address',
      'Tab',
      /cannot be reached \(ECONNREFUSED\)/,
      /TAB_ENDPOINT/,
      async () => ({ TAB_ENDPOINT: `http://localhost:${await freePort()}` }),
    ],
    [
      'something else answers at Graph’s address',
      'Microsoft Graph',
      /returned 404, so it is not Microsoft Graph/,
      /GRAPH_ENDPOINT/,
      () => ({ GRAPH_ENDPOINT: at.server.sandbox.idp.origin }),
    ],
    [
      'Redis does not answer',
      'Redis',
      /Cannot be reached/,
      /REDIS_URL/,
      async () => ({
        REDIS_URL: `redis://:hidden@127.0.0.1:${await freePort()}`,
        TOKEN_CACHE_KEY: Buffer.alloc(32).toString('base64'),
      }),
    ],
    [
      'DATA_DIR is a file',
      'Database',
      /good-both\.pem is a file/,
      /DATA_DIR to a folder/,
      () => ({ DATA_DIR: at.certificate.path }),
    ],
    [
      'DATA_DIR is below a file',
      'Database',
      /good-both\.pem is a file/,
      /DATA_DIR to a folder/,
      () => ({ DATA_DIR: join(at.certificate.path, 'data') }),
    ],
    [
      'PostgreSQL does not answer',
      'Database',
      /Cannot be reached/,
      /DATABASE_URL/,
      async () => ({ DATABASE_URL: `postgresql://me:hidden@127.0.0.1:${await freePort()}/x` }),
    ],
  ];

  test.each(rows)('%s', async (_, check, message, fix, inject) => {
    const results = await at.results(await inject());

    expect(failures(results)).toContain(check);
    expect(results.get(check)?.message).toMatch(message);
    expect(results.get(check)?.fix).toMatch(fix);
    const everything = JSON.stringify([...results.values()]);
    expect(everything).not.toContain(at.server.sandbox.env['SECRET_AAD_APP_CLIENT_SECRET']);
    expect(everything).not.toContain('hidden');
  });
});
