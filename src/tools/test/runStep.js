import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command What Node runs.
 * @property {string} [node] Which Node; default: the one that runs this.
 * @property {Readonly<Record<string, string>>} [environment]
 * @property {{ readonly file: string, readonly read: (report: any) => Count }} [report] The runner's own report, and how its numbers are read.
 */

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Count */
/** @typedef {{ readonly isGood: boolean, readonly count?: Count }} Outcome */

/**
 * @param {Step} step
 * @param {(text: string) => void} [write] Takes all that it says, once it has ended; without it, it speaks for itself.
 * @returns {Promise<Outcome>}
 */
export async function runStep({ command, node = process.execPath, environment = {}, report }, write) {
  const child = spawn(node, command, {
    stdio: write === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (said += text));
  const isGood = await new Promise((resolve) => {
    child.once('error', () => {
      resolve(false);
    });
    child.once('close', (code) => {
      resolve(code === 0);
    });
  });
  write?.(said);
  if (report === undefined) return { isGood };
  try {
    return { isGood, count: report.read(JSON.parse(readFileSync(report.file, 'utf8'))) };
  } catch {
    // A runner that wrote no report has run nothing.
    return { isGood: false };
  }
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numFailedTestSuites: number, numPendingTests: number }} report
 * @returns {Count}
 */
export const readJest = ({ numPassedTests, numFailedTests, numPendingTests }) => ({
  passed: numPassedTests,
  failed: numFailedTests,
  skipped: numPendingTests,
});

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 * @returns {Count}
 */
export const readPlaywright = ({ stats: { expected, unexpected, flaky, skipped } }) => ({
  passed: expected + flaky,
  failed: unexpected,
  skipped,
});
