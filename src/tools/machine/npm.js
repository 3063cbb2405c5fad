import { spawnSync } from 'node:child_process';

/**
 * What Node runs as npm: Windows starts no `npm.cmd` without a shell.
 *
 * @param {readonly string[]} args
 * @returns {readonly string[]}
 */
export function npmCommand(...args) {
  const file = process.env['npm_execpath'];
  if (file === undefined) throw new Error('Only npm can start this: npm test.');
  return [file, ...args];
}

/**
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export const runNpm = (args, options) => spawnSync(process.execPath, npmCommand(...args), options);
