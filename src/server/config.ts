import { hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { CertificateFault, parseClientCertificate, type ClientCertificate } from './clientCertificate.js';
import {
  databaseUrl,
  encryptionKey,
  guid,
  oneOf,
  origin,
  origins,
  port,
  proxyAddress,
  readableFile,
  refuse,
  secret,
  serverUrl,
  supportContact,
  tenant,
  trustedProxies,
  unreadableFile,
  watchInterval,
  wholeNumber,
} from './variables.js';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const defaultRetentionDays = 400;

const environmentAt = (nowMs: number) =>
  z.object({
    PORT: port.default(3978),
    TAB_ENDPOINT: origin.optional(),
    AAD_APP_CLIENT_ID: guid,
    AAD_APP_TENANT_ID: tenant,
    SECRET_AAD_APP_CLIENT_SECRET: secret.optional(),
    AAD_APP_CERTIFICATE_PATH: readableFile.transform(toCertificate(nowMs)).optional(),
    AAD_APP_MANAGED_IDENTITY_CLIENT_ID: guid.optional(),
    AZURE_FEDERATED_TOKEN_FILE: z.string().optional(),
    AAD_APP_OAUTH_AUTHORITY_HOST: origin.default('https://login.microsoftonline.com'),
    GRAPH_ENDPOINT: origin.default('https://graph.microsoft.com'),
    TEAMS_HOST_ORIGINS: origins,
    HTTPS_PROXY: proxyAddress.optional(),
    HTTP_PROXY: proxyAddress.optional(),
    NO_PROXY: z.string().default(''),
    LOG_LEVEL: oneOf(logLevels).default('info'),
    RATE_LIMIT_PER_MINUTE: wholeNumber(0, 1_000_000).default(120),
    METRICS_PORT: port.optional(),
    TRUST_PROXY: trustedProxies.optional(),
    TOKEN_CACHE_MAX: wholeNumber(1, 10_000_000).default(10_000),
    REDIS_URL: serverUrl('redis:', 'rediss:').optional(),
    TOKEN_CACHE_KEY: encryptionKey.optional(),
    DATABASE_URL: databaseUrl.optional(),
    DATA_DIR: z.string().default('./data'),
    CONFIRMATION_RETENTION_DAYS: wholeNumber(1, 36_500).default(defaultRetentionDays),
    NOTIFICATIONS: oneOf(['on', 'off']).default('off'),
    TEAMS_APP_ID: guid.optional(),
    SUPPORT_CONTACT: supportContact.optional(),
    CONFIRMATION_REMINDER_DAYS: wholeNumber(0, 36_500).default(0),
    WATCH_INTERVAL_MINUTES: watchInterval.default(0),
  });

const toCertificate = (nowMs: number) => (pem: string, context: z.RefinementCtx) => {
  try {
    return parseClientCertificate(pem, nowMs);
  } catch (error) {
    if (!(error instanceof CertificateFault)) throw error;
    return refuse(context, error.message);
  }
};

const credentials = [
  'SECRET_AAD_APP_CLIENT_SECRET',
  'AAD_APP_CERTIFICATE_PATH',
  'AAD_APP_MANAGED_IDENTITY_CLIENT_ID',
] as const;

/** Checks rules that involve several variables. Yields the variable to change and the message. */
function* checkTogether(given: Given): Generator<readonly [name: string, message: string]> {
  const count = credentials.filter((name) => given[name] !== undefined).length;
  if (count !== 1) {
    yield [credentials[0], `set exactly one credential: ${credentials.join(', ')} (now set: ${count})`];
  }
  // AKS sets this variable in every container of a pod, also if the app uses another credential.
  const tokenFile = given['AZURE_FEDERATED_TOKEN_FILE'];
  const needsTokenFile = given['AAD_APP_MANAGED_IDENTITY_CLIENT_ID'] !== undefined;
  if (needsTokenFile && tokenFile !== undefined && !readableFile.safeParse(tokenFile).success) {
    yield ['AZURE_FEDERATED_TOKEN_FILE', unreadableFile];
  }
  if (given['REDIS_URL'] !== undefined && given['TOKEN_CACHE_KEY'] === undefined) {
    yield ['TOKEN_CACHE_KEY', 'must be set together with REDIS_URL; create it with: openssl rand -base64 32'];
  }
  const isOn = given['NOTIFICATIONS'] === 'on';
  if (isOn && given['TEAMS_APP_ID'] === undefined) {
    yield [
      'TEAMS_APP_ID',
      'must be set together with NOTIFICATIONS=on; it is the app id in the manifest or the Teams app catalog',
    ];
  }
  const reminderDays = Number(given['CONFIRMATION_REMINDER_DAYS'] ?? 0);
  if (reminderDays > Number(given['CONFIRMATION_RETENTION_DAYS'] ?? defaultRetentionDays)) {
    yield [
      'CONFIRMATION_REMINDER_DAYS',
      'must not be more than CONFIRMATION_RETENTION_DAYS, because older confirmations are deleted',
    ];
  }
  if (!isOn && Number(given['WATCH_INTERVAL_MINUTES'] ?? 0) > 0) {
    yield ['WATCH_INTERVAL_MINUTES', 'must be 0 (off) while NOTIFICATIONS=off; set NOTIFICATIONS=on as well'];
  }
}

export type Config = Readonly<ReturnType<typeof parseConfig>>;
export type OutboundProxy = Readonly<NonNullable<Config['outboundProxy']>>;
export type NotificationsConfig = Readonly<NonNullable<Config['notifications']>>;

/** Database of the server: PostgreSQL, or an embedded one in a folder. */
export type StoreConfig =
  | { readonly kind: 'postgresql'; readonly url: string }
  | { readonly kind: 'embedded'; readonly folder: string };

export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly certificate: ClientCertificate }
  | {
      readonly kind: 'managedIdentity';
      readonly clientId: string;
      /** File that contains the assertion (AKS workload identity). Undefined: the managed identity endpoint returns it. */
      readonly tokenFile: string | undefined;
    };

