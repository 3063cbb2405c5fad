/** The one tab, as the manifest's `staticTabs` names it. */
export const tabEntityId = 'callDelegates';
