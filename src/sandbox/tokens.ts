import { generateKeyPair, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { jwtVerify, SignJWT, type JWK, type JWTPayload } from 'jose';
import { ssoScope } from '../contract/paths.js';
import { clientId, tenantId, type DemoPerson } from './tenant.js';

/** Microsoft Teams on the web, the client that requests SSO tokens here. */
const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

export type SigningKey = Awaited<ReturnType<typeof createSigningKey>>;

export async function createSigningKey() {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const kid = randomUUID();
  const jwk: JWK = { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' };
  return { kid, privateKey, publicKey, jwk };
}

type User = Pick<DemoPerson, 'id' | 'displayName' | 'username'>;

export const unknownUser = (id: string): User => ({ id, displayName: '', username: 'unknown' });

/** Claims of a user's v2.0 token for this app. */
export function userClaims(issuer: string, { id, displayName, username }: User): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return {
    aud: clientId,
    iss: issuer,
    iat: now - 10,
    nbf: now - 10,
    exp: now + 3600,
    name: displayName,
    oid: id,
    preferred_username: username,
    sub: `sub-${id}`,
    tid: tenantId,
    uti: randomUUID(),
    ver: '2.0',
  };
}

/** Claims of a valid SSO token that Teams requests for the app's API. */
export const ssoClaims = (issuer: string, user: User): JWTPayload => ({
  ...userClaims(issuer, user),
  azp: teamsWeb,
  azpacr: '0',
  scp: ssoScope,
});

export const sign = (key: SigningKey, claims: JWTPayload): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid }).sign(key.privateKey);

/** Claims of a token that is issued now, for this number of seconds. */
export function issuedNow(seconds: number): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return { iat: now, exp: now + seconds, uti: randomUUID() };
}

/** Signs a Graph token. As with real ones, the app's server must treat it as opaque. */
export const signGraphToken = (
  key: SigningKey,
  graphOrigin: string,
  objectId: string,
  scopes: readonly string[],
): Promise<string> =>
  sign(key, { aud: graphOrigin, oid: objectId, scp: scopes.join(' '), ...issuedNow(4200) });

/**
 * Returns the claims of a token. Throws unless the key signed it for one of the audiences. The clock tolerance
 * is five minutes.
 */
export async function verifyWith(
  key: SigningKey,
  token: string,
  audiences: readonly string[],
): Promise<JWTPayload> {
  const { payload } = await jwtVerify(
    token,
    ({ kid }) => {
      if (kid !== key.kid) throw new Error('unknown key');
      return key.publicKey;
    },
    { audience: [...audiences], clockTolerance: 300 },
  );
  return payload;
}
