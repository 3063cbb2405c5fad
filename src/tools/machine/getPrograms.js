import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { onPath } from './findPrograms.js';

/** @import { Machine } from './machine.js' */

/**
 * What starts `apt-get` with the rights to install; undefined where there is none, or where it would ask for a password.
 *
 * @param {Machine} machine
 * @returns {readonly string[] | undefined}
 */
export function findApt(machine) {
  if (machine.platform !== 'linux' || onPath(machine, ['apt-get']).length === 0) return undefined;
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  if (machine.isRoot) return apt;
  const [sudo] = onPath(machine, ['sudo']);
  return sudo !== undefined && machine.runs(sudo, ['-n', 'true']) ? [sudo, '-n', ...apt] : undefined;
}

/**
 * Ubuntu's package `chromium` only leads to a snap, which no container can run.
 *
 * @param {Machine} machine
 */
export const isUbuntu = (machine) => /^ID(_LIKE)?=.*\bubuntu\b/m.test(machine.read('/etc/os-release'));

/**
 * @param {readonly string[]} apt
 * @param {readonly string[]} packages
 */
export function installPackages([program = '', ...args], packages) {
  const run = (/** @type {readonly string[]} */ ...more) =>
    spawnSync(program, [...args, '-qq', ...more], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return run('update') && run('install', '--yes', '--no-install-recommends', ...packages);
}

/**
 * Playwright's Chromium.
 *
 * @param {boolean} withLibraries And what it needs of the system, which only those may install who may install packages.
 */
export function downloadBrowser(withLibraries) {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const args = [cli, 'install', 'chromium', ...(withLibraries ? ['--with-deps'] : [])];
  return spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
