/**
 * What the app tells in Teams' activity feed, and the parameters that are sent with it: as the app's manifest declares them,
 * since what it does not declare is answered like a success and shown to nobody.
 */
export const activityTypes = {
  changed: { name: 'delegationChanged', parameters: [] },
  confirmationDue: { name: 'confirmationDue', parameters: [] },
} as const satisfies Readonly<
  Record<string, { readonly name: string; readonly parameters: readonly string[] }>
>;
