import { runNpm } from '../machine/npm.js';

/** The oldest Node that is promised, and the lines that Node's calendar keeps. */
const promised = ['20.19', '24', '26'];

/**
 * Those of another line than the one that runs.
 *
 * @param {string} running As in `process.versions.node`.
 */
export const otherNodes = (running) =>
  promised.filter((version) => version.split('.')[0] !== running.split('.')[0]);

/**
 * npm's package `node` brings the binary.
 *
 * @param {string} version
 * @returns {string | undefined} Its path; undefined when the registry does not give it.
 */
export function fetchNode(version) {
  const print = 'console.log(process.execPath)';
  const { status, stdout } = runNpm(
    ['exec', '--yes', `--package=node@${version}`, '--', 'node', '-e', print],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return status === 0 ? String(stdout).trim() : undefined;
}
