import { Stryker } from '@stryker-mutator/core';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import jestConfig from '../../jest.config.js';
import { findFolder, mutatedFolders } from './mutation/folders.js';

/**
 * `npm run test:mutation [-- auth graph/batch.ts … --workers 2]`: changes the code in small ways and says which changes no
 * test notices. Without arguments every folder of the table, one after the other. What did not change since the last run is
 * not tried again. Ends with 1 when a folder stays below its threshold.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { workers: { type: 'string', default: '2' } },
});
const wanted = positionals.length > 0 ? positionals : mutatedFolders.map(({ folder }) => folder);
const [server] = jestConfig.projects;
const beside = (/** @type {string} */ file) => join(import.meta.dirname, 'mutation', file);

for (const argument of wanted) {
  const found = findFolder(argument);
  if (found === undefined) throw new Error(`${argument} is in no folder of src/tools/mutation/folders.js.`);
  const kept = `coverage/mutation/${found.folder.replace('/', '-')}`;
  const results = await new Stryker({
    mutate: [found.mutate, ...(found.tables ?? []).map((file) => `!src/${found.folder}/${file}`)],
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    jest: {
      projectType: 'custom',
      // The table names the suites; those that are related by import would be nearly all.
      enableFindRelatedTests: false,
      config: {
        ...server,
        displayName: undefined,
        // Stryker reads jest.config.js itself, and its projects would bring every suite along.
        projects: [],
        roots: ['<rootDir>/src', '<rootDir>/tests'],
        runner: beside('coveringSuites.cjs'),
        runtime: beside('sharedModules.cjs'),
        testEnvironment: beside('untilOneFails.js'),
        // A test that waits for ever fails long before its worker has to be ended.
        testTimeout: 40_000,
        watchman: false,
        testMatch: found.tests.map((tests) => `<rootDir>/tests/${tests}.test.ts`),
      },
    },
    coverageAnalysis: 'perTest',
    // What is made once, when a file is loaded, no test can be held against; each would run every suite.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: `${kept}.json`,
    tempDirName: 'coverage/mutation/tmp',
    reporters: ['clear-text', 'html', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
    htmlReporter: { fileName: `${kept}.html` },
    concurrency: Number(values.workers),
    timeoutMS: 60_000,
    // What a failed test left open goes with its process.
    maxTestRunnerReuse: 100,
    // A busy machine.
    dryRunTimeoutMinutes: 20,
    thresholds: { break: found.mutate.endsWith('/**/*.ts') ? found.atLeast : null, high: 100, low: 80 },
  }).runMutationTest();
  process.stdout.write(`${argument}: ${results.length} mutants looked at.\n`);
}
