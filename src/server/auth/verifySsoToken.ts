import { hash } from 'node:crypto';
import { visit } from 'jsonc-parser';
import type { JWTPayload } from 'jose';
import * as errors from 'jose/errors';
import { jwtVerify } from 'jose/jwt/verify';
import type { LRUCache } from 'lru-cache';
import { isGuid } from '../../contract/guid.js';
import { ssoScope } from '../../contract/paths.js';
import type { Config } from '../config.js';
import { LoggableError, Problem } from '../Problem.js';
import type { User } from '../User.js';
import { microsoft365Hosts } from './microsoft365Hosts.js';
import type { OpenidConfigurations } from './openidConfiguration.js';
import type { SigningKey, SigningKeys } from './signingKeys.js';

export type TokenUser = User & {
  /** Seconds since the epoch. */
  readonly expiresAt: number;
};

export type VerifiedToken = TokenUser & {
  readonly ssoToken: string;
  /** Identifies the token in caches without storing it. */
  readonly tokenHash: string;
};

/** Allowed clock skew, in seconds. */
export const clockTolerance = 300;
/** Characters. Entra's tokens have 2,000 to 4,000. */
const maxLength = 16_384;
/** Characters. Entra's headers have about 150. */
const maxHeaderLength = 2_048;
/** Maximum nesting of objects and arrays in a header or payload. The parser is recursive. */
const maxDepth = 8;
/** Tenant of personal Microsoft accounts, which cannot use call delegation. */
const personalAccounts = '9188040d-6c67-4c5b-b112-36a304b66dad';

const compactJws = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
/** Header parameters that supply keys or change how the token is processed. */
const refusedHeaderMembers = ['jwk', 'jku', 'x5u', 'x5c', 'crit', 'b64', 'zip'];

/**
 * Verifies shape, header, signature and claims of an SSO token. Do not use any content of a token before this returns.
 * Throws Problem `invalid_token`, `insufficient_scope` or `entra_unavailable`.
 * @see https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens
 * @see RFC 8725, JSON Web Token Best Current Practices
 */
export function createSsoTokenVerifier(
  keys: SigningKeys,
  configurations: OpenidConfigurations,
  { clientId, tenantId, tabEndpoint }: Pick<Config, 'clientId' | 'tenantId' | 'tabEndpoint'>,
) {
  const audiences = new Set([clientId, `api://${new URL(tabEndpoint).host}/${clientId}`]);

  return async (token: string): Promise<TokenUser> => {
    requireSafeHeader(token);
    const { claims, keyIssuer } = await verifySignature(token, keys);
    requireUniqueMembers(decodeSegment(token, 1), 'payload');

    if (claims['ver'] !== '2.0')
      throw refused(
        'it is not a version 2.0 token',
        'Set requestedAccessTokenVersion to 2 in the app registration.',
      );
    if (typeof claims.aud !== 'string' || !audiences.has(claims.aud.toLowerCase())) {
      throw refused(
        'it is for another audience',
        'AAD_APP_CLIENT_ID, the Application ID URI and webApplicationInfo of the app package must name the same app, and TAB_ENDPOINT its host.',
      );
    }
    const tid = requireGuid(claims, 'tid');
    if (tenantId === 'organizations' ? tid === personalAccounts : tid !== tenantId) {
      throw refused('its tenant may not use this app', 'Check AAD_APP_TENANT_ID.');
    }
    const { issuer } = await configurations.get(tenantId);
    if (claims.iss !== fillTenant(issuer, tid)) throw refused('it is from another issuer');
    if (keyIssuer !== undefined && claims.iss !== fillTenant(keyIssuer, tid)) {
      throw refused('its signing key belongs to another issuer');
    }
    if (claims.exp === undefined) throw refused('it has no expiry');
    // ID tokens and app-only tokens have no `scp`.
    const scopes = claims['scp'];
    if (typeof scopes !== 'string' || (claims['idtyp'] !== undefined && claims['idtyp'] !== 'user')) {
      throw refused("it is not a user's access token");
    }
    const client = typeof claims['azp'] === 'string' ? claims['azp'].toLowerCase() : '';
    // Nested App Authentication uses the app's own client id.
    if (!microsoft365Hosts.has(client) && client !== clientId) {
      throw refused(
        'it was requested by a client that is neither a Microsoft 365 host nor this app',
        'Pre-authorize only the clients of aad.manifest.json.',
      );
    }
    const objectId = requireGuid(claims, 'oid');
    if (!scopes.split(' ').includes(ssoScope))
      throw new Problem({ code: 'insufficient_scope' }, `The sign-in token lacks the scope ${ssoScope}.`);
    return { tenantId: tid, objectId, expiresAt: claims.exp };
  };
}

