import { z } from 'zod';
import type { TeamsPhone } from '../../contract/me.js';
import type { Graph } from './graphClient.js';
import { teamsPhonePlans } from './teamsPhonePlans.js';

/** None of these comes without being named. */
const path = '/v1.0/me?$select=id,accountEnabled,userType,assignedPlans';

/** All members may be null; one that is odd says as little as one that is missing. */
const word = z.string().toLowerCase().nullable().catch(null).default(null);

/**
 * Where a permission is missing, Graph answers 200 all the same, with null and empty lists. So an empty list of plans says
 * something only when `accountEnabled`, which never is null of itself, came with it.
 */
const user = z.object({
  accountEnabled: z.boolean(),
  assignedPlans: z.array(
    z
      .object({ servicePlanId: word, capabilityStatus: word })
      .catch({ servicePlanId: null, capabilityStatus: null }),
  ),
});

/** The caller's own licence for Teams Phone; null when it cannot be read. Never fails. */
export async function getTeamsPhone(graph: Graph): Promise<TeamsPhone | null> {
  try {
    const side = await graph.aside('extras');
    return toTeamsPhone(await side.requestJson(path));
  } catch {
    // Nobody's list waits for this. The caller's own end still counts.
    graph.scope.signal.throwIfAborted();
    return null;
  }
}

/**
 * The best that any entry says: one plan may come several times, its past ones as `Deleted`. null: the answer was thinned
 * out, or an entry that may be the one that counts says nothing that we know.
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
  // Of a plan without an id only a past one is certain not to count.
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
