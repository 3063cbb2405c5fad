import type { FastifyInstance } from 'fastify';
import { pages } from '../../contract/paths.js';
import type { Config } from '../config.js';
import type { Pages } from '../routes/builtPages.js';

/** Hosts that may frame the tab. @see https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements */
const microsoft365FrameAncestors = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
];

/** Hash of an empty string. Griffel creates an empty style element and adds rules through the CSSOM. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** teams-js fetches its list of valid host origins from here. */
const teamsJsOrigin = 'https://res.cdn.office.net';

/** Returns the headers of every response. X-Frame-Options is absent: it cannot list several ancestors and would break Teams. */
export function toSecurityHeaders(
  options: Pick<Config, 'tabEndpoint' | 'authorityHost' | 'hostOrigins'>,
  styleHashes: Pages['styleHashes'],
): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${["'self'", emptyStyle, ...styleHashes].join(' ')}`,
    "img-src 'self' data:",
    "font-src 'self' https://res-1.cdn.office.net",
    `connect-src 'self' ${teamsJsOrigin} ${options.authorityHost}`,
    `frame-ancestors ${[...microsoft365FrameAncestors, ...options.hostOrigins].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');

  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    // No includeSubDomains: subdomains may belong to others.
    ...(options.tabEndpoint.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  };
}

const popupPages: ReadonlySet<string | undefined> = new Set([pages.authStart, pages.authEnd]);

export function installSecurityHeaders(
  app: FastifyInstance,
  headers: Readonly<Record<string, string>>,
): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers);
    // A stricter policy would cut window.opener, which the sign-in window needs to report its result to Teams.
    if (popupPages.has(request.routeOptions.url))
      void reply.header('cross-origin-opener-policy', 'unsafe-none');
    done();
  });
}
