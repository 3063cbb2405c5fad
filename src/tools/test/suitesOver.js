import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/**
 * The test files below a folder that import a file of this name, wherever it is, themselves or through others there.
 *
 * @param {string} folder
 * @param {string} name As in `redisServer.ts`.
 * @returns {readonly string[]} Paths from that folder, with slashes.
 */
export function suitesOver(folder, name) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file));
  const isNamed = (/** @type {string} */ path) => posix.basename(path) === stem(name);
  const over = new Set(files.filter((file) => [...imports(folder, file)].some(isNamed)));
  for (const reached of over) {
    // A set that grows is walked to its end.
    for (const file of files) if (imports(folder, file).has(stem(reached))) over.add(file);
  }
  return files.filter((file) => over.has(file) && /\.test\.tsx?$/.test(file));
}

/**
 * @param {string} folder
 * @param {string} file
 */
function imports(folder, file) {
  const text = readFileSync(join(folder, file), 'utf8');
  return new Set(
    [...text.matchAll(/\bfrom '(\.[^']+)'/g)].map(([, path = '']) => stem(posix.join(dirname(file), path))),
  );
}

/** @param {string} path */
const stem = (path) => path.replace(/\.[jt]sx?$/, '');
