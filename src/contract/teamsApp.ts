/** `entityId` of the tab under `staticTabs` in the manifest. */
export const tabEntityId = 'callDelegates';
