import { people } from '../../../src/sandbox/tenant.js';
import { startPatient, type Patient } from './patient.js';

let at: Patient;
beforeAll(async () => {
  at = await startPatient();
});
afterEach(() => {
  at.heal();
});
afterAll(() => at.close());

/** A token like Graph Explorer’s. */
async function graphToken(): Promise<string> {
  const { idp, env } = at.server.sandbox;
  const discovery = (await (await fetch(`${idp.issuer}/.well-known/openid-configuration`)).json()) as {
    token_endpoint: string;
  };
  const exchange = await fetch(discovery.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      client_id: env['AAD_APP_CLIENT_ID'] ?? '',
      client_secret: env['SECRET_AAD_APP_CLIENT_SECRET'] ?? '',
      assertion: await at.server.sandbox.ssoToken({}, { objectId: people[1]?.id ?? '' }),
      scope: `${env['GRAPH_ENDPOINT'] ?? ''}/.default`,
    }),
  });
  return ((await exchange.json()) as { access_token: string }).access_token;
}

test('calls each operation once with a Graph token', async () => {
  const found = await at.results({}, { graphToken: await graphToken() });

  for (const check of [
    'List delegates',
    'Get delegates',
    'List delegators',
    'Own profile',
    'Profiles ($batch)',
    'Presence',
    'Photo',
  ]) {
    expect([check, found.get(check)?.outcome]).toEqual([check, 'ok']);
  }
  expect((await at.results({}, { graphToken: 'not-a-token' })).get('List delegates')?.fix).toContain(
    'Pass a new one',
  );
});

test.each([
  [
    'is refused',
    [{ id: '1', status: 403, body: { error: { code: 'Forbidden' } } }],
    /returned 403 Forbidden/,
  ],
  ['is missing', [], /returned 200 without an item/],
])(
  'fails if the item of a batch %s, although the batch itself answers 200',
  async (_, responses, message) => {
    const token = await graphToken();
    at.server.sandbox.graph.script = ({ path }) =>
      path === '/v1.0/$batch' ? { status: 200, body: { responses } } : undefined;
    const found = (await at.results({}, { graphToken: token })).get('Profiles ($batch)');

    expect(found).toMatchObject({ outcome: 'failed', message: expect.stringMatching(message) as unknown });
  },
);
