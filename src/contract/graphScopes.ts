/**
 * Delegated permissions that the app requests from Microsoft Graph, keyed by purpose. In a token request each name is
 * prefixed with Graph's origin.
 * @see https://learn.microsoft.com/graph/permissions-reference
 */
export const graphScopes = {
  /** The two lists. The app cannot work without it. */
  delegations: 'CallDelegation.Read',
  /** The caller's own profile. */
  self: 'User.Read',
  /** Colleagues' names and photos. */
  names: 'User.ReadBasic.All',
  /** Colleagues' titles and departments. */
  profiles: 'User.Read.All',
  presence: 'Presence.Read.All',
} as const;

/** Each of these includes names of colleagues. The app does not request the last two, but an administrator may grant them. */
export const nameScopes = [
  graphScopes.names,
  graphScopes.profiles,
  'User.ReadWrite.All',
  'Directory.Read.All',
] as const;

/** Delegated permissions for admin consent. Must match aad.manifest.json. */
export const requiredScopes = [
  graphScopes.delegations,
  graphScopes.self,
  graphScopes.names,
  graphScopes.presence,
] as const;
