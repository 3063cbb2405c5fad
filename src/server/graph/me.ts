import { z } from 'zod';
import type { TeamsPhone } from '../../contract/me.js';
import type { Graph } from './graphClient.js';
import { teamsPhonePlans } from './teamsPhonePlans.js';

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
 * Reads the caller's own Teams Phone licence. Null if it cannot be read.
 * Throws only if the request has ended.
 */
export async function getTeamsPhone(graph: Graph): Promise<TeamsPhone | null> {
  try {
    const side = await graph.optional('extras');
    return toTeamsPhone(await side.requestJson(path));
  } catch {
    // The licence is optional, but the end of the request still aborts the work.
    graph.deadline.signal.throwIfAborted();
    return null;
  }
}

/**
 * Returns the best status of all entries. One plan may occur several times, with past assignments as `Deleted`.
 * Null if Graph withheld data, or if a relevant entry has an unknown status.
 * @see https://learn.microsoft.com/graph/api/resources/assignedplan
 */
export function toTeamsPhone(answer: unknown): TeamsPhone | null {
  const parsed = user.safeParse(answer);
  if (!parsed.success) return null;
  const statuses = parsed.data.assignedPlans
    .filter(({ servicePlanId }) => servicePlanId === null || teamsPhonePlans.has(servicePlanId))
    .map(({ servicePlanId, capabilityStatus }) => ({
      isOurs: servicePlanId !== null,
      meaning: meanings.get(capabilityStatus ?? '') ?? null,
    }));
  const says = (wanted: TeamsPhone) => statuses.some(({ isOurs, meaning }) => isOurs && meaning === wanted);

  if (says('enabled')) return 'enabled';
  if (says('warning')) return 'warning';
  // A plan without an id could be Teams Phone unless it is deleted.
  const isUncertain = statuses.some(
    ({ isOurs, meaning }) => meaning === null || (!isOurs && meaning !== 'none'),
  );
  if (isUncertain) return null;
  return says('suspended') ? 'suspended' : 'none';
}

const meanings: ReadonlyMap<string, TeamsPhone> = new Map([
  ['enabled', 'enabled'],
  ['warning', 'warning'],
  ['suspended', 'suspended'],
  ['lockedout', 'suspended'],
  ['deleted', 'none'],
]);
