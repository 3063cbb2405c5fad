import type { Delegation } from '../../contract/delegation.js';
import { standingOf, type Standing } from './standing.js';

/** How many delegations of a list stand how; standings that nobody has are 0. */
export type StandingCounts = Readonly<Record<Standing, number>>;

/**
 * What the page's heading answers. A list that could not be had is undefined, and never told as an empty one.
 * `nobody`: both lists are there and empty.
 */
export type Heading =
  | 'nobody'
  | { readonly delegators: StandingCounts | undefined; readonly delegates: StandingCounts | undefined };

export type HeadingInput = {
  readonly delegators: readonly Delegation[] | undefined;
  readonly delegates: readonly Delegation[] | undefined;
};

/** Only what is `working` may be told as somebody acting for somebody; all else is told beside it, or not counted. */
export function toHeading({ delegators, delegates }: HeadingInput): Heading {
  if (delegators?.length === 0 && delegates?.length === 0) return 'nobody';
  return {
    delegators: delegators && countStandings(delegators),
    delegates: delegates && countStandings(delegates),
  };
}

export function countStandings(delegations: readonly Delegation[]): StandingCounts {
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

/** What does not work, in the order in which it is worth telling. */
export function toExceptions(
  counts: StandingCounts,
): { standing: Exclude<Standing, 'working'>; count: number }[] {
  return (['gone', 'disabled', 'inactive', 'unreported', 'powerless'] as const)
    .map((standing) => ({ standing, count: counts[standing] }))
    .filter(({ count }) => count > 0);
}
