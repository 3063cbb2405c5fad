import type { DemoPlan } from './licences.js';

/** A problem that a demo user has on purpose. */
export type DemoProblem =
  | 'noConsent'
  | 'needsAdmin'
  /** Passes the challenge when the host requests a token with claims. */
  | 'mfa'
  /** Conditional access refuses the exchange because of the server's address. */
  | 'blockedByPolicy'
  | 'notAssigned'
  /** The host ignores claims; only Nested App Authentication satisfies the challenge. */
  | 'mfaByApp'
  /** Entra repeats the challenge after every sign-in. */
  | 'mfaByNothing'
  | 'policyOff'
  | 'throttled'
  | 'graphDown'
  | 'graphSlow'
  | 'graphGarbage'
  | 'entraDown'
  | 'badSecret'
  | 'expiredToken'
  | 'wrongScope'
  | 'noNames'
  /** No `User.Read.All`: job titles and `accountEnabled` are null. */
  | 'basicNames'
  /** No `User.Read`: the user's own plans are an empty list. */
  | 'noOwnProfile';

export type DemoPerson = {
  readonly id: string;
  readonly displayName: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly alias: string;
  /** Describes on the host page what this user demonstrates. Empty for users who are not selectable. */
  readonly story: string;
  readonly problem?: DemoProblem;
  readonly availability?: string;
  /** Default: the value of `availability`. */
  readonly activity?: string;
  readonly hasPhoto?: boolean;
  /** Default: Teams and Teams Phone, as in Microsoft 365 E5. */
  readonly plans?: readonly DemoPlan[];
  readonly isBlocked?: boolean;
  readonly isGuest?: boolean;
  /**
   * Graph returns unusual data for this user: an empty next link, a blank department, an unexpected photo
   * type, an error with status 200.
   */
  readonly isOdd?: boolean;
  /** The host has no Nested App Authentication, and sign-in windows lose their opener. */
  readonly isOnCoopOnly?: boolean;
};

export const mailDomain = 'alder-finch.example';

export const idOf = (number: number): string => `a1de4f1c-0000-4000-8000-${String(number).padStart(12, '0')}`;

/**
 * Creates a user.
 * @param job job title and department: `Analyst · Finance`
 * @param more the alias is by default the first name, in lower case and without accents
 */
export function person(
  number: number,
  displayName: string,
  job: string,
  story: string,
  more: Partial<DemoPerson> = {},
): DemoPerson {
  const [jobTitle = '', department = ''] = job.split(' · ');
  const [firstName = ''] = displayName.split(' ');
  const alias = firstName.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return { id: idOf(number), displayName, alias, jobTitle, department, story, ...more };
}

/** Entra derives a guest's user principal name from the external address. */
export const usernameOf = ({ alias, isGuest }: DemoPerson): string =>
  isGuest === true ? `${alias}_guest.example#EXT#@${mailDomain}` : `${alias}@${mailDomain}`;

export const mailOf = ({ alias, isGuest }: DemoPerson): string =>
  `${alias}@${isGuest === true ? 'guest.example' : mailDomain}`;
