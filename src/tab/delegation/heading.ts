import type { Delegation } from '../../contract/delegation.js';
import { standingOf, type Standing } from './standing.js';

/** Number of delegations per standing, including zeros. */
export type StandingCounts = Readonly<Record<Standing, number>>;

/**
 * Content of the page's heading. A list that failed to load is undefined and never reported as empty.
 * `empty`: both lists are loaded and empty.
 */
export type Heading =
  | 'empty'
  | { readonly delegators: StandingCounts | undefined; readonly delegates: StandingCounts | undefined };

export type HeadingInput = {
  readonly delegators: readonly Delegation[] | undefined;
  readonly delegates: readonly Delegation[] | undefined;
};

/** Counts only `working` delegations as acting. Other standings are reported separately or not at all. */
export function toHeading({ delegators, delegates }: HeadingInput): Heading {
  if (delegators?.length === 0 && delegates?.length === 0) return 'empty';
  return {
    delegators: delegators && countStandings(delegators),
    delegates: delegates && countStandings(delegates),
  };
}

function countStandings(delegations: readonly Delegation[]): StandingCounts {
  const counts: Record<Standing, number> = {
    working: 0,
    unreported: 0,
    powerless: 0,
    inactive: 0,
    disabled: 0,
    gone: 0,
  };
  for (const delegation of delegations) counts[standingOf(delegation)] += 1;
  return counts;
}

/** Lists the standings that do not work, most important first. */
export function listExceptions(
  counts: StandingCounts,
): { standing: Exclude<Standing, 'working'>; count: number }[] {
  return (['gone', 'disabled', 'inactive', 'unreported', 'powerless'] as const)
    .map((standing) => ({ standing, count: counts[standing] }))
    .filter(({ count }) => count > 0);
}
