import { z } from 'zod';
import type { TeamsPhone } from '../../contract/delegation.js';
import { orElse, type Graph } from './graphClient.js';

/** Graph returns these properties only if `$select` names them. */
const path = '/v1.0/me?$select=id,accountEnabled,userType,assignedPlans';

/** Graph may return null. An invalid value counts as null. */
const word = z.string().toLowerCase().nullable().catch(null).default(null);

/**
 * Without the permission, Graph answers 200 with null and empty lists. With it, `accountEnabled` is never null,
 * so a value shows that an empty list of plans is complete.
 */
const user = z.object({
  accountEnabled: z.boolean(),
  assignedPlans: z.array(
    z
      .object({ servicePlanId: word, capabilityStatus: word })
      .catch({ servicePlanId: null, capabilityStatus: null }),
  ),
});

/**
 * Service plans that provide Teams Phone for a person. Calling plans are excluded, because Direct Routing and
 * Operator Connect do not need them. The plan of resource accounts is excluded too.
 * @see https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference (January 2026)
 */
const teamsPhonePlans: ReadonlySet<string> = new Set([
  // MCOEV: Teams Phone Standard and bundles that include it, also for education, GCC High and DoD.
  '4828c8ec-dc2e-4779-b502-87ac9ce28ab7',
  // MCOEV_GOV: the same in GCC.
  'db23fce2-a974-42ef-9002-d78dd42a0f22',
  // MCOEVSMB: for small and medium businesses.
  'ed777b71-af04-42ca-9798-84344c66f7c6',
]);

/** Reads the caller's own Teams Phone licence. Null if it cannot be read. Throws only if the request has ended. */
export async function getTeamsPhone(graph: Graph): Promise<TeamsPhone | null> {
  const optional = await graph.optional('extras');
  return toTeamsPhone(await orElse(graph, optional.requestJson(path), null));
}

/**
 * Returns the best status of all entries. One plan may occur several times, with past assignments as `Deleted`.
 * Null if Graph withheld data, or if a relevant entry has an unknown status.
 * @see https://learn.microsoft.com/graph/api/resources/assignedplan
 */
function toTeamsPhone(answer: unknown): TeamsPhone | null {
  const parsed = user.safeParse(answer);
  if (!parsed.success) return null;
  const plans = parsed.data.assignedPlans
    .filter(({ servicePlanId: id }) => id === null || teamsPhonePlans.has(id))
    .map(({ servicePlanId, capabilityStatus }) => ({
      isOurs: servicePlanId !== null,
      meaning: meanings.get(capabilityStatus ?? ''),
    }));
  const says = (wanted: TeamsPhone) => plans.some(({ isOurs, meaning }) => isOurs && meaning === wanted);

  if (says('enabled')) return 'enabled';
  if (says('warning')) return 'warning';
  // A plan without an id could be Teams Phone unless it is deleted.
  if (plans.some(({ isOurs, meaning }) => meaning === undefined || (!isOurs && meaning !== 'none')))
    return null;
  return says('suspended') ? 'suspended' : 'none';
}

const meanings: ReadonlyMap<string, TeamsPhone> = new Map([
  ['enabled', 'enabled'],
  ['warning', 'warning'],
  ['suspended', 'suspended'],
  ['lockedout', 'suspended'],
  ['deleted', 'none'],
]);
