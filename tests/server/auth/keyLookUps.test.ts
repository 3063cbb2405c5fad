import { randomUUID } from 'node:crypto';
import { createOpenidConfigurations } from '../../../src/server/auth/openidConfiguration.js';
import { createSigningKeys } from '../../../src/server/auth/signingKeys.js';
import { createSsoTokenVerifier } from '../../../src/server/auth/verifySsoToken.js';
import { createHttpClient, type HttpClient } from '../../../src/server/outbound/httpClient.js';
import { createSigningKey, sign, ssoClaims, type SigningKey } from '../../../src/sandbox/tokens.js';
import { startKeyPublisher, toPublished, type KeyPublisher } from '../../support/keyPublisher.js';
import { createManualClock, type ManualClock } from '../../support/manualClock.js';
import { until } from '../../support/startServer.js';

const tenantId = '22222222-2222-4222-8222-222222222222';
const clientId = '11111111-1111-4111-8111-111111111111';
const hourMs = 60 * 60 * 1000;
const cooldownMs = 30_000;

let publisher: KeyPublisher;
let clock: ManualClock;
let http: HttpClient;
let keys: ReturnType<typeof createSigningKeys>;
let verify: ReturnType<typeof createSsoTokenVerifier>;

let stranger: SigningKey;
beforeAll(async () => {
  stranger = await createSigningKey();
});
beforeEach(async () => {
  publisher = await startKeyPublisher(tenantId);
  clock = createManualClock();
  http = createHttpClient({ clock });
  const configurations = createOpenidConfigurations(http, publisher.origin, clock);
  keys = createSigningKeys({ http, configurations, tenantId, cooldownMs, clock });
  verify = createSsoTokenVerifier({
    keys,
    configurations,
    clientId,
    tenantId,
    tabEndpoint: 'https://tab.contoso.example',
  });
});
afterEach(async () => {
  keys.close();
  await http.close();
  await publisher.close();
});

const makeToken = (key: SigningKey = publisher.key) =>
  sign(
    key,
    ssoClaims({
      issuer: publisher.issuer,
      clientId,
      tenantId,
      objectId: '33333333-3333-4333-8333-333333333333',
      name: 'Amina',
      username: 'amina@contoso.example',
    }),
  );
const forged = () => makeToken({ ...stranger, kid: randomUUID() });
const codeOf = (token: string): Promise<string> =>
  clock.settle(
    verify(token).then(
      () => 'let in',
      (error: unknown) => (error as { reason?: { code: string } }).reason?.code ?? String(error),
    ),
  );
/** Verifies a valid token and clears the recorded requests. */
const warmUp = async () => {
  expect(await codeOf(await makeToken())).toBe('let in');
  publisher.asked.length = 0;
};
const start = async () => {
  keys.start();
  await until(() => keys.isReady() && clock.sleeping().length === 1);
  publisher.asked.length = 0;
};

test('forty users at a cold start cause one lookup', async () => {
  keys.start();
  const tokens = await Promise.all(Array.from({ length: 40 }, () => makeToken()));
  const users = await Promise.all(tokens.map((token) => verify(token)));

  expect(users).toHaveLength(40);
  expect(publisher.asked).toEqual(['metadata', 'keys']);
});

describe('tokens with unknown kids', () => {
  test('cause one lookup per cool-down', async () => {
    await warmUp();
    clock.advance(cooldownMs);
    const tokens = await Promise.all(Array.from({ length: 10 }, forged));

    for (let round = 1; round <= 3; round += 1) {
      const codes = await Promise.all(tokens.map((token) => codeOf(token)));
      expect(new Set(codes)).toEqual(new Set(['invalid_token']));
      expect(await codeOf(tokens[0] ?? '')).toBe('invalid_token');
      expect(publisher.asked).toEqual(Array.from({ length: round }, () => ['metadata', 'keys']).flat());
      clock.advance(cooldownMs);
    }
  });

  test('cause no lookup right after the keys were fetched', async () => {
    await warmUp();
    clock.advance(cooldownMs - 1);

    expect(await codeOf(await forged())).toBe('invalid_token');
    expect(publisher.asked).toEqual([]);
  });

  test('cause one lookup per cool-down while the provider is down', async () => {
    await warmUp();
    clock.advance(cooldownMs);
    publisher.mood = 'broken';
    for (let count = 0; count < 8; count += 1) expect(await codeOf(await forged())).toBe('entra_unavailable');
    // One lookup makes three attempts.
    expect(publisher.asked).toEqual(['metadata', 'metadata', 'metadata']);

    publisher.mood = 'well';
    clock.advance(cooldownMs);
    expect(await codeOf(await forged())).toBe('invalid_token');
    expect(publisher.asked.slice(3)).toEqual(['metadata', 'keys']);
  });
});

