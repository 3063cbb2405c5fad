import type { FastifyInstance } from 'fastify';
import { pages } from '../../contract/paths.js';

/** Who may frame the tab. @see https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements */
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

/** The hash of nothing: Griffel makes an empty style element, then inserts its rules one by one. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** teams-js fetches its list of Microsoft's host origins from here. */
const teamsJsOrigin = 'https://res.cdn.office.net';

export type SecurityHeaderOptions = {
  /** The tab's public origin; https turns HSTS on. */
  readonly tabEndpoint: string;
  /** Where the consent pop-up signs in. */
  readonly authorityHost: string;
  readonly hostOrigins: readonly string[];
  /** CSP sources of the inline styles that the built pages hold, as `'sha256-…'`. */
  readonly styleHashes: readonly string[];
};

/** The same headers for every answer. No X-Frame-Options: it cannot name several ancestors and would break Teams. */
export function toSecurityHeaders(options: SecurityHeaderOptions): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${["'self'", emptyStyle, ...options.styleHashes].join(' ')}`,
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
    // Not for the hosts below it: they are somebody else's.
    ...(options.tabEndpoint.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  };
}

const popupPages: ReadonlySet<string | undefined> = new Set([pages.authStart, pages.authEnd]);

/** Puts them on every answer, errors included. */
export function installSecurityHeaders(
  app: FastifyInstance,
  headers: Readonly<Record<string, string>>,
): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers);
    // Anything stricter on the pop-up's pages cuts window.opener, through which it tells Teams that it is done.
    if (popupPages.has(request.routeOptions.url))
      void reply.header('cross-origin-opener-policy', 'unsafe-none');
    done();
  });
}
