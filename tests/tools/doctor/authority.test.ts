import type { Config } from '../../../src/server/config.js';
import { checkAuthority } from '../../../src/tools/doctor/authority.js';
import { freePort } from '../../support/startServer.js';
import { aResult, startSite, type Site, type SiteAnswer } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const configuration = '/contoso/v2.0/.well-known/openid-configuration';
const now = 'Fri, 27 Nov 2026 12:00:00 GMT';
const published = () => ({
  issuer: 'https://login.example/contoso/v2.0',
  jwks_uri: `${site.origin}/keys`,
  token_endpoint: 'https://login.example/token',
});
const headers = { date: now };
const keys: SiteAnswer = { body: { keys: [{ kid: '1' }] } };

const check = (aheadMs = 0, authorityHost = site.origin) =>
  checkAuthority({ authorityHost, tenantId: 'contoso' } as Config, () => Date.parse(now) + aheadMs);

test('reports clock, metadata and keys of a working authority', async () => {
  site.setAnswers({ [configuration]: { headers, body: published() }, '/keys': keys });

  expect(await check()).toEqual({
    isUsable: true,
    results: [
      aResult('Clock', 'ok', 'Within 1 s of the authority’s.'),
      aResult('Authority', 'ok', `${site.origin} publishes its endpoints.`),
      aResult('Signing keys', 'ok', '1 key is published.'),
    ],
  });
  expect(site.asked).toEqual([`GET ${configuration}`, 'GET /keys']);
});

test.each([
  ['ahead', 300_000, 'ok', 'Within 300 s of the authority’s.', undefined],
  ['behind', -300_000, 'ok', 'Within 300 s of the authority’s.', undefined],
  [
    'ahead',
    301_000,
    'failed',
    'The clock of this machine differs from the authority’s by 301 s. More than 300 s breaks every sign-in.',
    /NTP/,
  ],
  [
    'behind',
    -301_000,
    'failed',
    'The clock of this machine differs from the authority’s by 301 s. More than 300 s breaks every sign-in.',
    /NTP/,
  ],
] as const)('a clock that is %s by %i ms is reported as %s', async (_, ms, outcome, message, fix) => {
  // prettier-ignore
  site.setAnswers({ [configuration]: { headers, body: published() }, '/keys': keys });

  expect((await check(ms)).results[0]).toEqual(aResult('Clock', outcome, message, fix));
});

test('skips the clock check if the authority sends no valid date', async () => {
  site.setAnswers({ [configuration]: { headers: { date: 'soon' }, body: published() }, '/keys': keys });

  expect((await check()).results[0]).toEqual(
    aResult('Clock', 'skipped', 'The response of the authority has no Date header.'),
  );
});

test.each<[string, SiteAnswer, message: (origin: string) => string, fix: RegExp]>([
  ['404', { status: 404 }, (origin) => `${origin}${configuration} returned 404.`, /AAD_APP_TENANT_ID/],
  [
    'an outage',
    { status: 503, body: {} },
    (origin) => `${origin}${configuration} returned 503.`,
    /AAD_APP_OAUTH_AUTHORITY_HOST/,
  ],
  [
    'an unknown tenant',
    { status: 400, body: { error: 'invalid_tenant', error_codes: [90002] } },
    () => 'The tenant does not exist.',
    /AAD_APP_TENANT_ID/,
  ],
  [
    'a proxy page',
    { body: '<h1>Welcome</h1>' },
    () => 'The response of the authority is not an OpenID configuration.',
    /proxy/,
  ],
])('rejects an authority that answers with %s', async (_, answer, message, fix) => {
  // prettier-ignore
  site.setAnswers({ [configuration]: { ...answer, headers } });

  expect(await check()).toEqual({
    isUsable: false,
    results: [
      aResult('Clock', 'ok', 'Within 1 s of the authority’s.'),
      aResult('Authority', 'failed', message(site.origin), fix),
    ],
  });
});

test.each(['issuer', 'jwks_uri', 'token_endpoint'])('rejects a configuration without %s', async (name) => {
  site.setAnswers({
    [configuration]: { headers, body: { ...published(), [name]: undefined } },
    '/keys': keys,
  });

  expect(await check()).toMatchObject({ isUsable: false, results: [{}, { outcome: 'failed' }] });
});

test('reports an unreachable authority', async () => {
  const unreachable = `http://127.0.0.1:${await freePort()}`;

  expect(await check(0, unreachable)).toEqual({
    isUsable: false,
    results: [
      aResult('Clock', 'skipped', 'There is no other clock to compare with.'),
      aResult(
        'Authority',
        'failed',
        `${unreachable} cannot be reached (ECONNREFUSED).`,
        /firewall.*AAD_APP_OAUTH/,
      ),
    ],
  });
});

describe('signing keys', () => {
  test.each<[string, SiteAnswer, number]>([
    ['empty', { body: { keys: [] } }, 200],
    ['of another shape', { body: { keys: 'later' } }, 200],
    ['not JSON', { body: 'later' }, 200],
    ['unavailable', { status: 503, body: { keys: [{}] } }, 503],
  ])('fails if the key set is %s', async (_, answer, status) => {
    site.setAnswers({ [configuration]: { headers, body: published() }, '/keys': answer });

    expect((await check()).results[2]).toEqual(
      aResult('Signing keys', 'failed', `${site.origin}/keys returned ${status} without keys.`, /no sign-in/),
    );
  });

  test('counts several keys', async () => {
    site.setAnswers({
      [configuration]: { headers, body: published() },
      '/keys': { body: { keys: [{}, {}] } },
    });

    expect((await check()).results[2]).toEqual(aResult('Signing keys', 'ok', '2 keys are published.'));
  });

  test('fails if the key set is unreachable', async () => {
    const url = `http://127.0.0.1:${await freePort()}/keys`;
    site.setAnswers({ [configuration]: { headers, body: { ...published(), jwks_uri: url } } });

    expect((await check()).results[2]).toEqual(
      aResult('Signing keys', 'failed', `${url} cannot be reached (ECONNREFUSED).`, /no sign-in/),
    );
  });
});
