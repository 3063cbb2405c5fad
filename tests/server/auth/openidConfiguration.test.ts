import { createOpenidConfigurations } from '../../../src/server/auth/openidConfiguration.js';
import type { HttpAnswer, HttpClient } from '../../../src/server/outbound/httpClient.js';
import { createManualClock } from '../../support/manualClock.js';

const host = 'https://login.example';
const published = {
  issuer: `${host}/tenant/v2.0`,
  jwks_uri: `${host}/keys`,
  token_endpoint: `${host}/token`,
  authorization_endpoint: `${host}/authorize`,
};

/** Creates configurations of an authority with this response. */
function setUp(answer: { status?: number; text?: string } = {}, authorityHost = host) {
  const clock = createManualClock();
  const asked: string[] = [];
  const answers = { status: 200, text: JSON.stringify(published), ...answer };
  const http: Pick<HttpClient, 'send'> = {
    send: ({ url }) => {
      asked.push(url.origin + url.pathname + url.search);
      return Promise.resolve({ headers: {}, ...answers } as unknown as HttpAnswer);
    },
  };
  const configurations = createOpenidConfigurations(http as HttpClient, authorityHost, clock);
  return { clock, asked, answers, configurations };
}
const unavailable = { reason: { code: 'entra_unavailable' } };

test('returns the tenant’s published configuration and fetches it once', async () => {
  const { asked, configurations } = setUp();

  expect(await configurations.get('tenant')).toEqual({
    issuer: published.issuer,
    jwksUri: published.jwks_uri,
    tokenEndpoint: published.token_endpoint,
    authorizationEndpoint: published.authorization_endpoint,
  });
  await configurations.get('tenant');
  expect(asked).toEqual([`${host}/tenant/v2.0/.well-known/openid-configuration`]);
  await configurations.get('other');
  expect(asked).toHaveLength(2);
});

test.each<[string, { status?: number; text?: string }]>([
  ['another status', { status: 404 }],
  ['text that is not JSON', { text: '<html>' }],
  ['no issuer', { text: JSON.stringify({ ...published, issuer: '' }) }],
  ['no token endpoint', { text: JSON.stringify({ ...published, token_endpoint: undefined }) }],
  ['a key set address that is not a URL', { text: JSON.stringify({ ...published, jwks_uri: 'keys' }) }],
  [
    'an http key set endpoint',
    { text: JSON.stringify({ ...published, jwks_uri: 'http://login.example/keys' }) },
  ],
  ['an http token endpoint', { text: JSON.stringify({ ...published, token_endpoint: 'http://login.example/token' }) }], // prettier-ignore
])('rejects an https authority with %s', async (_, answer) => {
  await expect(setUp(answer).configurations.get('tenant')).rejects.toMatchObject(unavailable);
});

test('accepts http endpoints of an http authority, as in the sandbox', async () => {
  const text = JSON.stringify(published).replaceAll('https:', 'http:');

  await expect(setUp({ text }, 'http://login.example').configurations.get('tenant')).resolves.toMatchObject({
    tokenEndpoint: 'http://login.example/token',
  });
});

test('keeps the cached configuration if a refresh fails', async () => {
  const { answers, configurations } = setUp();
  await configurations.get('tenant');
  answers.status = 503;

  await expect(configurations.refresh('tenant')).rejects.toMatchObject(unavailable);
  await expect(configurations.get('tenant')).resolves.toMatchObject({ issuer: published.issuer });
});

test('forgets a failure after a successful fetch', async () => {
  const { answers, clock, configurations } = setUp({ status: 503 });
  await expect(configurations.get('tenant')).rejects.toMatchObject(unavailable);
  answers.status = 200;
  await expect(configurations.get('tenant')).rejects.toMatchObject(unavailable);
  clock.advance(1_999);
  await expect(configurations.get('tenant')).rejects.toMatchObject(unavailable);
  clock.advance(1);

  await expect(configurations.get('tenant')).resolves.toMatchObject({ issuer: published.issuer });
});

test('concurrent callers share one fetch', async () => {
  const { asked, configurations } = setUp();
  await Promise.all([
    configurations.get('tenant'),
    configurations.refresh('tenant'),
    configurations.get('tenant'),
  ]);

  expect(asked).toHaveLength(1);
  await configurations.refresh('tenant');
  expect(asked).toHaveLength(2);
});
