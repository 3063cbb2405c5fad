/** Lower-case GUIDs, which together identify a user. */
export type User = { readonly tenantId: string; readonly objectId: string };
