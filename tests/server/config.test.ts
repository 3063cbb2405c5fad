import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { LoggableError, Problem } from '../../src/server/Problem.js';
import { ConfigError, parseConfig, type Config } from '../../src/server/config.js';
import { toCause, toLoggedError } from '../../src/server/toCause.js';
import { makeCertificate, openssl } from '../support/certificate.js';
import { newFolder } from '../support/newFolder.js';
import { runBuilt } from '../support/runBuilt.js';

const good = {
  AAD_APP_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
  AAD_APP_TENANT_ID: '22222222-2222-4222-8222-222222222222',
  SECRET_AAD_APP_CLIENT_SECRET: 'a secret that must not be printed',
};

const teamsAppId = '99999999-9999-4999-8999-99999999999a';
const key = Buffer.alloc(32, 7).toString('base64');
const managed = {
  ...good,
  SECRET_AAD_APP_CLIENT_SECRET: '',
  AAD_APP_MANAGED_IDENTITY_CLIENT_ID: good.AAD_APP_CLIENT_ID,
};
const notifications = { NOTIFICATIONS: 'on', TEAMS_APP_ID: teamsAppId };

function errorOf(...parameters: Parameters<typeof parseConfig>): ConfigError {
  try {
    parseConfig(...parameters);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('The configuration is valid.');
}

const storeOf = (DATABASE_URL: string) => parseConfig({ ...good, DATABASE_URL }).store;

test.each(['?sslrootcert=system', '?sslmode=verify-full&sslrootcert=system&channel_binding=require'])(
  'converts a DATABASE_URL that ends with %s to the driver’s default, which verifies the server',
  (query) => {
    const store = storeOf(`postgresql://me:p%40ss@db.contoso.com:5433/delegates${query}`);
    const { connectionParameters } = new pg.Client({
      connectionString: store.kind === 'postgresql' ? store.url : '',
    }) as unknown as { connectionParameters: object };

    expect(connectionParameters).toMatchObject({
      ...{ user: 'me', password: 'p@ss', host: 'db.contoso.com', port: 5433, database: 'delegates' },
      ssl: {},
    });
  },
);

test('does not change any other DATABASE_URL', () => {
  for (const url of ['postgres://me:100%@db/x', 'postgres://me:a%b@[::1]/x?sslmode=no-verify&options=-c%20a'])
    expect(storeOf(url)).toEqual({ kind: 'postgresql', url });
});

test('accepts the smallest configuration and applies the defaults', () => {
  expect(parseConfig(good)).toEqual({
    port: 3978,
    tabEndpoint: 'http://localhost:3978',
    clientId: good.AAD_APP_CLIENT_ID,
    tenantId: good.AAD_APP_TENANT_ID,
    credential: { kind: 'secret', secret: good.SECRET_AAD_APP_CLIENT_SECRET },
    authorityHost: 'https://login.microsoftonline.com',
    graphEndpoint: 'https://graph.microsoft.com',
    hostOrigins: [],
    logLevel: 'info',
    rateLimitPerMinute: 120,
    metricsPort: undefined,
    trustProxy: undefined,
    tokenCacheMax: 10_000,
    logKey: expect.any(Buffer) as unknown,
    sharedTokenCache: undefined,
    store: { kind: 'embedded', folder: './data' },
    confirmationRetentionDays: 400,
    teamsAppId: undefined,
    supportContact: undefined,
    notifications: undefined,
  });
});

describe('keys', () => {
  const redis = { REDIS_URL: 'redis://localhost', TOKEN_CACHE_KEY: key };
  const keysOf = (env: Record<string, string>) => {
    const { logKey, notifications: on } = parseConfig({ ...env, ...notifications });
    return { log: logKey.toString('base64'), notifications: on?.key.toString('base64') };
  };

  // HKDF-SHA-256 without salt, with the labels `call-delegates log` and `call-delegates notices`.
  test.each([
    ['TOKEN_CACHE_KEY', { ...good, ...redis }, '2IKGdYebHjS6aXnxPrFip2vYtG5nMWjbop16XoTeqXk=', 'tyT0zTutF/triVjpY7hWkdK4UXji2w2OFQrUsSNrdA0='],
    ['TOKEN_CACHE_KEY, with a managed identity', { ...managed, ...redis }, '2IKGdYebHjS6aXnxPrFip2vYtG5nMWjbop16XoTeqXk=', 'tyT0zTutF/triVjpY7hWkdK4UXji2w2OFQrUsSNrdA0='],
    ['the client secret', good, 'YANySgJ9HobNTNdFV90BDCXrcBAvxB+lAf/nM0n7Dmg=', '8/YqooK35J68swpx+4qjOOgKJuvJMMKap+32oDmmkmg='],
  ])('derives separate keys from %s', (_, env, log, noticesKey) => {
    expect(keysOf(env)).toEqual({ log, notifications: noticesKey });
  }); // prettier-ignore

  test('creates a random log key at each start if there is no secret', () => {
    const env = { ...managed, DATABASE_URL: 'postgresql://me:password@db.contoso.com/delegates' };

    expect(keysOf(env).log).not.toBe(keysOf(env).log);
  });
});

const proxy = 'http://me:p%40ss@proxy:8080';
const proxied = { httpProxy: undefined, httpsProxy: proxy, noProxy: 'internal.example' };
const database = 'postgresql://me:pw@db.contoso.com/delegates';
test.each<[string, Readonly<Record<string, string>>, Partial<Config>]>([
  ['an empty variable as not set', { PORT: '', LOG_LEVEL: ' ' }, { port: 3978, logLevel: 'info' }],
  ['numbers', { PORT: '8080', RATE_LIMIT_PER_MINUTE: '0', METRICS_PORT: '9090', TOKEN_CACHE_MAX: '5', CONFIRMATION_RETENTION_DAYS: '300' }, { port: 8080, rateLimitPerMinute: 0, metricsPort: 9090, tokenCacheMax: 5, confirmationRetentionDays: 300 }],
  ['origins', { TAB_ENDPOINT: 'https://tab.contoso.com/', AAD_APP_OAUTH_AUTHORITY_HOST: 'http://127.0.0.1:4000', GRAPH_ENDPOINT: 'http://localhost:5000/', TEAMS_HOST_ORIGINS: ' http://localhost:3979  https://host.contoso.com ' }, { tabEndpoint: 'https://tab.contoso.com', authorityHost: 'http://127.0.0.1:4000', graphEndpoint: 'http://localhost:5000', hostOrigins: ['http://localhost:3979', 'https://host.contoso.com'] }],
  ['words', { AAD_APP_TENANT_ID: 'organizations', LOG_LEVEL: 'debug' }, { tenantId: 'organizations', logLevel: 'debug' }],
  ['trusted proxies', { TRUST_PROXY: 'loopback, 10.0.0.0/8' }, { trustProxy: ['127.0.0.0/8', '::1/128', '10.0.0.0/8'] }],
  ['a shared token cache', { REDIS_URL: 'rediss://cache.contoso.com:6380', TOKEN_CACHE_KEY: key }, { sharedTokenCache: { url: 'rediss://cache.contoso.com:6380', key: Buffer.alloc(32, 7) } }],
  ['a PostgreSQL database', { DATABASE_URL: database }, { store: { kind: 'postgresql', url: database } }],
  ['notifications', { NOTIFICATIONS: 'on', TEAMS_APP_ID: teamsAppId.toUpperCase(), CONFIRMATION_REMINDER_DAYS: '90', WATCH_INTERVAL_MINUTES: '15' }, { teamsAppId, notifications: { teamsAppId, key: expect.any(Buffer) as Buffer, reminderDays: 90, watchIntervalMinutes: 15 } }],
  ['the proxy', { HTTPS_PROXY: proxy, NO_PROXY: proxied.noProxy }, { outboundProxy: proxied }],
  ['the proxy in lower case', { https_proxy: proxy, no_proxy: proxied.noProxy }, { outboundProxy: proxied }],
  ['no AZURE_FEDERATED_TOKEN_FILE without a managed identity, since AKS sets it for every container', { AZURE_FEDERATED_TOKEN_FILE: '/nowhere/token' }, { credential: { kind: 'secret', secret: good.SECRET_AAD_APP_CLIENT_SECRET } }],
  ['the id of the Teams app while notifications are off', { TEAMS_APP_ID: teamsAppId }, { teamsAppId, notifications: undefined }],
  ['a website as support contact', { SUPPORT_CONTACT: 'https://help.contoso.com/calls' }, { supportContact: { text: 'https://help.contoso.com/calls', href: 'https://help.contoso.com/calls' } }],
  ['a mail address as support contact', { SUPPORT_CONTACT: 'first.last+help@it.contoso.com' }, { supportContact: { text: 'first.last+help@it.contoso.com', href: 'mailto:first.last+help@it.contoso.com' } }],
])('reads %s', (_, env, expected) => {
  expect(parseConfig({ ...good, ...env })).toMatchObject(expected);
}); // prettier-ignore

describe('refuses an invalid value and names the variable and the fix:', () => {
  type Row = readonly [name: string, change: Readonly<Record<string, string | undefined>>, words: string];
  /** The fix, and variables with values that need it. */
  const values: readonly (readonly [words: string, ...assignments: string[]])[] = [
    ['whole number from 1 to 65535', 'PORT=http', 'PORT=70000'],
    ['whole number', 'RATE_LIMIT_PER_MINUTE=-1', 'METRICS_PORT=0', 'TOKEN_CACHE_MAX=0', 'CONFIRMATION_RETENTION_DAYS=0'],
    ['whole number from 0', 'CONFIRMATION_REMINDER_DAYS=-1'],
    ['must begin with https://', 'TAB_ENDPOINT=http://tab.contoso.com', 'TAB_ENDPOINT=ftp://tab.contoso.com', 'AAD_APP_OAUTH_AUTHORITY_HOST=http://login.contoso.com', 'GRAPH_ENDPOINT=http://192.168.1.2:80'],
    ['without path or query: https://tab.contoso.com', 'TAB_ENDPOINT=https://tab.contoso.com/tab'],
    ['user name or password', 'TAB_ENDPOINT=https://me:pw@tab.contoso.com'],
    ['without path', 'GRAPH_ENDPOINT=https://graph.microsoft.com/beta'],
    ['absolute URL', 'TAB_ENDPOINT=tab.contoso.com', 'TEAMS_HOST_ORIGINS=https://a.example *'],
    ['must be a GUID', 'AAD_APP_CLIENT_ID=my-app', 'TEAMS_APP_ID=calls'],
    ["must be your tenant's GUID, or organizations", 'AAD_APP_TENANT_ID=common', 'AAD_APP_TENANT_ID=contoso.com'],
    ['cannot be read', 'AAD_APP_CERTIFICATE_PATH=/nowhere.pem'],
    ['must be one of fatal', 'LOG_LEVEL=loud'],
    ['must be one of on, off', 'NOTIFICATIONS=yes'],
    ['must list addresses', ...'true 10.0.0.0/99 10.0.0.0/0 10.0.0.0/-1 10.0.0 256.1.1.1 fd00::/129 ::1/0 10.0.0.1, proxy.contoso.com 10.0.0.0/8/8 fe80::1%1'.split(' ').map((list) => `TRUST_PROXY=${list}`)],
    ['postgres:// or postgresql://', 'DATABASE_URL=mysql://localhost/x'],
    ['one server', 'DATABASE_URL=postgres://a,b/x'],
    ['percent-encode', 'DATABASE_URL=postgres://me:%ff@db/x'],
    ['an sslmode of', 'DATABASE_URL=postgres://db/x?sslmode=verify_full'],
    ['sslmode=verify-full with sslrootcert=system', 'DATABASE_URL=postgres://db/x?sslmode=require&sslrootcert=system'],
    ['an sslrootcert', 'DATABASE_URL=postgres://db/x?uselibpqcompat=true&sslmode=verify-ca'],
    ['sslnegotiation=postgres', 'DATABASE_URL=postgres://db/x?sslnegotiation=fast', 'DATABASE_URL=postgres://db/x?sslnegotiation=direct&sslmode=disable'],
    ...['sslrootcert', 'sslcert', 'sslkey'].map((name) => [`has ${name}, which names a file that cannot be read`, `DATABASE_URL=postgres://db/x?${name}=/nowhere/ca.pem`] as const),
    ['must be an address such as http://proxy.contoso.com:8080', 'HTTP_PROXY=proxy.contoso.com:8080', ...'proxy.contoso.com:8080 socks5://proxy:1080 http://me:hidden%ff@proxy http:// http://proxy/path'.split(' ').map((address) => `HTTPS_PROXY=${address}`)],
    ['encrypted by the Microsoft 365 Agents Toolkit; set the plain value', 'SECRET_AAD_APP_CLIENT_SECRET=crypto_1f2e3d'],
    ['a mail address such as', 'SUPPORT_CONTACT=help'],
    ['begins with https://', 'SUPPORT_CONTACT=http://help.contoso.com', 'SUPPORT_CONTACT=https://me:pw@help.contoso.com', 'SUPPORT_CONTACT=javascript:alert(1)'],
    ['set NOTIFICATIONS=on as well', 'WATCH_INTERVAL_MINUTES=60'],
  ]; // prettier-ignore

  test.each<Row>([
    ...values.flatMap(([words, ...assignments]) =>
      assignments.map((assignment): Row => {
        const [, name = '', value] = /^(\w+)=(.*)$/.exec(assignment) ?? [];
        return [name, { [name]: value }, words];
      }),
    ),
    ['AAD_APP_CLIENT_ID', { AAD_APP_CLIENT_ID: undefined }, 'is not set; it must be a GUID'],
    ['TOKEN_CACHE_KEY', { REDIS_URL: 'redis://localhost:6379' }, 'must be set together with REDIS_URL'],
    ['TOKEN_CACHE_KEY', { REDIS_URL: 'redis://localhost', TOKEN_CACHE_KEY: 'c2hvcnQ=' }, '32 random bytes'],
    ['REDIS_URL', { REDIS_URL: 'http://localhost', TOKEN_CACHE_KEY: key }, 'redis:// or rediss://'],
    ['AZURE_FEDERATED_TOKEN_FILE', { ...managed, AZURE_FEDERATED_TOKEN_FILE: '/nowhere/token' }, 'names a file that cannot be read'],
    ['TEAMS_APP_ID', { NOTIFICATIONS: 'on' }, 'must be set together with NOTIFICATIONS=on'],
    ['WATCH_INTERVAL_MINUTES', { ...notifications, WATCH_INTERVAL_MINUTES: '14' }, 'must be 0 (off), or a whole number from 15'],
    ['WATCH_INTERVAL_MINUTES', { ...notifications, WATCH_INTERVAL_MINUTES: 'often' }, 'whole number'],
    ['CONFIRMATION_REMINDER_DAYS', { ...notifications, CONFIRMATION_REMINDER_DAYS: '401' }, 'must not be more than CONFIRMATION_RETENTION_DAYS'],
    ['CONFIRMATION_REMINDER_DAYS', { ...notifications, CONFIRMATION_REMINDER_DAYS: '91', CONFIRMATION_RETENTION_DAYS: '90' }, 'must not be more than CONFIRMATION_RETENTION_DAYS'],
    ['SECRET_AAD_APP_CLIENT_SECRET', { SECRET_AAD_APP_CLIENT_SECRET: undefined }, 'set exactly one credential'],
    ['SECRET_AAD_APP_CLIENT_SECRET', { AAD_APP_MANAGED_IDENTITY_CLIENT_ID: '33333333-3333-4333-8333-333333333333' }, '(now set: 2)'],
  ])('%s in %j', (name, change, words) => {
    const { lines } = errorOf({ ...good, ...change });

    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name}: `));
    expect(lines[0]).toContain(words);
    expect(lines[0]).not.toContain(good.SECRET_AAD_APP_CLIENT_SECRET);
    expect(lines[0]).not.toContain('hidden');
  }); // prettier-ignore
});

test('reports all invalid variables at once, one per line', () => {
  const { lines } = errorOf({
    PORT: 'x',
    LOG_LEVEL: 'x',
    REDIS_URL: 'redis://localhost',
    NOTIFICATIONS: 'on',
  });

  expect(lines.map((line) => line.split(':')[0]).sort()).toEqual([
    'AAD_APP_CLIENT_ID',
    'AAD_APP_TENANT_ID',
    'LOG_LEVEL',
    'PORT',
    'SECRET_AAD_APP_CLIENT_SECRET',
    'TEAMS_APP_ID',
    'TOKEN_CACHE_KEY',
  ]);
});

describe('the client certificate', () => {
  const dayMs = 24 * 60 * 60 * 1000;
  const path = join(newFolder(), 'app.pem');
  const pem = makeCertificate('good', 10).both;

  const keyOf = (text: string) => /-----BEGIN [A-Z ]*PRIVATE KEY[^]*KEY-----\n/.exec(text)?.[0] ?? '';
  const certificateOf = (text: string) => /-----BEGIN CERT[^]*CERTIFICATE-----\n/.exec(text)?.[0] ?? '';
  const write = (text: string) => {
    writeFileSync(path, text);
    return { ...good, SECRET_AAD_APP_CLIENT_SECRET: '', AAD_APP_CERTIFICATE_PATH: path };
  };
  const other = (kind?: string) => makeCertificate('other', 10, kind).both;
  const encrypt = (...command: string[]) =>
    openssl([...command, '-aes256', '-passout', 'pass:secret'], keyOf(pem)) + certificateOf(pem);

  test.each([
    ['key and certificate', () => pem],
    ['certificate and key', () => certificateOf(pem) + keyOf(pem)],
    ['a key in the traditional format', () => openssl(['rsa', '-traditional'], keyOf(pem)) + certificateOf(pem)], // prettier-ignore
    ['text between the blocks and the issuers first', () => `Bag Attributes\n${certificateOf(other())}\n${pem}`], // prettier-ignore
    ['CRLF line endings', () => pem.replaceAll('\n', '\r\n')],
  ])('accepts a file with %s', (_, make) => {
    const { credential } = parseConfig(write(make()));

    expect(credential).toMatchObject({
      certificate: {
        certificate: certificateOf(pem),
        thumbprintSha256: new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase(),
      },
    });
  });

  test.each<[string, () => string, RegExp, number?]>([
    ['a certificate alone', () => certificateOf(pem), /without a private key; it must contain the private key and its certificate/], // prettier-ignore
    ['a key alone', () => keyOf(pem), /without a certificate; it must contain/],
    ['an empty file', () => '\n', /without a private key/],
    ['an encrypted key', () => encrypt('pkey'), /encrypted; .* openssl pkey -in/],
    ['an encrypted key in the traditional format', () => encrypt('rsa', '-traditional'), /encrypted; .* openssl pkey -in/], // prettier-ignore
    ['a key that was cut', () => pem.replace(/(PRIVATE KEY-----\n)[^]{100}/, '$1'), /private key cannot be parsed; copy it again/], // prettier-ignore
    ['a certificate that was cut', () => pem.replace(/(CERTIFICATE-----\n)[^]{100}/, '$1'), /certificate cannot be parsed; copy it again/], // prettier-ignore
    ['the key of another certificate', () => keyOf(other()) + certificateOf(pem), /private key does not match its certificate/], // prettier-ignore
    ['Ed25519', () => other('ed25519'), /key type is ed25519; Entra accepts RSA only; create one with: openssl req/], // prettier-ignore
    ['RSA that is too short', () => other('rsa:1024'), /key has 1024 bits; at least 2048 are required; create one/], // prettier-ignore
    ['one that expired', () => pem, /expired on \d{4}-\d\d-\d\d; create one with: .* upload its public part/, Date.now() + 11 * dayMs], // prettier-ignore
    ['one of the future', () => pem, /not valid before \d{4}-\d\d-\d\d; use another one, or correct the clock of this machine/, Date.now() - dayMs], // prettier-ignore
  ])('refuses %s in one line with the fix', (...[, make, words, nowMs]) => {
    const { lines } = errorOf(write(make()), nowMs);

    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^AAD_APP_CERTIFICATE_PATH: /);
    expect(lines[0]).toMatch(words);
    expect(lines[0]).not.toMatch(/\n|-----|Error/);
  });
});

describe('secrets', () => {
  const word = 'Zx9Sesame';
  /** Invalid values of each variable that can contain a secret, which is `word`. */
  const wrong: Readonly<Record<string, readonly string[]>> = {
    SECRET_AAD_APP_CLIENT_SECRET: [`crypto_${word}`],
    AAD_APP_CERTIFICATE_PATH: [`-----BEGIN PRIVATE KEY-----\n${word}\n-----END PRIVATE KEY-----`],
    TOKEN_CACHE_KEY: [word, `${word}=`, `${word}${'A'.repeat(60)}`],
    REDIS_URL: [`http://me:${word}@cache`, `redis:/me:${word}@`, `me:${word}@cache:6379`, `rediss://me:${word}@:port`], // prettier-ignore
    DATABASE_URL: [`mysql://me:${word}@db/x`, `postgresql://me:${word}@/`, `postgresql//me:${word}@db`, `postgresql://me:${word}@db:port/x`, `host=db password=${word}`], // prettier-ignore
    TAB_ENDPOINT: [`https://me:${word}@tab.contoso.com`, `http://${word}.contoso.com`],
    AAD_APP_OAUTH_AUTHORITY_HOST: [`https://me:${word}@login.contoso.com`],
    GRAPH_ENDPOINT: [`https://me:${word}@graph.contoso.com`],
    TEAMS_HOST_ORIGINS: [`https://me:${word}@host.contoso.com`],
    HTTPS_PROXY: [`ftp://me:${word}@proxy`, `me:${word}@proxy`],
    HTTP_PROXY: [`ftp://me:${word}@proxy`],
    SUPPORT_CONTACT: [`https://me:${word}@help.contoso.com`],
  };

  test.each(Object.entries(wrong))('reports an invalid %s without its value', (name, values) => {
    for (const value of values) {
      const error = errorOf({ ...good, [name]: value });

      expect([error.message, error.stack, String(error.cause), JSON.stringify(error)].join()).not.toContain(
        word,
      );
    }
  });

  test('a process that does not start prints one line per invalid variable, and no secret', async () => {
    const env = Object.fromEntries(Object.entries(wrong).map(([name, [value = '']]) => [name, value]));
    const { code, out, problems } = await runBuilt('server/main', [], { ...good, ...env });

    expect(code).toBe(1);
    expect(problems).toMatch(/^ {2}DATABASE_URL: /m);
    expect(problems).toMatch(/^ {2}TOKEN_CACHE_KEY: /m);
    expect(problems).not.toMatch(/\bat .*\.js:/);
    expect(out + problems).not.toContain(word);
  });
});

describe('logged causes', () => {
  const withCode = (code: unknown, cause?: unknown) =>
    Object.assign(new Error('quotes Adele Vance', { cause }), { code });
  const problem = (cause: unknown) => new Problem({ code: 'store_unavailable' }, 'Not now.', { cause });

  test.each<[string, unknown, string | undefined]>([
    ['a full disk', problem(withCode('ENOSPC')), 'ENOSPC'],
    ['a refused connection, two errors deep', problem(new Error('x', { cause: withCode('ECONNREFUSED') })), 'ECONNREFUSED'], // prettier-ignore
    ['two nested codes', problem(withCode('UND_ERR_SOCKET', withCode('ECONNRESET'))), 'ECONNRESET'],
    ['an AggregateError', problem(new AggregateError([withCode('ETIMEDOUT')], 'Adele')), 'ETIMEDOUT'],
    ['a string cause of a Problem', problem('Graph returned 404 NotFound'), 'Graph returned 404 NotFound'],
    ['a LoggableError', problem(new LoggableError('The secret is wrong. Set it.')), 'The secret is wrong. Set it.'], // prettier-ignore
    ['a string cause of a foreign error', problem(new Error('x', { cause: 'Adele Vance' })), 'Error'],
    ['a code that is a sentence', problem(withCode('Adele Vance')), 'Error'],
    ['a code that is a number', problem(withCode(20)), 'Error'],
    ['an error without a code', problem(new RangeError('quotes Adele Vance')), 'RangeError'],
    ['a problem without a cause', problem(undefined), undefined],
    ['a value that is not an Error', 'Adele Vance', undefined],
  ])('returns the cause of %s', (_, error, expected) => expect(toCause(error)).toBe(expected));

  test('ends on circular causes', () => {
    const error = withCode('EIO');
    error.cause = error;

    expect(toCause(error)).toBe('EIO');
  });

  test('keeps the message of an engine error only', () => {
    expect(toLoggedError(new TypeError('x is not a function'))).toMatchObject({
      message: 'x is not a function',
    });
    expect(JSON.stringify(toLoggedError(withCode('EIO')))).not.toContain('Adele');
    expect(toLoggedError('Adele Vance')).toEqual({ type: 'string' });
  });
});
