import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the variables of an environment in the Agents Toolkit's layout. `env/.env.{name}.user` (secrets, not
 * in git) overrides `env/.env.{name}`; the process's own variables override both. Empty values are ignored.
 */
export function readEnvironment(root: string, name: string, own: Environment): Environment {
  const files = environmentFiles(name).map((file) => join(root, file));
  const layers: Environment[] = files
    .filter((file) => existsSync(file))
    .map((file) => parseEnv(readFileSync(file, 'utf8')));
  const variables: Record<string, string> = {};
  for (const [variable, value] of [...layers, own].flatMap((layer) => Object.entries(layer))) {
    if (value !== undefined && value.trim() !== '') variables[variable] = value.trim();
  }
  return variables;
}

export const environmentFiles = (name: string): readonly [shared: string, own: string] => [
  `env/.env.${name}`,
  `env/.env.${name}.user`,
];
