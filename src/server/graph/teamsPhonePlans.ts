/**
 * Service plans that provide Teams Phone for a person. Calling plans are excluded, because Direct Routing and
 * Operator Connect do not need them. The plan of resource accounts is excluded too.
 * @see https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference (January 2026)
 */
export const teamsPhonePlans: ReadonlySet<string> = new Set([
  // MCOEV: Teams Phone Standard and bundles that include it, also for education, GCC High and DoD.
  '4828c8ec-dc2e-4779-b502-87ac9ce28ab7',
  // MCOEV_GOV: the same in GCC.
  'db23fce2-a974-42ef-9002-d78dd42a0f22',
  // MCOEVSMB: for small and medium businesses.
  'ed777b71-af04-42ca-9798-84344c66f7c6',
]);
