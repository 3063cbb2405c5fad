import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';

/** Zod schemas for single environment variables. Each message says what the value must be and never quotes it. */

/** Reports a fault of the value. A transform returns its result. */
export function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

/** `URL.parse` is missing in older versions of Node. */
const toUrl = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

export const isLoopback = (url: URL): boolean => loopbackHosts.has(url.hostname);

export const guid = z.guid({ error: 'must be a GUID such as 11111111-2222-4333-8444-555555555555' });

const tenantWords = "must be your tenant's GUID, or organizations for any work tenant";

export const tenant = z
  .string({ error: tenantWords })
  .refine((text) => text === 'organizations' || guid.safeParse(text).success, { error: tenantWords });

/** An origin without path: https, or http on loopback. */
export const origin = z.string().transform((text, context) => {
  const url = toUrl(text);
  if (url === undefined) return refuse(context, 'must be an absolute URL such as https://tab.contoso.com');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url)))
    return refuse(context, 'must begin with https:// (http:// is accepted for localhost only)');
  if (url.username !== '' || url.password !== '')
    return refuse(context, 'must not contain a user name or password');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return refuse(context, `must be an origin without path or query: ${url.origin}`);
  return url.origin;
});

export const origins = z
  .string()
  .default('')
  .transform((text) => text.split(/\s+/).filter((part) => part !== ''))
  .pipe(z.array(origin));

export const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d+$/, { error })
    .transform(Number)
    .pipe(z.number().min(from, { error }).max(to, { error }));
};

export const port = wholeNumber(1, 65_535);

export const oneOf = <const Word extends string>(words: readonly Word[]) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });

/** Minutes. A shorter interval would throttle the tenant; a longer one overflows Node's timers after 24.8 days. */
export const watchInterval = wholeNumber(0, 20_160).refine((minutes) => minutes === 0 || minutes >= 15, {
  error: 'must be 0 (off), or a whole number from 15 to 20160',
});

const namedProxies: ReadonlyMap<string, readonly string[]> = new Map([
  ['loopback', ['127.0.0.0/8', '::1/128']],
  ['linklocal', ['169.254.0.0/16', 'fe80::/10']],
  ['uniquelocal', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']],
]);

/** Addresses and CIDR ranges. Refuses `true`, which would make Fastify trust every address. */
export const trustedProxies = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
  .transform((parts) => parts.flatMap((part) => namedProxies.get(part) ?? [part]))
  .refine((ranges) => ranges.every(isRange), {
    error:
      'must list addresses, ranges such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, separated by commas',
  });

/** Accepts an address or a CIDR range. A prefix length of 0 would match every address. */
function isRange(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (bits === 0 || address.includes('%') || rest.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) >= 1 && Number(length) <= bits);
}

/** A client secret. The Agents Toolkit encrypts secrets in its `.env` files, and only the toolkit can decrypt them. */
export const secret = z.string().refine((text) => !text.startsWith('crypto_'), {
  error:
    'is encrypted by the Microsoft 365 Agents Toolkit; set the plain value, which "Decrypt secret" in Visual Studio Code shows',
});

export const unreadableFile = 'names a file that cannot be read; check path and permissions';

export const readableFile = z.string().transform((path, context) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return refuse(context, unreadableFile);
  }
});

/** A URL that may contain a password. The message never quotes it. */
export const serverUrl = (...schemes: readonly string[]) =>
  z.string().refine(
    (text) => {
      const url = toUrl(text);
      return url !== undefined && schemes.includes(url.protocol) && url.hostname !== '';
    },
    { error: `must be a URL that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}` },
  );

const sslModes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];
const sslFiles = ['sslrootcert', 'sslcert', 'sslkey'];

/**
 * A PostgreSQL URL that the driver supports. Replaces libpq's `sslrootcert=system`, which the driver does not know, by
 * `sslmode=verify-full`, which verifies the server against Node's certificate authorities.
 * @see https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNECT-SSLROOTCERT
 */
export const databaseUrl = serverUrl('postgres:', 'postgresql:').transform((text, context) => {
  const url = new URL(text);
  const fault = findDatabaseFault(url);
  if (fault !== undefined) return refuse(context, fault);
  if (url.searchParams.get('sslrootcert') !== 'system') return text;
  url.searchParams.delete('sslrootcert');
  url.searchParams.set('sslmode', 'verify-full');
  return url.href;
});

/** Finds options that the driver throws on, or that make it verify less than libpq. The message never quotes the URL. */
function findDatabaseFault(url: URL): string | undefined {
  const { searchParams } = url;
  const mode = searchParams.get('sslmode');
  const rootCertificate = searchParams.get('sslrootcert');
  if (url.hostname.includes(',')) return 'must name one server; the driver does not support several';
  if (![url.username, url.password, url.pathname].every(isPercentEncoded))
    return 'must percent-encode special characters of the user, the password and the database as UTF-8';
  if (mode !== null && !sslModes.includes(mode)) return `must have an sslmode of ${sslModes.join(', ')}`;
  if (rootCertificate === 'system' && mode !== null && mode !== 'verify-full')
    return 'must have sslmode=verify-full with sslrootcert=system';
  if (searchParams.get('uselibpqcompat') === 'true' && mode === 'verify-ca' && rootCertificate === null)
    return 'must have sslmode=verify-full, or an sslrootcert with sslmode=verify-ca';
  const negotiation = searchParams.get('sslnegotiation');
  if (negotiation !== null && (!['postgres', 'direct'].includes(negotiation) || mode === 'disable'))
    return 'must have sslnegotiation=postgres, or sslnegotiation=direct with sslmode=verify-full';
  const unreadable = sslFiles.find((name) => {
    const path = searchParams.get(name);
    return path !== null && path !== '' && path !== 'system' && !readableFile.safeParse(path).success;
  });
  return unreadable === undefined ? undefined : `has ${unreadable}, which ${unreadableFile}`;
}

function isPercentEncoded(part: string): boolean {
  // The driver accepts a lone % literally.
  return isDecodable(part) || /%(?![a-f0-9]{2})/i.test(part);
}

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** The URL may contain a password. The message never quotes it. */
export const proxyAddress = z.string().refine(isProxyAddress, {
  error:
    'must be an address such as http://proxy.contoso.com:8080; percent-encode special characters of a user and a password',
});

function isProxyAddress(text: string): boolean {
  const url = toUrl(text);
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) return false;
  return url.pathname === '/' && url.search === '' && [url.username, url.password].every(isDecodable);
}

export const encryptionKey = z
  .string()
  .refine((text) => /^[A-Za-z0-9+/]{43}=$/.test(text), {
    error: 'must be 32 random bytes in base64; create them with: openssl rand -base64 32',
  })
  .transform((text) => Buffer.from(text, 'base64'));

/** Mail address or website for help: `text` is shown, `href` is the link. */
export const supportContact = z.string().transform((text, context) => {
  if (z.email().safeParse(text).success) return { text, href: `mailto:${text}` };
  const url = toUrl(text);
  if (url?.protocol === 'https:' && url.username === '' && url.password === '')
    return { text, href: url.href };
  return refuse(
    context,
    'must be a mail address such as help@contoso.com, or an address that begins with https://',
  );
});
