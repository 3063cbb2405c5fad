import { readFileSync } from 'node:fs';
import { z } from 'zod';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

export const isLoopback = (url: URL): boolean => loopbackHosts.has(url.hostname);

/** A GUID, said so when it is not. */
export const guid = z.guid({ error: 'must be a GUID such as 11111111-2222-4333-8444-555555555555' });

const tenantWords = "must be your tenant's GUID, or organizations for any work tenant";

/** An origin: scheme, host and port, nothing behind. https, or http on loopback. */
export const origin = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const refuse = (message: string): never => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (url === null) return refuse('must be an absolute URL such as https://tab.contoso.com');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url)))
    return refuse('must begin with https:// (http:// is accepted for localhost only)');
  if (url.username !== '' || url.password !== '') return refuse('must not contain a user name or password');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return refuse(`must be an origin without path or query: ${url.origin}`);
  return url.origin;
});

const origins = z
  .string()
  .default('')
  .transform((text) => text.split(/\s+/).filter((part) => part !== ''))
  .pipe(z.array(origin));

const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d+$/, { error })
    .transform(Number)
    .pipe(z.number().min(from, { error }).max(to, { error }));
};

const port = wholeNumber(1, 65_535);

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** `true` would believe every address, so only proxies that are named are taken. */
const trustedProxies = z
  .string()
  .refine(
    (text) =>
      text
        .split(',')
        .every((part) =>
          /^\s*(loopback|linklocal|uniquelocal|[\d.]+(\/\d+)?|[\da-f:]+(\/\d+)?)\s*$/i.test(part),
        ),
    {
      error:
        'must list addresses, ranges such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, separated by commas',
    },
  );

const readable = z.string().transform((path, context) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'names a file that cannot be read; check path and permissions',
    });
    return z.NEVER;
  }
});

/** An address with a user and a password in it, so its text is never repeated. */
const serverUrl = (...schemes: readonly string[]) =>
  z
    .string()
    .refine(
      (text) =>
        URL.canParse(text) && schemes.includes(new URL(text).protocol) && new URL(text).hostname !== '',
      { error: `must be a URL that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}` },
    );

const encryptionKey = z
  .string()
  .refine((text) => /^[A-Za-z0-9+/]{43}=$/.test(text), {
    error: 'must be 32 random bytes in base64; make them with: openssl rand -base64 32',
  })
  .transform((text) => Buffer.from(text, 'base64'));

const environment = z
  .object({
    PORT: port.default(3978),
    TAB_ENDPOINT: origin.optional(),
    AAD_APP_CLIENT_ID: guid,
    AAD_APP_TENANT_ID: z
      .string({ error: tenantWords })
      .refine((text) => text === 'organizations' || guid.safeParse(text).success, { error: tenantWords }),
    SECRET_AAD_APP_CLIENT_SECRET: z.string().optional(),
    AAD_APP_CERTIFICATE_PATH: readable
      .refine(
        (pem) =>
          /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----/.test(pem) && pem.includes('-----BEGIN CERTIFICATE-----'),
        {
          error: 'must name a PEM file with an unencrypted private key and its certificate',
        },
      )
      .optional(),
    AAD_APP_MANAGED_IDENTITY_CLIENT_ID: guid.optional(),
    AAD_APP_OAUTH_AUTHORITY_HOST: origin.default('https://login.microsoftonline.com'),
    GRAPH_ENDPOINT: origin.default('https://graph.microsoft.com'),
    TEAMS_HOST_ORIGINS: origins,
    LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
    RATE_LIMIT_PER_MINUTE: wholeNumber(0, 1_000_000).default(120),
    METRICS_PORT: port.optional(),
    TRUST_PROXY: trustedProxies.optional(),
    TOKEN_CACHE_MAX: wholeNumber(1, 10_000_000).default(10_000),
    REDIS_URL: serverUrl('redis:', 'rediss:').optional(),
    TOKEN_CACHE_KEY: encryptionKey.optional(),
    DATABASE_URL: serverUrl('postgres:', 'postgresql:').optional(),
    DATA_DIR: z.string().default('./data'),
    CONFIRMATION_RETENTION_DAYS: wholeNumber(1, 36_500).default(400),
  })
  .superRefine((env, context) => {
    const credentials = [
      env.SECRET_AAD_APP_CLIENT_SECRET,
      env.AAD_APP_CERTIFICATE_PATH,
      env.AAD_APP_MANAGED_IDENTITY_CLIENT_ID,
    ].filter((value) => value !== undefined).length;
    if (credentials !== 1) {
      context.addIssue({
        code: 'custom',
        path: ['SECRET_AAD_APP_CLIENT_SECRET'],
        message:
          'set exactly one credential: SECRET_AAD_APP_CLIENT_SECRET, AAD_APP_CERTIFICATE_PATH or AAD_APP_MANAGED_IDENTITY_CLIENT_ID' +
          ` (now set: ${credentials})`,
      });
    }
    if (env.REDIS_URL !== undefined && env.TOKEN_CACHE_KEY === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['TOKEN_CACHE_KEY'],
        message: 'must be set together with REDIS_URL; make it with: openssl rand -base64 32',
      });
    }
  });

