import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playwrightsOwn } from './machine/browser.js';
import { thisMachine } from './machine/machine.js';
import { browserNeed, nodeNeed, serverNeeds, toolkitNeed, webkitNeeds } from './test/needs.js';
import { otherNodes } from './test/otherNodes.js';
import { provide, toMissingLine } from './test/provide.js';
import { runStep } from './test/runStep.js';
import { browserTests, checks, suitesWithout, unitTests, webkitTests } from './test/steps.js';
import { toClosingLine } from './test/closingLine.js';

/** @import { Need } from './test/needs.js' */
/** @import { Outcome, Step } from './test/runStep.js' */

/**
 * `npm test`: finds or gets what the tests drive, then runs everything that CI checks. With `CI` set nothing is left out,
 * the tests run on every Node that is promised, and the main flows in WebKit too.
 */

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const isCi = ![undefined, '', 'false'].includes(process.env['CI']);

/**
 * Finds or gets them; ends with one line when CI would have to do without one.
 *
 * @param {readonly Need[]} needs
 */
function provideOrEnd(needs) {
  const provided = provide(needs, thisMachine, say);
  if (provided.missing.length > 0) {
    say(toMissingLine(provided.missing, process.platform, isCi));
    if (isCi) {
      say('Tests: 0 passed, 1 failed');
      process.exit(1);
    }
  }
  return provided;
}

const browser = browserNeed(thisMachine, playwrightsOwn());
const { found, missing } = provideOrEnd([
  browser,
  ...serverNeeds(thisMachine),
  toolkitNeed,
  ...(isCi ? webkitNeeds(thisMachine) : []),
]);
const nodeNeeds = isCi ? otherNodes(process.versions.node).map(nodeNeed) : [];
const nodes = provideOrEnd(nodeNeeds).found;

const reports = mkdtempSync(join(tmpdir(), 'call-delegates-test-'));
const leftOut = suitesWithout(missing);
const schema = found.get(toolkitNeed);
if (schema !== undefined) process.env['TOOLKIT_SCHEMA'] = schema;
const browserPath = found.get(browser);

/** @type {Step[]} */
const steps = [
  unitTests(leftOut, reports),
  ...[...nodes].map(([{ name }, path]) => unitTests(leftOut, reports, { name, path })),
  ...(browserPath === undefined ? [] : [browserTests(browserPath, reports)]),
  ...(isCi ? [webkitTests(reports)] : []),
];

/** @type {{ step: Step, outcome: Outcome, seconds: number }[]} */
const done = [];
/**
 * @param {Step} step
 * @param {(text: string) => void} [write] As `runStep` takes it.
 */
async function timed(step, write) {
  const startMs = performance.now();
  const outcome = await runStep(step, write);
  done.push({ step, outcome, seconds: Math.round((performance.now() - startMs) / 1000) });
  return outcome;
}

// Each of them keeps one core busy, and none needs what another makes.
say('\nTypes, lint, formatting and the build, side by side.');
const checked = await Promise.all(
  checks.map((step) =>
    timed(step, (text) => {
      say(`\n--- ${step.name}\n${text}`);
    }),
  ),
);
// Without a build there is nothing to test.
if (checked[checks.findIndex(({ name }) => name === 'Build')]?.isGood === true) {
  for (const step of steps) {
    say(`\n--- ${step.name}`);
    await timed(step);
  }
}
rmSync(reports, { recursive: true, force: true });

say('');
for (const { step, outcome, seconds } of done)
  say(`${outcome.isGood ? '✓' : '✗'} ${step.name} (${seconds} s)`);
if (leftOut.length > 0) say(`Left out: ${leftOut.join(', ')}`);
say(
  toClosingLine(
    done.map(({ outcome }) => outcome),
    missing,
  ),
);
process.exitCode = done.every(({ outcome }) => outcome.isGood) ? 0 : 1;
