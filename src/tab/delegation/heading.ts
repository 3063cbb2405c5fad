import type { Delegation, ListName } from '../../contract/delegation.js';
import { standingOf, type Standing } from './standing.js';

/** Number of delegations per standing, including zeros. */
export type StandingCounts = Readonly<Record<Standing, number>>;

/**
 * Content of the page's heading. A list that failed to load is undefined and never reported as empty.
 * `empty`: both lists are loaded and empty.
 */
export type Heading = 'empty' | Readonly<Record<ListName, StandingCounts | undefined>>;

/** Counts only `working` delegations as acting. Other standings are reported separately or not at all. */
export function toHeading(lists: Readonly<Record<ListName, readonly Delegation[] | undefined>>): Heading {
  const { delegators, delegates } = lists;
  if (delegators?.length === 0 && delegates?.length === 0) return 'empty';
  return {
    delegators: delegators && countStandings(delegators),
    delegates: delegates && countStandings(delegates),
  };
}

function countStandings(delegations: readonly Delegation[]): StandingCounts {
  const counts = { gone: 0, disabled: 0, inactive: 0, unreported: 0, powerless: 0, working: 0 };
  for (const delegation of delegations) counts[standingOf(delegation)] += 1;
  return counts;
}

/** Lists the standings that do not work, worst first. */
export function listExceptions(
  counts: StandingCounts,
): { standing: Exclude<Standing, 'working'>; count: number }[] {
  return (['gone', 'disabled', 'inactive', 'unreported', 'powerless'] as const)
    .map((standing) => ({ standing, count: counts[standing] }))
    .filter(({ count }) => count > 0);
}
