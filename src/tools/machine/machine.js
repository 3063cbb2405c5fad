import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';

/**
 * What is asked of a machine when looking for programs. Plain JavaScript, as everything that `npm test` needs before
 * anything is built.
 *
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {boolean} isRoot
 * @property {Readonly<Record<string, string | undefined>>} environment
 * @property {(path: string) => boolean} isProgram A file that this account may run.
 * @property {(folder: string) => readonly string[]} list The names in a folder; none when it is not there.
 * @property {(file: string) => string} read The text of a file; empty when it is not there.
 * @property {(program: string, args: readonly string[]) => boolean} runs Whether it ends well within 30 seconds.
 */

/** @type {Machine} */
export const thisMachine = {
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  environment: process.env,
  isProgram: (path) => {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
  list: (folder) => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
  read: (file) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  },
  runs: (program, args) => spawnSync(program, args, { stdio: 'ignore', timeout: 30_000 }).status === 0,
};
