/**
 * The caller's own licence for Teams Phone. `enabled`: works. `warning`: works, in its grace period.
 * `suspended`: is there and does not work. `none`: there is none, or no longer.
 */
export type TeamsPhone = 'enabled' | 'warning' | 'suspended' | 'none';

/** null: could not be read. */
export type Me = { readonly teamsPhone: TeamsPhone | null };
