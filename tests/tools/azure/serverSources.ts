import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/repository.js';

/**
 * The number of a constant somewhere in src/server, found by how its line reads, so that moving it breaks no test.
 * Throws unless there is exactly one.
 * @param pattern its first group is the number
 */
export function numberInServer(pattern: RegExp): number {
  const folder = join(root, 'src/server');
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(new RegExp(pattern.source, 'g')),
    ])
    .map(([, number = '']) => Number(number.replaceAll('_', '')));
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${pattern} is found ${found.length} times in src/server`);
  return only;
}