/** Invalid environment. Each line names one variable and the fix. No line contains a value. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

type Values = z.infer<ReturnType<typeof environmentAt>>;
type Given = Readonly<Record<string, string>>;

/**
 * Parses the whole configuration. An empty variable counts as not set. Throws ConfigError.
 * @param nowMs ms since the epoch. A certificate that has expired by then is refused.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>, nowMs: number = Date.now()) {
  const given = withoutEmpty(env);
  const parsed = environmentAt(nowMs).safeParse(given);
  const faults = new Map(checkTogether(given));
  if (!parsed.success || faults.size > 0) throw new ConfigError(toLines(parsed.error, faults, given));

  const values = parsed.data;
  const { HTTP_PROXY: httpProxy, HTTPS_PROXY: httpsProxy, NO_PROXY: noProxy } = values;
  const { REDIS_URL: redisUrl, TOKEN_CACHE_KEY: redisKey } = values;
  const clientId = values.AAD_APP_CLIENT_ID.toLowerCase();
  const teamsAppId = values.TEAMS_APP_ID?.toLowerCase();
  return {
    port: values.PORT,
    /** Public origin of the tab. */
    tabEndpoint: values.TAB_ENDPOINT ?? `http://localhost:${values.PORT}`,
    clientId,
    /** A GUID or `organizations`. */
    tenantId: values.AAD_APP_TENANT_ID.toLowerCase(),
    credential: toCredential(values),
    authorityHost: values.AAD_APP_OAUTH_AUTHORITY_HOST,
    graphEndpoint: values.GRAPH_ENDPOINT,
    hostOrigins: values.TEAMS_HOST_ORIGINS,
    outboundProxy:
      httpProxy === undefined && httpsProxy === undefined ? undefined : { httpProxy, httpsProxy, noProxy },
    logLevel: values.LOG_LEVEL,
    /** `/api` requests per user. 0: off. */
    rateLimitPerMinute: values.RATE_LIMIT_PER_MINUTE,
    metricsPort: values.METRICS_PORT,
    /** Addresses and CIDR ranges. */
    trustProxy: values.TRUST_PROXY,
    tokenCacheMax: values.TOKEN_CACHE_MAX,
    /**
     * 32 bytes. Key of the HMACs that replace user and tenant ids in the log. Without a secret it is random, and hashes differ
     * between instances and between starts.
     */
    logKey: deriveKey(values, 'log', randomBytes(32)),
    /** Redis server that instances share tokens through, and the AES key (32 bytes). Undefined: each instance has its own cache. */
    sharedTokenCache:
      redisUrl === undefined || redisKey === undefined ? undefined : { url: redisUrl, key: redisKey },
    store: toStore(values),
    confirmationRetentionDays: values.CONFIRMATION_RETENTION_DAYS,
    teamsAppId,
    supportContact: values.SUPPORT_CONTACT,
    notifications:
      values.NOTIFICATIONS === 'off' || teamsAppId === undefined
        ? undefined
        : {
            teamsAppId,
            /**
             * 32 bytes. Key of the HMACs of stored list states. It is not in the database. Without a secret, anyone who has the
             * database can find the hashed values by trying.
             */
            key: deriveKey(values, 'notices', clientId),
            /** Days without a confirmation before a reminder. 0: never. */
            reminderDays: values.CONFIRMATION_REMINDER_DAYS,
            /** Interval of background reading. 0: off. */
            watchIntervalMinutes: values.WATCH_INTERVAL_MINUTES,
          },
  };
}

