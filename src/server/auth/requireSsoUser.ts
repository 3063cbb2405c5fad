import type { IncomingMessage } from 'node:http';
import { Problem } from '../Problem.js';
import type { SsoUser, VerifySsoToken } from './verifySsoToken.js';

/**
 * Takes the bearer token from the one Authorization header and verifies it. Tokens in a query or a body are ignored.
 * Throws Problem `invalid_token`, `insufficient_scope` or `entra_unavailable`.
 * @see RFC 6750, section 2.1; RFC 9110, section 11.1: the scheme's case does not matter
 */
export async function requireSsoUser(request: IncomingMessage, verify: VerifySsoToken): Promise<SsoUser> {
  // Node keeps the first of two Authorization headers in silence; a proxy before us may have looked at the other.
  const headers = request.rawHeaders.filter(
    (_, index, all) => index % 2 === 1 && isAuthorization(all[index - 1]),
  );
  const token = /^Bearer ([^\s,]+)$/i.exec(headers[0] ?? '')?.[1];
  if (headers.length !== 1 || token === undefined) {
    throw new Problem(
      { code: 'invalid_token' },
      'Send one Authorization header: Bearer and the Teams SSO token.',
      {
        cause: `${headers.length} Authorization headers, ${token === undefined ? 'no' : 'one'} bearer token`,
      },
    );
  }
  return await verify(token);
}

const isAuthorization = (name: string | undefined): boolean => name?.toLowerCase() === 'authorization';
