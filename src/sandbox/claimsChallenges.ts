import { isDeepStrictEqual } from 'node:util';
import type { JWTPayload } from 'jose';
import type { DemoProblem } from './tenant.js';

/** A conditional access policy for Graph. */
export type ClaimsChallenge = {
  /** AADSTS number. */
  readonly code: number;
  readonly words: string;
  /** JSON in Entra's format. */
  readonly claims: string;
  /** Claims of an assertion that satisfy the policy. If undefined, no assertion does. */
  readonly proof?: JWTPayload;
};

export const policyClaims = (policyId: string): string =>
  JSON.stringify({ access_token: { capolids: { essential: true, values: [policyId] } } });

const challenges: Partial<Record<DemoProblem, ClaimsChallenge>> = {
  mfa: {
    code: 50076,
    words: 'You must use multi-factor authentication.',
    claims: policyClaims('c5a1f7de-1d0a-4c1b-8b19-5a5b6f5e8a01'),
    proof: { amr: ['pwd', 'mfa'] },
  },
  mfaByApp: {
    code: 50076,
    words: 'You must use multi-factor authentication.',
    claims: JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } }),
    proof: { acrs: ['c1'] },
  },
  mfaByNothing: {
    code: 50158,
    words: 'External security challenge was not satisfied.',
    claims: policyClaims('f0b3a9c4-7e52-4d18-9a66-31c8d2e7b905'),
  },
};

export const challengeOf = (problem: DemoProblem | undefined): ClaimsChallenge | undefined =>
  problem === undefined ? undefined : challenges[problem];

/** Returns whether the on-behalf-of assertion already satisfies the policy. */
export const isSatisfied = ({ proof }: ClaimsChallenge, assertion: JWTPayload): boolean =>
  proof !== undefined && hasAll(assertion, proof);

/** Returns whether a `claims` parameter of the token request asks for the claims of the policy. */
export const isAskedFor = ({ claims }: ClaimsChallenge, requested: readonly string[]): boolean =>
  requested.some((json) => hasAll(readAccessTokenClaims(json), readAccessTokenClaims(claims)));

const hasAll = (found: JWTPayload, wanted: JWTPayload): boolean =>
  Object.entries(wanted).every(([name, value]) => isDeepStrictEqual(found[name], value));

/** Claims that a token gets after the user has satisfied `requested`. */
export function provenClaims(problem: DemoProblem | undefined, requested: readonly string[]): JWTPayload {
  const challenge = challengeOf(problem);
  return challenge !== undefined && isAskedFor(challenge, requested) ? (challenge.proof ?? {}) : {};
}

function readAccessTokenClaims(json: string): JWTPayload {
  try {
    const { access_token: claims = {} } = JSON.parse(json) as { access_token?: JWTPayload };
    return claims;
  } catch {
    return {};
  }
}