const toStore = ({ DATABASE_URL: url, DATA_DIR: folder }: Values): StoreConfig =>
  url === undefined ? { kind: 'embedded', folder } : { kind: 'postgresql', url };

/** Returns the variables that have a value, trimmed, and the proxy variables in upper case. */
export function withoutEmpty(env: Readonly<Record<string, string | undefined>>): Given {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && value.trim() !== '') given[name] = value.trim();
  }
  // By convention, these are also read in lower case.
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY']) {
    const value = given[name] ?? given[name.toLowerCase()];
    if (value !== undefined) given[name] = value;
  }
  return given;
}

/** Returns one line per variable. A fault in the value itself takes precedence over a fault in a combination. */
function toLines(error: z.ZodError | undefined, faults: ReadonlyMap<string, string>, given: Given): string[] {
  const byVariable = new Map<string, string>();
  for (const { path, message } of error?.issues ?? []) {
    const name = String(path[0]);
    const text = given[name] === undefined ? `is not set; it ${message}` : message;
    if (!byVariable.has(name)) byVariable.set(name, text);
  }
  // The number of credentials is meaningful only if each of them is valid.
  const isCredentialFaulty = credentials.some((name) => byVariable.has(name));
  for (const [name, message] of faults) {
    if (!byVariable.has(name) && !(isCredentialFaulty && name === credentials[0]))
      byVariable.set(name, message);
  }
  return [...byVariable].map(([name, message]) => `${name}: ${message} (see env/.env.example)`);
}

/**
 * Derives a key from a strong secret that all instances share. The database password is not used: a weak one could be found
 * from the log by trying.
 * @param otherwise used if there is no such secret
 */
function deriveKey(values: Values, use: string, otherwise: string | Buffer): Buffer {
  const secret =
    values.TOKEN_CACHE_KEY ??
    values.SECRET_AAD_APP_CLIENT_SECRET ??
    values.AAD_APP_CERTIFICATE_PATH?.privateKey ??
    otherwise;
  return Buffer.from(hkdfSync('sha256', secret, '', `call-delegates ${use}`, 32));
}

function toCredential(values: Values): Credential {
  if (values.AAD_APP_CERTIFICATE_PATH !== undefined) {
    return { kind: 'certificate', certificate: values.AAD_APP_CERTIFICATE_PATH };
  }
  if (values.AAD_APP_MANAGED_IDENTITY_CLIENT_ID !== undefined) {
    return {
      kind: 'managedIdentity',
      clientId: values.AAD_APP_MANAGED_IDENTITY_CLIENT_ID,
      tokenFile: values.AZURE_FEDERATED_TOKEN_FILE,
    };
  }
  return { kind: 'secret', secret: values.SECRET_AAD_APP_CLIENT_SECRET ?? '' };
}
