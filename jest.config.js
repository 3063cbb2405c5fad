import { availableParallelism } from 'node:os';

// Jest cannot require ES modules on Node 20, so packages without a CommonJS build are compiled too.
const esmOnly = ['jose', 'oidc-provider', 'lru-cache'];

// Dates are formatted in the local time zone.
process.env.TZ = 'UTC';

const base = {
  globalSetup: '<rootDir>/tests/support/compileAllMessages.mjs',
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '([\\w-]+)/(first|later|administrator|standalone)\\.json$':
      '<rootDir>/node_modules/.cache/messages/$1/$2.cjs',
  },
  transform: {
    '^.+\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // `test:mutation` copies the project to this folder.
  modulePathIgnorePatterns: ['<rootDir>/coverage/'],
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};

export default {
  // An upper limit for a busy machine. No test depends on timing.
  testTimeout: 60_000,
  // More than the number of cores, because some suites mostly wait for a database.
  maxWorkers: availableParallelism() + 2,
  testSequencer: '<rootDir>/tests/support/SlowFirst.cjs',
  projects: [
    {
      ...base,
      displayName: 'server',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/{contract,server,sandbox,tools}/**/*.test.ts'],
    },
    {
      ...base,
      displayName: 'tab',
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/tests/support/noNetwork.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/failOnConsole.ts'],
      // Freezes the clock but keeps real timers, which user events and waits need.
      fakeTimers: {
        enableGlobally: true,
        now: Date.parse('2026-11-24T12:00:00Z'),
        doNotFake: [
          'cancelAnimationFrame',
          'cancelIdleCallback',
          'clearImmediate',
          'clearInterval',
          'clearTimeout',
          'hrtime',
          'nextTick',
          'performance',
          'queueMicrotask',
          'requestAnimationFrame',
          'requestIdleCallback',
          'setImmediate',
          'setInterval',
          'setTimeout',
        ],
      },
      testMatch: ['<rootDir>/tests/tab/**/*.test.{ts,tsx}'],
    },
  ],
};
