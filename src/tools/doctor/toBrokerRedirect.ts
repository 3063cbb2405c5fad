/**
 * The redirect URI of Nested App Authentication: scheme, host and port, without a path.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/authentication/nested-authentication
 */
export const toBrokerRedirect = (tabEndpoint: string): string =>
  `brk-multihub://${new URL(tabEndpoint).host}`;
