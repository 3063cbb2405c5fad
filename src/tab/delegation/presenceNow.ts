import type { Presence } from '../../contract/delegation.js';

/** Whether somebody could answer a call right now. `busy`: there, and doing something else. */
export type PresenceNow = 'there' | 'busy' | 'away' | 'unknown';

/** Presence by id as the server gave it; a person who is missing or null could not be read. */
export type PresenceById = ReadonlyMap<string, Presence | null>;

const there = ['available', 'availableidle'];
const busy = ['busy', 'busyidle', 'inacall', 'inaconferencecall', 'inameeting'];
const away = ['away', 'berightback', 'donotdisturb', 'offline', 'outofoffice'];
const inCall = ['inacall', 'inaconferencecall'];
/** Presenting may be in a call or not. */
const notInCall = [
  ...there,
  ...away,
  'busy',
  'busyidle',
  'focusing',
  'inactive',
  'inameeting',
  'offwork',
  'urgentinterruptionsonly',
];

/** A word that Microsoft adds one day is unknown. @see https://learn.microsoft.com/graph/api/resources/presence */
export function toPresenceNow(presence: Presence | null | undefined): PresenceNow {
  const availability = presence?.availability.toLowerCase() ?? '';
  if (presence?.activity.toLowerCase() === 'outofoffice' || away.includes(availability)) return 'away';
  if (there.includes(availability)) return 'there';
  return busy.includes(availability) ? 'busy' : 'unknown';
}

/** null: not known. */
export function isInCall(presence: Presence | null | undefined): boolean | null {
  const activity = presence?.activity.toLowerCase() ?? '';
  if (inCall.includes(activity)) return true;
  return notInCall.includes(activity) ? false : null;
}

/** Graph's ids and those of the answer may differ in case. */
export const presenceOf = (presence: PresenceById | null | undefined, id: string): Presence | null =>
  presence?.get(id) ?? presence?.get(id.toLowerCase()) ?? null;
