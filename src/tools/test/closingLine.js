/** @import { Need } from './needs.js' */
/** @import { Outcome } from './runStep.js' */

/**
 * All runners added up; a check that has no number of its own counts when it fails.
 *
 * @param {readonly Outcome[]} outcomes
 * @param {readonly Need[]} missing
 */
export function toClosingLine(outcomes, missing) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ name) =>
    outcomes.reduce((total, { count }) => total + (count?.[name] ?? 0), 0);
  const silent = outcomes.filter(({ isGood, count }) => !isGood && (count?.failed ?? 0) === 0).length;
  const skipped = sum('skipped');
  return [
    `Tests: ${sum('passed')} passed, ${sum('failed') + silent} failed`,
    ...(skipped > 0 ? [`, ${skipped} skipped`] : []),
    ...(missing.length > 0
      ? [
          `; not tested for want of ${missing.map(({ name, leavesOut }) => `${name}: ${leavesOut}`).join('; ')}`,
        ]
      : []),
  ].join('');
}
