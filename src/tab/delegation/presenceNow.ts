import type { Presence } from '../../contract/delegation.js';

/** Availability for calls. `busy`: present but occupied. */
export type PresenceNow = 'there' | 'busy' | 'away' | 'unknown';

/** Presence by id as returned by the server. A person who is missing or null could not be read. */
export type PresenceById = ReadonlyMap<string, Presence | null>;

const there = ['available', 'availableidle'];
const busy = ['busy', 'busyidle', 'inacall', 'inaconferencecall', 'inameeting'];
const away = ['away', 'berightback', 'donotdisturb', 'offline', 'outofoffice'];
const inCall = ['inacall', 'inaconferencecall'];
/** Leaves out Presenting, which can occur with or without a call. */
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

/** Treats values that Microsoft adds later as unknown. @see https://learn.microsoft.com/graph/api/resources/presence */
export function toPresenceNow(presence: Presence | null | undefined): PresenceNow {
  const availability = presence?.availability.toLowerCase() ?? '';
  if (presence?.activity.toLowerCase() === 'outofoffice' || away.includes(availability)) return 'away';
  if (there.includes(availability)) return 'there';
  return busy.includes(availability) ? 'busy' : 'unknown';
}

/** Returns null when not known. */
export function isInCall(presence: Presence | null | undefined): boolean | null {
  const activity = presence?.activity.toLowerCase() ?? '';
  if (inCall.includes(activity)) return true;
  return notInCall.includes(activity) ? false : null;
}

/** Also looks up the lower-case id, because Graph's ids can differ in case from those of the response. */
export const presenceOf = (presence: PresenceById | null | undefined, id: string): Presence | null =>
  presence?.get(id) ?? presence?.get(id.toLowerCase()) ?? null;
