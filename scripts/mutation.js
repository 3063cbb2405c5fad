import { Stryker } from '@stryker-mutator/core';
import jestConfig from '../jest.config.js';

/**
 * `npm run test:mutation [-- auth confirmations]`: makes small changes to the code and reports those that no
 * test detects. Without arguments it processes every folder in turn. It exits with 1 if a folder is below its
 * threshold.
 *
 * @type {Readonly<Record<string, { readonly mutate: readonly string[], readonly tests: readonly string[], readonly threshold: number }>>}
 */
const folders = {
  auth: {
    // A table of sentences without behavior.
    mutate: ['src/server/auth/**/*.ts', '!src/server/auth/ownFaults.ts'],
    tests: ['server/auth/*', 'server/redis/*'],
    threshold: 85,
  },
  caller: {
    mutate: ['src/server/caller/**/*.ts'],
    tests: ['server/caller/*', 'server/web/{web,rateLimit}', 'server/auth/{exchange,ssoTokens}'],
    threshold: 80,
  },
  graph: {
    mutate: ['src/server/graph/**/*.ts'],
    tests: ['server/graph/*', 'server/routes/api', 'server/auth/exchange', 'server/confirmations/api'],
    threshold: 80,
  },
  confirmations: {
    mutate: ['src/server/confirmations/**/*.ts'],
    tests: ['server/confirmations/{libsql,api}', 'server/notifications/libsql'],
    threshold: 85,
  },
  notifications: {
    mutate: ['src/server/notifications/**/*.ts'],
    tests: ['server/notifications/*'],
    threshold: 80,
  },
  routes: {
    mutate: ['src/server/routes/**/*.ts'],
    tests: ['server/routes/*', 'server/confirmations/api', 'server/notifications/delivery'],
    threshold: 80,
  },
  doctor: { mutate: ['src/tools/doctor/**/*.ts'], tests: ['tools/doctor/*'], threshold: 80 },
};

const [server] = jestConfig.projects;
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(folders);

for (const name of names) {
  const folder = folders[name];
  if (folder === undefined) throw new Error(`"${name}" is not one of: ${Object.keys(folders).join(', ')}.`);
  await new Stryker({
    mutate: [...folder.mutate],
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    jest: {
      projectType: 'custom',
      config: {
        ...server,
        // Stryker also reads jest.config.js, whose projects would add every suite.
        projects: [],
        watchman: false,
        testMatch: folder.tests.map((tests) => `<rootDir>/tests/${tests}.test.ts`),
      },
    },
    coverageAnalysis: 'perTest',
    // A mutant in code that runs once at load time cannot be assigned to a test.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: `coverage/mutation/${name}.json`,
    tempDirName: 'coverage/mutation/tmp',
    reporters: ['clear-text', 'html'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
    htmlReporter: { fileName: `coverage/mutation/${name}.html` },
    concurrency: 2,
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 20,
    thresholds: { break: folder.threshold, high: 100, low: folder.threshold },
  }).runMutationTest();
}
