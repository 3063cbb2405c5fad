/**
 * Reason why the last notification was not delivered. `notInstalled`: the user has not installed the app.
 * `notPermitted`: the app lacks the permission to notify the user.
 */
export type NotificationProblem = 'notInstalled' | 'notPermitted';

/** The caller's subscription to notifications in Teams. */
export type NotificationStatus = {
  /** false: notifications are off on this server. */
  readonly available: boolean;
  readonly on: boolean;
  readonly problem: NotificationProblem | null;
};

export type NotificationsRequest = { readonly on: boolean };