test('known keys outlive a day of outage: new tokens are accepted', async () => {
  await start();
  publisher.mood = 'broken';
  for (let hour = 0; hour < 24; hour += 1) {
    const before = publisher.asked.length;
    clock.advance(hourMs);
    // The hourly lookup fails after all its attempts.
    await until(() => {
      if (publisher.asked.length < before + 3) clock.advance(1_000);
      return publisher.asked.length >= before + 3 && clock.sleeping().some((ms) => ms > 60_000);
    });
  }

  expect(await codeOf(await makeToken())).toBe('let in');
});

test('a withdrawn key is accepted for at most an hour', async () => {
  await start();
  publisher.keySet = { keys: [toPublished(stranger)] };
  clock.advance(hourMs);
  await until(() => publisher.asked.length === 2 && clock.sleeping().length === 1);

  expect(await codeOf(await makeToken())).toBe('invalid_token');
  expect(await codeOf(await makeToken(stranger))).toBe('let in');
});

test('retries every two seconds without keys, and waiting requests add no lookup', async () => {
  publisher.mood = 'broken';
  keys.start();
  await until(() => {
    const waits = clock.sleeping();
    if (waits.some((ms) => ms === 2_000)) return true;
    if (waits[0] !== undefined) clock.advance(waits[0]);
    return false;
  });
  const before = publisher.asked.length;
  const token = await makeToken();
  const refused = await Promise.all([verify(token), verify(token)].map((one) => one.catch(String)));
  expect(refused).toEqual(Array(2).fill(expect.stringContaining('cannot be reached')));
  expect(publisher.asked).toHaveLength(before);
  expect(keys.isReady()).toBe(false);

  publisher.mood = 'well';
  clock.advance(2_000);
  await until(() => keys.isReady());
  expect(await codeOf(token)).toBe('let in');
});

test.each(['metadata', 'keys'] as const)(
  'gives up after eight seconds if the provider does not answer the request for its %s',
  async (silentAbout) => {
    publisher.silentAbout = silentAbout;
    const asking = verify(await makeToken()).catch((error: unknown) => error);
    await until(() => publisher.asked.at(-1) === silentAbout);
    clock.advance(8_000);

    expect(await asking).toMatchObject({
      reason: { code: 'entra_unavailable' },
      cause: { name: 'TimeoutError' },
    });
  },
);

test.each(['metadata', 'keys'] as const)(
  'makes three attempts if the provider is unavailable for its %s',
  async (brokenAbout) => {
    publisher.brokenAbout = brokenAbout;

    expect(await codeOf(await makeToken())).toBe('entra_unavailable');
    expect(publisher.asked.filter((asked) => asked === brokenAbout)).toHaveLength(3);
  },
);

describe('keeps the known keys when the new key set is unusable:', () => {
  test.each([
    ['no keys', { keys: [] }],
    ['not a key set', { keys: 'none' }],
    ['not an object', 'keys'],
  ])('%s', async (_, keySet) => {
    await warmUp();
    clock.advance(cooldownMs);
    publisher.keySet = keySet;

    expect(await codeOf(await forged())).toBe('entra_unavailable');
    expect(await codeOf(await makeToken())).toBe('let in');
  });
});

describe('a key that its publisher restricts', () => {
  test.each([
    ['to this issuer verifies the token', () => publisher.issuer, 'let in'],
    ['to the issuer of any tenant verifies the token', () => `${publisher.origin}/{tenantid}/v2.0`, 'let in'],
    [
      'to another issuer does not',
      () => `${publisher.origin}/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0`,
      'invalid_token',
    ],
    ['to an empty issuer does not', () => '', 'invalid_token'],
  ])('%s', async (_, issuer, code) => {
    publisher.more = { issuer: issuer() };

    expect(await codeOf(await makeToken())).toBe(code);
  });
});
