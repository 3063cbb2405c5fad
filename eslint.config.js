import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Allowed imports between the top folders. */
const top = {
  contract: [],
  server: ['contract'],
  tab: ['contract'],
  sandbox: ['contract'],
  tools: ['contract', 'server'],
};
const folders = Object.keys(top).join('|');

const patternFor = (folder) => ({
  regex: String.raw`^(\.\./)+(?!${[folder, ...top[folder]].join('|')})(${folders})/`,
  message: `src/${folder} may import only: ${top[folder].join(', ') || 'nothing'}.`,
});

/**
 * Allowed imports between the server's folders. All of them may also import the files next to them, such as `Problem` and
 * `config`, which import no folder. `main` and `createServer` connect the parts: they may import everything, and nothing
 * may import them.
 */
const server = {
  web: ['routes', 'caller', 'confirmations', 'notifications', 'redis', 'time'],
  routes: ['caller', 'graph', 'confirmations', 'notifications', 'time'],
  caller: ['auth', 'graph', 'time'],
  auth: ['outbound', 'redis', 'time'],
  graph: ['notifications', 'outbound', 'time'],
  confirmations: ['database', 'time'],
  notifications: ['database', 'outbound', 'time'],
  database: ['time'],
  redis: ['time'],
  outbound: ['time'],
  time: [],
};

const serverPatternFor = (folder) => {
  const refused = Object.keys(server).filter((other) => other !== folder && !server[folder].includes(other));
  return {
    regex: String.raw`^(\.\./)+((${refused.join('|')})/|createServer\.|main\.)`,
    message: `src/server/${folder} may import only: ${[...server[folder], 'Problem', 'config', 'contract'].join(', ')}.`,
  };
};

const serverRootPattern = {
  regex: String.raw`^\./((${Object.keys(server).join('|')})/|createServer\.|main\.)`,
  message: 'Only createServer and main connect the folders of src/server.',
};

/** Restricts a package to one file. */
const onlyIn = (name, file) => ({ regex: `^${name}$`, message: `Only ${file} may import ${name}.` });

/** Packages that only one folder of the server may import. */
const serverPackages = {
  undici: 'outbound',
  '@azure/msal-node': 'auth',
  jose: 'auth',
  '@redis/client': 'redis',
};

const serverPackagesFor = (folder) =>
  Object.entries(serverPackages)
    .filter(([, home]) => home !== folder)
    .map(([name, home]) => onlyIn(name, `src/server/${home}/`));

// Flat config replaces the options of a rule and does not merge them, so a narrower block repeats the wider
// patterns.
const block = (files, ...patterns) => ({
  files: files.map((file) => `src/${file}`),
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
    'no-restricted-syntax': [
      'error',
      ...patterns.map(({ regex, message }) => ({
        selector: `ImportExpression > Literal[value=/${regex.replaceAll('/', String.raw`\u002F`)}/]`,
        message,
      })),
    ],
  },
});

/**
 * The layers of the tab from top to bottom. A part may import from lower layers only, and from no part of its
 * own layer.
 */
const tabLayers = [
  ['boot', 'standalone'],
  ['page'],
  readdirSync('src/tab/features').map((name) => `features/${name}`),
  ['problem'],
  ['administrator', 'delegation'],
  ['components'],
  ['session'],
  ['i18n', 'host', 'api'],
];
const tabPatternFor = (part) => {
  const layer = tabLayers.findIndex((parts) => parts.includes(part));
  const refused = tabLayers
    .slice(0, layer + 1)
    .flat()
    .filter((other) => other !== part);
  return {
    // A feature imports another one as `../name/`.
    regex: String.raw`^${part === 'session' ? String.raw`\./` : String.raw`(\.\./)+`}(features/)?(${refused.map((other) => other.replace('features/', '')).join('|')})[/.]`,
    message: `src/tab/${part} may import only from lower layers.`,
  };
};

const teamsJs = onlyIn('@microsoft/teams-js', 'tab/host/teams.ts, teamsPeople.ts and lifecycle.ts');
/** The package's main module contains all icons, so a bundle would contain icons of other parts. */
const allIcons = {
  regex: '^@fluentui/react-icons$',
  message: 'Import the icon from its own file: @fluentui/react-icons/svg/….',
};

export default tseslint.config(
  { ignores: ['dist', 'dist-*', 'node_modules', 'data', 'coverage', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        // The project of the tab's tests contains the tab. Each further project costs seconds.
        project: ['./tsconfig.json', './tsconfig.tests.json', './src/sandbox/host/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // `onClick={() => setOpen(true)}` is the usual form in React.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // French uses no-break spaces.
      'no-irregular-whitespace': ['error', { skipTemplates: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['src/tab/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  block(['contract/**/*.ts'], patternFor('contract')),
  block(['server/**/*.ts'], patternFor('server'), ...serverPackagesFor()),
  {
    ...block(['server/*.ts'], patternFor('server'), serverRootPattern, ...serverPackagesFor()),
    ignores: ['src/server/{createServer,main}.ts'],
  },
  ...Object.keys(server).map((folder) =>
    block(
      [`server/${folder}/**/*.ts`],
      patternFor('server'),
      serverPatternFor(folder),
      ...serverPackagesFor(folder),
    ),
  ),
  ...tabLayers
    .flat()
    .map((part) =>
      block([`tab/${part}{.ts,/**/*.{ts,tsx}}`], patternFor('tab'), tabPatternFor(part), teamsJs, allIcons),
    ),
  block(['tab/host/{teams,teamsPeople,lifecycle}.ts'], patternFor('tab'), tabPatternFor('host')),
  block(['sandbox/**/*.ts'], patternFor('sandbox')),
  block(['tools/**/*.ts'], patternFor('tools')),
  {
    files: ['*.js', '*.config.ts', 'scripts/**/*.js', 'bench/**/*.{js,jsx}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['Buffer', 'console', 'fetch', 'performance', 'process', 'setTimeout', 'URL'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  {
    files: ['bench/variants/{watch.js,floor.js,fluent.jsx}'],
    languageOptions: {
      parserOptions: { ecmaFeatures: { jsx: true } },
      globals: Object.fromEntries(
        [
          'document',
          'MessageChannel',
          'MutationObserver',
          'PerformanceObserver',
          'requestAnimationFrame',
          'window',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
