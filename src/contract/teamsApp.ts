/** `entityId` of the tab under `staticTabs` in the manifest. */
export const tabEntityId = 'callDelegates';

/**
 * Activity types of the app and their template parameters. Each must match the app's manifest: Graph accepts a notification
 * of an undeclared type, but Teams never shows it.
 */
export const activityTypes = {
  changed: { name: 'delegationChanged', parameters: [] },
  confirmationDue: { name: 'confirmationDue', parameters: [] },
} as const satisfies Readonly<
  Record<string, { readonly name: string; readonly parameters: readonly string[] }>
>;
