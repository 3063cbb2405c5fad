import { z } from 'zod';
import { licences } from './tenant/licences.js';
import rows from './tenant/people.json' with { type: 'json' };

/** A fictional company. All names, titles and addresses are invented. */
export const companyName = 'Alder & Finch';
const mailDomain = 'alder-finch.example';
export const tenantId = '7c1f6d0e-52a4-4b8e-9a53-0d4f8c2b6e11';
export const clientId = 'b5a0c9f2-3d47-4c1e-8f6a-92e7d15b3c40';
/** The app's id in Teams. */
export const teamsAppId = 'd7e0a3b6-94c1-4f58-8a2e-6b1f70c9d245';
/** The app's service principal, the subject of app-only tokens. */
export const servicePrincipalId = 'e2b94f70-1c85-4d36-9f0a-57d3a8e6b419';

/** Problems that demo users have on purpose. */
const demoProblem = z.enum([
  'noConsent',
  'needsAdmin',
  // Passes the challenge when the host requests a token with claims.
  'mfa',
  // Conditional access refuses the exchange because of the server's address.
  'blockedByPolicy',
  'notAssigned',
  // The host ignores claims; only Nested App Authentication satisfies the challenge.
  'mfaByApp',
  // Entra repeats the challenge after every sign-in.
  'mfaByNothing',
  'policyOff',
  'throttled',
  'graphDown',
  'graphSlow',
  'graphGarbage',
  'entraDown',
  'badSecret',
  'expiredToken',
  'wrongScope',
  'noNames',
  // No `User.Read.All`: job titles and `accountEnabled` are null.
  'basicNames',
  // No `User.Read`: the user's own plans are an empty list.
  'noOwnProfile',
]);
export type DemoProblem = z.infer<typeof demoProblem>;

const demoPerson = z.strictObject({
  number: z.int(),
  displayName: z.string(),
  /** Default: the first name, in lower case and without accents. */
  alias: z.string().optional(),
  jobTitle: z.string(),
  department: z.string(),
  /** Describes on the host page what this user demonstrates. Users without a story are not selectable. */
  story: z.string().default(''),
  problem: demoProblem.optional(),
  availability: z.string().optional(),
  /** Default: the value of `availability`. */
  activity: z.string().optional(),
  hasPhoto: z.boolean().optional(),
  /** Default: Teams and Teams Phone, as in Microsoft 365 E5. */
  licence: z.enum(Object.keys(licences) as (keyof typeof licences)[]).default('e5'),
  isBlocked: z.boolean().optional(),
  isGuest: z.boolean().optional(),
  /**
   * Graph returns unusual data for this user: an empty next link, a blank department, an unexpected photo
   * type, an error with status 200.
   */
  isOdd: z.boolean().optional(),
  /** The host has no Nested App Authentication, and sign-in windows lose their opener. */
  isOnCoopOnly: z.boolean().optional(),
});

export const idOf = (number: number): string => `a1de4f1c-0000-4000-8000-${String(number).padStart(12, '0')}`;

function toPerson({ number, ...person }: z.infer<typeof demoPerson>) {
  const [firstName = ''] = person.displayName.split(' ');
  const alias = person.alias ?? firstName.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const isGuest = person.isGuest === true;
  return {
    ...person,
    id: idOf(number),
    /** Entra derives a guest's user principal name from the external address. */
    username: isGuest ? `${alias}_guest.example#EXT#@${mailDomain}` : `${alias}@${mailDomain}`,
    mail: `${alias}@${isGuest ? 'guest.example' : mailDomain}`,
    alias,
  };
}
export type DemoPerson = Readonly<ReturnType<typeof toPerson>>;

const firstNames = 'Ada Bruno Chloe Dev Elif Finn Gina Hamid Iris Joel Kira Leon'.split(' ');
const agentNames = ['Abbott', 'Castellan'].flatMap((last) => firstNames.map((first) => `${first} ${last}`));
/** Delegates of a user who is close to Teams' limit. */
const agents = agentNames.map((displayName, index) => ({
  number: 101 + index,
  displayName,
  alias: displayName.toLowerCase().replace(' ', '.'),
  jobTitle: 'Agent',
  department: 'Customer Care',
  availability: index % 3 === 0 ? 'Away' : 'Available',
}));

export const people: readonly DemoPerson[] = z
  .array(demoPerson)
  .parse([...rows, ...agents])
  .map(toPerson);
