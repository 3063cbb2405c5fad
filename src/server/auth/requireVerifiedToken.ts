import type { IncomingMessage } from 'node:http';
import { Problem } from '../Problem.js';
import type { VerifySsoToken } from './rememberVerified.js';
import type { VerifiedToken } from './verifySsoToken.js';

/**
 * Verifies the bearer token of the Authorization header. Ignores tokens in the query or body.
 * Throws Problem `invalid_token`, `insufficient_scope` or `entra_unavailable`.
 * @see RFC 6750, section 2.1; RFC 9110, section 11.1: the scheme is case-insensitive
 */
export async function requireVerifiedToken(
  request: IncomingMessage,
  verify: VerifySsoToken,
): Promise<VerifiedToken> {
  // Node silently drops a second Authorization header, but a proxy may have validated that one.
  const headers = request.rawHeaders.filter(
    (_, index, all) => index % 2 === 1 && isAuthorization(all[index - 1]),
  );
  const token = /^Bearer ([^\s,]+)$/i.exec(headers[0] ?? '')?.[1];
  if (headers.length !== 1 || token === undefined) {
    throw new Problem(
      { code: 'invalid_token' },
      'Send one Authorization header with the Teams SSO token as a bearer token.',
      {
        cause: `${headers.length} Authorization headers, ${token === undefined ? 'no' : 'one'} bearer token`,
      },
    );
  }
  return await verify(token);
}

const isAuthorization = (name: string | undefined): boolean => name?.toLowerCase() === 'authorization';