/** What the server runs on. Durations and limits carry their unit in the name. */
export type Config = {
  readonly port: number;
  /** The tab's public origin. */
  readonly tabEndpoint: string;
  readonly clientId: string;
  /** A GUID or `organizations`. */
  readonly tenantId: string;
  readonly credential: Credential;
  readonly authorityHost: string;
  readonly graphEndpoint: string;
  readonly hostOrigins: readonly string[];
  readonly logLevel: (typeof logLevels)[number];
  /** 0: off. */
  readonly rateLimitPerMinute: number;
  readonly metricsPort: number | undefined;
  /** What Fastify takes as `trustProxy`: addresses, ranges or names such as `loopback`. */
  readonly trustProxy: string | undefined;
  /** Entries. */
  readonly tokenCacheMax: number;
  /** Where instances share exchanged tokens, and the 32 bytes that these are encrypted with; undefined: each keeps its own. */
  readonly sharedTokenCache: { readonly url: string; readonly key: Buffer } | undefined;
  readonly store: StoreConfig;
  /** Days. */
  readonly confirmationRetentionDays: number;
};

/** Where confirmations are kept: a PostgreSQL server, or an embedded one in a folder. */
export type StoreConfig =
  | { readonly kind: 'postgresql'; readonly url: string }
  | { readonly kind: 'embedded'; readonly folder: string };

export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly pem: string }
  | { readonly kind: 'managedIdentity'; readonly clientId: string };

/** What is wrong with the environment: one line a variable, each with how to mend it, none with a value. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/**
 * Reads the whole configuration. A variable that is set but empty counts as not set, as in `.env` files.
 * Throws ConfigError.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && value.trim() !== '') given[name] = value.trim();
  }
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(toLines(parsed.error, given));

  const values = parsed.data;
  return {
    port: values.PORT,
    tabEndpoint: values.TAB_ENDPOINT ?? `http://localhost:${values.PORT}`,
    clientId: values.AAD_APP_CLIENT_ID.toLowerCase(),
    tenantId: values.AAD_APP_TENANT_ID.toLowerCase(),
    credential: toCredential(values),
    authorityHost: values.AAD_APP_OAUTH_AUTHORITY_HOST,
    graphEndpoint: values.GRAPH_ENDPOINT,
    hostOrigins: values.TEAMS_HOST_ORIGINS,
    logLevel: values.LOG_LEVEL,
    rateLimitPerMinute: values.RATE_LIMIT_PER_MINUTE,
    metricsPort: values.METRICS_PORT,
    trustProxy: values.TRUST_PROXY,
    tokenCacheMax: values.TOKEN_CACHE_MAX,
    sharedTokenCache:
      values.REDIS_URL === undefined || values.TOKEN_CACHE_KEY === undefined
        ? undefined
        : { url: values.REDIS_URL, key: values.TOKEN_CACHE_KEY },
    store:
      values.DATABASE_URL === undefined
        ? { kind: 'embedded', folder: values.DATA_DIR }
        : { kind: 'postgresql', url: values.DATABASE_URL },
    confirmationRetentionDays: values.CONFIRMATION_RETENTION_DAYS,
  };
}

function toLines(error: z.ZodError, given: Record<string, unknown>): string[] {
  const byVariable = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const name = String(path[0]);
    const isMissing =
      path.length === 1 &&
      given[name] === undefined &&
      !message.startsWith('set exactly one') &&
      !message.startsWith('must be set together');
    if (!byVariable.has(name)) byVariable.set(name, isMissing ? `is not set; it ${message}` : message);
  }
  return [...byVariable].map(([name, message]) => `${name}: ${message} (see env/.env.example)`);
}

function toCredential(values: z.infer<typeof environment>): Credential {
  if (values.AAD_APP_CERTIFICATE_PATH !== undefined) {
    return { kind: 'certificate', pem: values.AAD_APP_CERTIFICATE_PATH };
  }
  if (values.AAD_APP_MANAGED_IDENTITY_CLIENT_ID !== undefined) {
    return { kind: 'managedIdentity', clientId: values.AAD_APP_MANAGED_IDENTITY_CLIENT_ID };
  }
  return { kind: 'secret', secret: values.SECRET_AAD_APP_CLIENT_SECRET ?? '' };
}
