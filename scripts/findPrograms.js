import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * Finds the programs that tests and benchmarks drive. Plain JavaScript, because `npm test` needs it before
 * anything is built.
 */

const ending = process.platform === 'win32' ? '.exe' : '';

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @param {readonly string[]} names */
const onPath = (...names) =>
  names
    .flatMap((name) =>
      (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name + ending)),
    )
    .filter(isProgram);

/**
 * @param {string} name
 * @returns {string | undefined}
 */
export const findProgram = (name) => onPath(name)[0];

/**
 * The folder of `initdb` and `postgres`. Debian keeps each version in a folder outside PATH.
 * @returns {string | undefined}
 */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = readFolder(debian).sort((one, other) => Number(other) - Number(one));
  const found = versions.map((version) => join(debian, version, 'bin/initdb')).find(isProgram);
  const path = found ?? findProgram('initdb');
  return path && dirname(path);
}

/** @param {string} folder */
function readFolder(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Finds Chromium, Chrome or Edge: the one in `CHROMIUM_PATH`, or the first that starts. Without snap,
 * Ubuntu's `chromium-browser` is only a script that prints a hint.
 * @param {string} downloaded path of Playwright's download
 * @returns {string | undefined}
 */
export function findBrowser(downloaded) {
  const named = process.env['CHROMIUM_PATH'] ?? '';
  if (named !== '') return isProgram(named) ? named : undefined;
  const candidates = [
    // The headless shell draws no windows and needs about half the processor time of the full browser.
    ...onPath('chromium-headless-shell', 'chromium', 'chromium-browser'),
    ...onPath('google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge', 'msedge'),
    ...['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    ...['PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((variable) =>
      [
        String.raw`Google\Chrome\Application\chrome.exe`,
        String.raw`Microsoft\Edge\Application\msedge.exe`,
      ].map((file) => join(process.env[variable] ?? '', file)),
    ),
    downloaded,
  ];
  // On Windows `--version` opens a window.
  const starts = (/** @type {string} */ path) =>
    process.platform === 'win32' ||
    spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
  return candidates.find((path) => isProgram(path) && starts(path));
}
