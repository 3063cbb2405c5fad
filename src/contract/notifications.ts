/** Why the last notice could not be delivered. `notInstalled`: the app is not there for them. `notPermitted`: it may not tell them. */
export type NoticeProblem = 'notInstalled' | 'notPermitted';

/** Being told in Teams when something changes. */
export type Notifications = {
  /** false: this server tells nobody. */
  readonly available: boolean;
  readonly on: boolean;
  readonly problem: NoticeProblem | null;
};

export type NotificationsRequest = { readonly on: boolean };
