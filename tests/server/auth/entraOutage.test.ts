import { createEntraClient } from '../../../src/server/auth/entraClient.js';
import { createExchange } from '../../../src/server/auth/exchange.js';
import { createOpenidConfigurations } from '../../../src/server/auth/openidConfiguration.js';
import { createHttpClient } from '../../../src/server/outbound/httpClient.js';
import { startKeyPublisher, type KeyPublisher } from '../../support/keyPublisher.js';
import { createManualClock } from '../../support/manualClock.js';
import { freePort, until } from '../../support/startServer.js';

const user = {
  tenantId: '22222222-2222-4222-8222-222222222222',
  objectId: '33333333-3333-4333-8333-333333333333',
  ssoToken: 'a.b.c',
  tokenHash: 'hash',
  expiresAt: 0,
};

let publisher: KeyPublisher;
beforeEach(async () => {
  publisher = await startKeyPublisher(user.tenantId);
});
afterEach(() => publisher.close());

function setUp(authorityHost = publisher.origin) {
  const clock = createManualClock();
  const http = createHttpClient({ clock });
  const configurations = createOpenidConfigurations(http, authorityHost, clock);
  const entra = createEntraClient({
    http,
    configurations,
    clientId: '11111111-1111-4111-8111-111111111111',
    credential: { clientSecret: 'secret' },
    authorityHost,
    clock,
  });
  const exchange = createExchange(entra, 'https://graph.microsoft.com');
  return {
    clock,
    http,
    configurations,
    ask: () => exchange(user, undefined).catch((error: unknown) => error),
  };
}

test('gives up on a silent token endpoint after eight seconds', async () => {
  const { clock, http, ask } = setUp();
  publisher.silentAbout = 'token';
  const asking = ask();
  await until(() => publisher.asked.includes('token'));
  clock.advance(8_000);

  expect(await asking).toMatchObject({
    reason: { code: 'entra_unavailable' },
    cause: { name: 'TimeoutError' },
  });
  await http.close();
});

test('keeps the network’s error code if the token endpoint closes the connection', async () => {
  const { clock, http, configurations, ask } = setUp();
  await configurations.get(user.tenantId);
  await publisher.close();

  expect(await clock.settle(ask())).toMatchObject({
    reason: { code: 'entra_unavailable' },
    cause: { reason: 'unreachable', cause: { code: 'ECONNREFUSED' } },
  });
  await http.close();
});

test('keeps the network’s error code if the configuration is unavailable', async () => {
  const { clock, http, ask } = setUp(`http://127.0.0.1:${await freePort()}`);

  expect(await clock.settle(ask())).toMatchObject({
    reason: { code: 'entra_unavailable' },
    cause: { reason: 'unreachable', cause: { code: 'ECONNREFUSED' } },
  });
  await http.close();
});

test('does not fetch a tenant’s configuration again within two seconds of a failure', async () => {
  const { clock, http, configurations } = setUp();
  publisher.mood = 'broken';
  const get = () => clock.settle(configurations.get(user.tenantId).catch(String));
  for (let count = 0; count < 5; count += 1) expect(await get()).toContain('cannot be reached');
  // One lookup makes three attempts.
  expect(publisher.asked).toHaveLength(3);

  publisher.mood = 'well';
  clock.advance(2_000);
  expect(await get()).toMatchObject({ issuer: publisher.issuer });
  await http.close();
});
