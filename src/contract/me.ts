/**
 * Licence of the caller for Teams Phone. `enabled`: active. `warning`: active, in its grace period.
 * `suspended`: assigned but inactive. `none`: not assigned, or removed.
 */
export type TeamsPhone = 'enabled' | 'warning' | 'suspended' | 'none';

/** null: the licence could not be read. */
export type Me = { readonly teamsPhone: TeamsPhone | null };
