import { posix, win32 } from 'node:path';

/** @import { Machine } from './machine.js' */

const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];

const macBrowsers = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const windowsBrowsers = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/**
 * Chromium, Chrome or Edge: the one that `CHROMIUM_PATH` names and no other, or the first that starts.
 *
 * @param {Machine} machine
 * @param {string} [playwrightsOwn] Where Playwright's download would lie.
 * @returns {string | undefined} Its path.
 */
export function findBrowser(machine, playwrightsOwn) {
  const named = machine.environment['CHROMIUM_PATH'] ?? '';
  if (named !== '') return machine.isProgram(named) ? named : undefined;
  const { join } = pathsOf(machine);
  const candidates = [...onPath(machine, browsers)];
  if (machine.platform === 'darwin') {
    for (const folder of ['/Applications', join(machine.environment['HOME'] ?? '', 'Applications')])
      candidates.push(...macBrowsers.map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)));
  } else if (machine.platform === 'win32') {
    for (const folder of programFolders(machine, 'LOCALAPPDATA'))
      candidates.push(...windowsBrowsers.map((file) => join(folder, file)));
  } else {
    candidates.push('/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge');
  }
  if (playwrightsOwn !== undefined) candidates.push(playwrightsOwn);
  return candidates.find((path) => machine.isProgram(path) && starts(machine, path));
}

/**
 * Ubuntu's `chromium-browser` without snap is a script that only says so. On Windows asking for the version opens a window.
 *
 * @param {Machine} machine
 * @param {string} path
 */
const starts = (machine, path) => machine.platform === 'win32' || machine.runs(path, ['--version']);

/** @param {Machine} machine */
export const findRedis = (machine) => onPath(machine, ['redis-server'])[0];

/** @param {Machine} machine */
export const findWebkitDriver = (machine) => onPath(machine, ['WebKitWebDriver'])[0];

/** @param {Machine} machine */
export const findVirtualScreen = (machine) => onPath(machine, ['Xvfb'])[0];

/**
 * The folder of PostgreSQL's `initdb` and `postgres`: Debian and Windows keep them apart by version, newest first.
 *
 * @param {Machine} machine
 * @returns {string | undefined}
 */
export function findPostgres(machine) {
  const { join, dirname } = pathsOf(machine);
  const roots =
    machine.platform === 'win32'
      ? programFolders(machine).map((folder) => join(folder, 'PostgreSQL'))
      : ['/usr/lib/postgresql'];
  const versions = roots.flatMap((root) =>
    [...machine.list(root)]
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(root, version, 'bin')),
  );
  const initdb = machine.platform === 'win32' ? 'initdb.exe' : 'initdb';
  const found = versions.find((folder) => machine.isProgram(join(folder, initdb)));
  if (found !== undefined) return found;
  const [path] = onPath(machine, ['initdb']);
  return path && dirname(path);
}

/**
 * Git for Windows brings one that is not on the path.
 *
 * @param {Machine} machine
 */
export function findOpenssl(machine) {
  const ofGit = programFolders(machine).map((folder) =>
    win32.join(folder, String.raw`Git\usr\bin\openssl.exe`),
  );
  return [...onPath(machine, ['openssl']), ...ofGit].find((path) => machine.isProgram(path));
}

/**
 * All paths of programs with these names, in the order of the names.
 *
 * @param {Machine} machine
 * @param {readonly string[]} names
 */
export function onPath(machine, names) {
  const { join, delimiter } = pathsOf(machine);
  const { environment } = machine;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const ending = machine.platform === 'win32' ? '.exe' : '';
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name + ending)))
    .filter((path) => machine.isProgram(path));
}

/** @param {Machine} machine */
const pathsOf = ({ platform }) => (platform === 'win32' ? win32 : posix);

/**
 * @param {Machine} machine
 * @param {readonly string[]} more Further variables that name a folder of programs.
 */
const programFolders = ({ environment }, ...more) =>
  ['PROGRAMFILES', 'PROGRAMFILES(X86)', ...more]
    .map((name) => environment[name] ?? '')
    .filter((folder) => folder !== '');
