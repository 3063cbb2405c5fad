import { downloadBrowser, findApt, isUbuntu } from '../machine/getPrograms.js';
import {
  findBrowser,
  findOpenssl,
  findPostgres,
  findRedis,
  findVirtualScreen,
  findWebkitDriver,
} from '../machine/findPrograms.js';
import { fetchNode } from './otherNodes.js';
import { fetchToolkitSchema, findToolkitSchema } from './toolkitSchema.js';

/** @import { Machine } from '../machine/machine.js' */

/**
 * Something that tests drive and that does not come with `npm ci`.
 *
 * @typedef {object} Need
 * @property {string} name
 * @property {() => string | undefined} find Where it is.
 * @property {string} leavesOut What cannot be tested without it.
 * @property {string} [driver] The file in tests/support that drives it: whatever imports it is left out.
 * @property {Partial<Record<'apt' | 'brew' | 'winget', string>>} [packages] Its name in each package manager.
 * @property {() => void} [get] A way of its own to get it, for where no package manager brings it.
 * @property {string} [hint] How people get it where no package manager has it.
 */

/**
 * @param {Machine} machine
 * @param {string} playwrightsOwn Where Playwright's download of Chromium lies.
 * @returns {Need}
 */
export function browserNeed(machine, playwrightsOwn) {
  const browser = { find: () => findBrowser(machine, playwrightsOwn), leavesOut: 'all browser tests' };
  const named = machine.environment['CHROMIUM_PATH'] ?? '';
  if (named !== '')
    return { ...browser, name: `CHROMIUM_PATH (${named})`, hint: 'set it to a browser, or to nothing' };
  return {
    ...browser,
    name: 'Chromium',
    packages: {
      ...(!isUbuntu(machine) && { apt: 'chromium' }),
      brew: 'google-chrome',
      winget: 'Google.Chrome',
    },
    get: () => {
      downloadBrowser(findApt(machine) !== undefined);
    },
  };
}

/**
 * @param {Machine} machine
 * @returns {readonly Need[]}
 */
export const serverNeeds = (machine) => [
  {
    name: 'redis-server',
    find: () => findRedis(machine),
    leavesOut: 'sharing through Redis',
    driver: 'redisServer.ts',
    packages: { apt: 'redis-server', brew: 'redis' },
    ...(machine.platform === 'win32' && { hint: 'Redis has no Windows build; WSL runs all of this' }),
  },
  {
    name: 'PostgreSQL',
    find: () => findPostgres(machine),
    leavesOut: 'the store on PostgreSQL',
    driver: 'postgresServer.ts',
    packages: { apt: 'postgresql', brew: 'postgresql', winget: 'PostgreSQL.PostgreSQL.17' },
  },
  {
    name: 'openssl',
    find: () => findOpenssl(machine),
    leavesOut: 'certificates',
    driver: 'certificate.ts',
    packages: { apt: 'openssl', brew: 'openssl', winget: 'Git.Git' },
  },
];

/**
 * The engine of Teams on iOS and macOS, as Debian and Ubuntu have it.
 *
 * @param {Machine} machine
 * @returns {readonly Need[]}
 */
export const webkitNeeds = (machine) => [
  {
    name: 'WebKit with its driver',
    find: () => findWebkitDriver(machine),
    leavesOut: 'the main flows in WebKit',
    packages: { apt: 'webkit2gtk-driver' },
    ...(machine.platform !== 'linux' && { hint: 'WebKit’s driver and Xvfb are Linux’s alone' }),
  },
  {
    name: 'Xvfb',
    find: () => findVirtualScreen(machine),
    leavesOut: 'the main flows in WebKit',
    packages: { apt: 'xvfb' },
  },
];

/** @type {Need} */
export const toolkitNeed = {
  name: 'the Agents Toolkit’s schema',
  hint: 'its npm package, which the registry did not give',
  find: findToolkitSchema,
  leavesOut: 'm365agents.yml against the toolkit’s schema',
  get: fetchToolkitSchema,
};

/**
 * @param {string} version
 * @returns {Need}
 */
export function nodeNeed(version) {
  /** @type {string | undefined} */
  let path;
  return {
    name: `Node ${version}`,
    hint: `npm’s package node@${version}, which the registry did not give`,
    find: () => path,
    leavesOut: `Node ${version}`,
    get: () => {
      path = fetchNode(version);
    },
  };
}
