import { findApt, installPackages } from '../machine/getPrograms.js';

/** @import { Machine } from '../machine/machine.js' */
/** @import { Need } from './needs.js' */

/**
 * @typedef {object} Provided
 * @property {ReadonlyMap<Need, string>} found Where each is.
 * @property {readonly Need[]} missing
 */

/**
 * Finds what the tests drive, and gets what is missing where that takes nobody's consent: packages as root or with a
 * sudo that asks for no password, else in the need's own way.
 *
 * @param {readonly Need[]} needs
 * @param {Machine} machine
 * @param {(line: string) => void} say
 * @param {typeof installPackages} [install]
 * @returns {Provided}
 */
export function provide(needs, machine, say, install = installPackages) {
  /** @type {Map<Need, string>} */
  const found = new Map();
  const look = () => {
    for (const need of needs) {
      const path = found.get(need) ?? need.find();
      if (path !== undefined) found.set(need, path);
    }
    return needs.filter((need) => !found.has(need));
  };

  const packages = look().flatMap((need) => need.packages?.apt ?? []);
  const apt = packages.length > 0 ? findApt(machine) : undefined;
  if (apt !== undefined) {
    say(`Getting ${packages.join(', ')} with apt-get`);
    install(apt, packages);
  }
  for (const { name, get } of look()) {
    if (get === undefined) continue;
    say(`Getting ${name}`);
    get();
  }
  return { missing: look(), found };
}

/**
 * One line: what is missing, how people get it on a machine of this kind, and what follows.
 *
 * @param {readonly Need[]} missing
 * @param {NodeJS.Platform} platform
 * @param {boolean} isCi
 */
export function toMissingLine(missing, platform, isCi) {
  const manager = platform === 'darwin' ? 'brew' : platform === 'win32' ? 'winget' : 'apt';
  const command = { apt: 'sudo apt-get install', brew: 'brew install', winget: 'winget install' }[manager];
  const packages = missing.flatMap((need) => need.packages?.[manager] ?? []);
  const ways = [
    ...(packages.length > 0 ? [`${command} ${packages.join(' ')}`] : []),
    ...missing.flatMap(({ hint }) => hint ?? []),
  ];
  const follows = isCi
    ? 'CI leaves nothing out, so nothing is run'
    : `Until then not tested: ${missing.map(({ leavesOut }) => leavesOut).join(', ')}`;
  return `Missing: ${missing.map(({ name }) => name).join(', ')}. To get it: ${ways.join('; ')}. ${follows}.`;
}
