import { join } from 'node:path';
import { npmCommand } from '../machine/npm.js';
import { readJest, readPlaywright } from './runStep.js';
import { suitesOver } from './suitesOver.js';

/** @import { Need } from './needs.js' */
/** @import { Step } from './runStep.js' */

/**
 * @param {string} name
 * @param {readonly string[]} [args]
 */
const script = (name, args = []) => npmCommand('run', '--silent', name, '--', ...args);

/** Need no more than `npm ci`. */
export const checks = /** @type {const} */ ([
  ['Types', 'test:types'],
  ['Lint', 'test:lint'],
  ['Formatting', 'test:format'],
  ['Build', 'build'],
]).map(([name, command]) => ({ name, command: script(command) }));

/**
 * @param {readonly Need[]} missing
 * @returns {readonly string[]} The suites that drive what is missing, from `tests/`.
 */
export const suitesWithout = (missing) => [
  ...new Set(missing.flatMap(({ driver }) => (driver === undefined ? [] : suitesOver('tests', driver)))),
];

/**
 * @param {readonly string[]} leftOut Suites, from `tests/`.
 * @param {string} reports A folder for the runner's report.
 * @param {{ readonly name: string, readonly path: string }} [node] Another Node.
 * @returns {Step}
 */
export function unitTests(leftOut, reports, node) {
  const file = join(reports, `jest-${node?.name ?? 'here'}.json`);
  const ignored = leftOut.map((suite) =>
    `tests/${suite}$`.replaceAll('/', String.raw`[\\/]`).replaceAll('.', String.raw`\.`),
  );
  const args = [
    '--json',
    `--outputFile=${file}`,
    ...ignored.map((pattern) => `--testPathIgnorePatterns=${pattern}`),
  ];
  const report = { file, read: readJest };
  return node === undefined
    ? { name: 'Unit and server tests', command: script('test:unit', args), report }
    : {
        name: `Unit and server tests on ${node.name}`,
        command: [join('node_modules', 'jest', 'bin', 'jest.js'), ...args],
        node: node.path,
        report,
      };
}

/**
 * @param {string} browser
 * @param {string} reports
 * @returns {Step}
 */
export function browserTests(browser, reports) {
  const file = join(reports, 'playwright.json');
  return {
    name: 'Browser tests',
    command: script('test:browser', ['--reporter=list,json']),
    environment: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    report: { file, read: readPlaywright },
  };
}

/**
 * @param {string} reports
 * @returns {Step}
 */
export function webkitTests(reports) {
  const file = join(reports, 'webkit.json');
  return {
    name: 'The main flows in WebKit',
    command: script('test:webkit', ['--reporter=list,json']),
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    report: { file, read: readPlaywright },
  };
}
