import { availableParallelism } from 'node:os';

// Jest cannot require ES modules on Node 20, so the packages that are nothing else are compiled too.
const esmOnly = ['jose', 'oidc-provider', 'lru-cache'];

// Dates are said in the reader's time zone.
process.env.TZ = 'UTC';

const base = {
  globalSetup: '<rootDir>/tests/support/compileMessages.mjs',
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
  // Copies of the project, while test:mutation runs.
  modulePathIgnorePatterns: ['<rootDir>/coverage/'],
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};

export default {
  // A ceiling for a machine that is busy with other things; no test is about time.
  testTimeout: 60_000,
  // One more than there are cores: some suites wait, for a database that comes back, while others compute.
  maxWorkers: availableParallelism() + 1,
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
      // Time stands still; timers run, since those who click and wait need them.
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
