/** Lower-case GUIDs. */
export type User = { readonly tenantId: string; readonly objectId: string };