async function verifySignature(token: string, keys: SigningKeys) {
  let signedWith: SigningKey | undefined;
  try {
    const { payload: claims } = await jwtVerify(
      token,
      async (header, jws) => {
        signedWith = await keys.find(header, jws);
        return signedWith.key;
      },
      { algorithms: ['RS256'], clockTolerance },
    );
    return { claims, keyIssuer: signedWith?.issuer };
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) throw refused('it has expired', checkClock);
    if (cause instanceof errors.JWTClaimValidationFailed && cause.claim === 'nbf') {
      throw refused('it is not valid yet', checkClock);
    }
    if (cause instanceof errors.JWKSNoMatchingKey) {
      throw refused(
        'no published key has its key id',
        'Check AAD_APP_OAUTH_AUTHORITY_HOST and AAD_APP_TENANT_ID.',
      );
    }
    if (cause instanceof errors.JWSSignatureVerificationFailed) throw refused('its signature is not valid');
    if (cause instanceof errors.JOSEError) throw refused('its payload is not valid');
    throw cause;
  }
}

function requireSafeHeader(token: string): void {
  if (token.length > maxLength || !compactJws.test(token)) throw refused('it is not a signed JSON Web Token');
  if (token.indexOf('.') > maxHeaderLength) throw refused('its header is too long');
  const text = decodeSegment(token, 0);
  requireUniqueMembers(text, 'header');
  const header = JSON.parse(text) as unknown;
  if (typeof header !== 'object' || header === null) throw refused('its header is not an object');
  const members = header as Record<string, unknown>;
  if (members['alg'] !== 'RS256') throw refused('it is not signed with RS256');
  if (typeof members['kid'] !== 'string') throw refused('its header has no key id');
  if (refusedHeaderMembers.some((name) => name in members))
    throw refused('its header contains keys or extensions');
  const type = members['typ'];
  if (type !== undefined && (typeof type !== 'string' || type.toUpperCase() !== 'JWT')) {
    throw refused('it is a token of another type');
  }
}

/** Decodes strictly: valid UTF-8 and canonical base64url only. */
function decodeSegment(token: string, index: 0 | 1): string {
  const segment = token.split('.')[index] ?? '';
  const bytes = Buffer.from(segment, 'base64url');
  if (bytes.toString('base64url') !== segment) throw refused('it is not encoded correctly');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused('it is not encoded correctly');
  }
}

/** Refuses duplicate member names, because parsers differ in which one they return (RFC 8725, section 2.4). */
function requireUniqueMembers(json: string, part: 'header' | 'payload'): void {
  const refuse = () => {
    throw refused(`its ${part} is not valid JSON with unique member names`);
  };
  /** The member names of each object, and an empty set for each array, that the parser is in. */
  const open: Set<string>[] = [];
  const enter = () => {
    open.push(new Set());
    if (open.length > maxDepth) throw refused(`its ${part} is nested too deeply`);
  };
  const leave = () => {
    open.pop();
  };
  visit(
    json,
    {
      onObjectBegin: enter,
      onObjectEnd: leave,
      onArrayBegin: enter,
      onArrayEnd: leave,
      onObjectProperty: (name) => {
        const names = open.at(-1);
        if (names?.has(name) === true) refuse();
        names?.add(name);
      },
      onError: refuse,
    },
    { disallowComments: true, allowTrailingComma: false },
  );
}

function requireGuid(claims: JWTPayload, name: 'tid' | 'oid'): string {
  const value = claims[name];
  if (typeof value !== 'string' || !isGuid(value)) throw refused(`its ${name} is not a GUID`);
  return value.toLowerCase();
}

const fillTenant = (issuer: string, tenantId: string): string => issuer.replace('{tenantid}', tenantId);

const checkClock = 'If this persists, check the clock of the server (NTP).';

/** @param why public clause for the response; must not identify anyone. @param fix sentence for the log */
function refused(why: string, fix?: string): Problem {
  const detail = `The sign-in token was refused: ${why}.`;
  const cause = new LoggableError(fix === undefined ? detail : `${detail} ${fix}`);
  return new Problem({ code: 'invalid_token' }, detail, { cause });
}

export type VerifySsoToken = (token: string) => Promise<VerifiedToken>;

/** SHA-256 over all three segments. */
export const hashSsoToken = (token: string): string => hash('sha256', token, 'base64url');

/**
 * Skips verification of a token that was already verified, until the token expires. Refusals are not cached.
 * A withdrawn signing key stays effective for tokens that are already cached.
 * Stores only hashes of whole tokens, including the signature, and the user. It never stores a token.
 * @param known users by the hash of their token
 */
export function rememberVerified(
  verify: (token: string) => Promise<TokenUser>,
  known: LRUCache<string, TokenUser>,
  nowMs: () => number = Date.now,
): VerifySsoToken {
  const isValid = ({ expiresAt }: TokenUser) => expiresAt * 1000 > nowMs();
  return async (token) => {
    const tokenHash = hashSsoToken(token);
    let user = known.get(tokenHash);
    if (user === undefined || !isValid(user)) {
      known.delete(tokenHash);
      user = await verify(token);
      if (isValid(user)) known.set(tokenHash, user);
    }
    return { ...user, ssoToken: token, tokenHash };
  };
}
