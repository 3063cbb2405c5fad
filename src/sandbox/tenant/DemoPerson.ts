import type { DemoPlan } from './licences.js';

/** What goes wrong for somebody, on purpose. */
export type Trouble =
  | 'noConsent'
  | 'needsAdmin'
  /** Proves who they are when the host asks for a token with claims. */
  | 'mfa'
  /** Conditional access refuses the exchange for the server's address. */
  | 'blockedByPolicy'
  | 'notAssigned'
  /** The host ignores claims: only Nested App Authentication brings the proof. */
  | 'mfaByApp'
  /** Entra asks again whatever is proved. */
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
  /** No `User.Read.All`: titles, and whether accounts are blocked, come as null. */
  | 'basicNames'
  /** No `User.Read`: their own plans come as an empty list. */
  | 'noOwnProfile';

export type DemoPerson = {
  readonly id: string;
  readonly displayName: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly alias: string;
  /** Why one would pick this person, for the host page; empty for somebody whom nobody picks. */
  readonly story: string;
  readonly trouble?: Trouble;
  readonly availability?: string;
  /** Default: the same word as `availability`. */
  readonly activity?: string;
  readonly hasPhoto?: boolean;
  /** Default: Teams and Teams Phone, as in Microsoft 365 E5. */
  readonly plans?: readonly DemoPlan[];
  readonly isBlocked?: boolean;
  readonly isGuest?: boolean;
  /** Graph answers oddly for this person: empty next link, blank department, odd photo type, an error with status 200. */
  readonly isOdd?: boolean;
  /** The host has no Nested App Authentication, and sign-in windows lose their opener. */
  readonly isOnCoopOnly?: boolean;
};

export const mailDomain = 'alder-finch.example';

export const idOf = (number: number): string => `a1de4f1c-0000-4000-8000-${String(number).padStart(12, '0')}`;

type More = Omit<Partial<DemoPerson>, 'id' | 'displayName' | 'alias' | 'jobTitle' | 'department' | 'story'>;

export const person = (
  number: number,
  displayName: string,
  alias: string,
  jobTitle: string,
  department: string,
  story: string,
  more: More = {},
): DemoPerson => ({ id: idOf(number), displayName, alias, jobTitle, department, story, ...more });

/** A guest is known by a name that Entra makes of their address elsewhere. */
export const usernameOf = ({ alias, isGuest }: DemoPerson): string =>
  isGuest === true ? `${alias}_guest.example#EXT#@${mailDomain}` : `${alias}@${mailDomain}`;

export const mailOf = ({ alias, isGuest }: DemoPerson): string =>
  `${alias}@${isGuest === true ? 'guest.example' : mailDomain}`;
