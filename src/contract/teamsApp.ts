/** `entityId` of the tab under `staticTabs` in the manifest. */
export const tabEntityId = 'callDelegates';

/**
 * Activity types of the app, which have no template parameters. Each must match the app's manifest: Graph accepts a
 * notification of an undeclared type, but Teams never shows it.
 */
export const activityTypes = { changed: 'delegationChanged', confirmationDue: 'confirmationDue' } as const;
