const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { default: TestRunner } = require('jest-runner');

/** @typedef {{ readonly path: string, readonly ms: number, readonly tests: readonly string[] }} Suite */

/** @type {string | undefined} A path: what notices one mutant often notices its neighbour. */
let noticedLast;

/**
 * Runs test files for Stryker, which names the tests that reach a mutant but has every file loaded: here only those that hold one
 * of these tests, the one that noticed the last mutant first, then the quickest, and none after one in which a test failed.
 *
 * What is in which file is learned from the run of everything that comes first, and kept in the copy of the project for the other
 * workers.
 */
module.exports = class CoveringSuites extends TestRunner {
  /**
   * @override
   * @type {import('jest-runner').default['runTests']}
   */
  async runTests(tests, watcher, options) {
    const pattern = this._globalConfig.testNamePattern;
    const kept = join(this._globalConfig.rootDir, 'suites.json');
    /** @type {Suite[]} */
    const seen = [];
    let hasFailed = false;
    this.on('test-file-success', ([{ path }, { numFailingTests, perfStats, testResults }]) => {
      if (numFailingTests > 0) {
        hasFailed = true;
        noticedLast = path;
      }
      seen.push({ path, ms: perfStats.runtime, tests: testResults.map(({ fullName }) => fullName) });
    });
    this.on('test-file-failure', () => {
      hasFailed = true;
    });
    if (pattern === undefined || !existsSync(kept)) {
      await super.runTests(tests, watcher, options);
      writeFileSync(kept, JSON.stringify(seen));
      return;
    }
    const wanted = new RegExp(pattern);
    /** @type {Suite[]} */
    const known = JSON.parse(readFileSync(kept, 'utf8'));
    const covering = known
      .filter(({ tests: names }) => names.some((name) => wanted.test(name)))
      .sort((one, other) => rank(one) - rank(other));
    for (const { path } of covering) {
      const test = tests.find((candidate) => candidate.path === path);
      if (test !== undefined && !hasFailed) await super.runTests([test], watcher, options);
    }
  }
};

/** @param {Suite} suite */
const rank = ({ path, ms }) => (path === noticedLast ? 0 : ms);
