/**
 * What we ask Microsoft Graph for on a user's behalf, by what it is needed for. Names of delegated permissions, as consent
 * shows them; on the wire they begin with Graph's origin.
 * @see https://learn.microsoft.com/graph/permissions-reference
 */
export const graphScopes = {
  /** The two lists. Without it there is nothing to show. */
  delegations: 'CallDelegation.Read',
  /** The caller's own profile. */
  self: 'User.Read',
  /** Colleagues' names and photos. */
  names: 'User.ReadBasic.All',
  /** Colleagues' titles and departments. */
  profiles: 'User.Read.All',
  presence: 'Presence.Read.All',
} as const;

/** Any one of these lets Graph tell a colleague's name; the last two only when an administrator grants more than we ask for. */
export const scopesThatTellNames = [
  graphScopes.names,
  graphScopes.profiles,
  'User.ReadWrite.All',
  'Directory.Read.All',
] as const;

/** What an administrator is asked to grant for everybody, in one go: the delegated permissions that aad.manifest.json requires. */
export const requiredScopes = [
  graphScopes.delegations,
  graphScopes.self,
  graphScopes.names,
  graphScopes.presence,
] as const;
