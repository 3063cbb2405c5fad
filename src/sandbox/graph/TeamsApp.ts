/** One item of a user's activity feed. */
export type Activity = {
  readonly userId: string;
  readonly type: string;
  readonly topic: string;
  readonly webUrl: string;
  readonly preview: string;
  readonly chainId: number | undefined;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
};

/**
 * The app as Teams knows it, by object id. A user in none of these sets has the app and has consented to
 * notifications.
 */
export type TeamsApp = {
  readonly notInstalled: Set<string>;
  /** Users who installed the app before it requested the notification permission. */
  readonly withoutConsent: Set<string>;
  /** Users with two copies of the app, one of them sideloaded. */
  readonly installedTwice: Set<string>;
  /** Users who have turned off the app's notifications. */
  readonly muted: Set<string>;
  /** Oldest first. */
  activities: Activity[];
  /** Every accepted notification, for the rate limit. */
  readonly accepted: { readonly userId: string; readonly atMs: number }[];
};

export const createTeamsApp = (): TeamsApp => ({
  notInstalled: new Set(),
  withoutConsent: new Set(),
  installedTwice: new Set(),
  muted: new Set(),
  activities: [],
  accepted: [],
});
