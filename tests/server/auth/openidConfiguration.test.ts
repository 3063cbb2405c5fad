import { createOpenidConfigurations } from '../../../src/server/auth/openidConfiguration.js';
import type { HttpAnswer, HttpClient } from '../../../src/server/http/httpClient.js';
import { createManualClock } from '../../support/manualClock.js';

const host = 'https://login.example';
const published = {
  issuer: `${host}/tenant/v2.0`,
  jwks_uri: `${host}/keys`,
  token_endpoint: `${host}/token`,
  authorization_endpoint: `${host}/authorize`,
};

/** The configurations of an authority that answers this. */
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

test('gives what the tenant publishes, which is asked for once', async () => {
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
  ['no JSON', { text: '<html>' }],
  ['no issuer', { text: JSON.stringify({ ...published, issuer: '' }) }],
  ['no endpoint for tokens', { text: JSON.stringify({ ...published, token_endpoint: undefined }) }],
  ['keys at no address', { text: JSON.stringify({ ...published, jwks_uri: 'keys' }) }],
  ['keys without https', { text: JSON.stringify({ ...published, jwks_uri: 'http://login.example/keys' }) }],
  ['tokens without https', { text: JSON.stringify({ ...published, token_endpoint: 'http://login.example/token' }) }], // prettier-ignore
])('an authority with %s cannot be used', async (_, answer) => {
  await expect(setUp(answer).configurations.get('tenant')).rejects.toMatchObject(unavailable);
});

test('an authority without https, as in a sandbox, may publish endpoints without it', async () => {
  const text = JSON.stringify(published).replaceAll('https:', 'http:');

  await expect(setUp({ text }, 'http://login.example').configurations.get('tenant')).resolves.toMatchObject({
    tokenEndpoint: 'http://login.example/token',
  });
});

test('what is known stays when fetching it again fails', async () => {
  const { answers, configurations } = setUp();
  await configurations.get('tenant');
  answers.status = 503;

  await expect(configurations.refresh('tenant')).rejects.toMatchObject(unavailable);
  await expect(configurations.get('tenant')).resolves.toMatchObject({ issuer: published.issuer });
});

test('a failure is over as soon as it has been fetched', async () => {
  const { answers, clock, configurations } = setUp({ status: 503 });
  await expect(configurations.get('tenant')).rejects.toMatchObject(unavailable);
  answers.status = 200;
  await expect(configurations.get('tenant')).rejects.toMatchObject(unavailable);
  clock.advance(1_999);
  await expect(configurations.get('tenant')).rejects.toMatchObject(unavailable);
  clock.advance(1);

  await expect(configurations.get('tenant')).resolves.toMatchObject({ issuer: published.issuer });
});

test('however many wait for it, it is asked for once', async () => {
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
