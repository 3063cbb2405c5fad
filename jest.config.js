// Jest cannot require ES modules on Node 20, so the packages that are nothing else are compiled too.
const esmOnly = ['jose', 'cookie', 'oidc-provider', 'lru-cache'];

const base = {
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
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
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};

export default {
  // A ceiling for a machine that is busy with other things; no test is about time.
  testTimeout: 60_000,
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
      testMatch: ['<rootDir>/tests/tab/**/*.test.{ts,tsx}'],
    },
  ],
};
