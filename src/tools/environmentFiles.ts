import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { withoutEmpty } from '../server/config.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the variables of an environment in the Agents Toolkit's layout. `env/.env.{name}.user` (secrets, not
 * in git) overrides `env/.env.{name}`; the process's own variables override both. Empty values are ignored.
 */
export function readEnvironment(root: string, name: string, own: Environment): Environment {
  const files = environmentFiles(name).map((file) => join(root, file));
  const layers = files.filter(existsSync).map((file) => parseEnv(readFileSync(file, 'utf8')));
  return [...layers, own].map(withoutEmpty).reduce((all, layer) => ({ ...all, ...layer }));
}

export const environmentFiles = (name: string): readonly [shared: string, own: string] => [
  `env/.env.${name}`,
  `env/.env.${name}.user`,
];

/**
 * Sets variables in an environment file. Existing ones keep their line, new ones are appended, and all other
 * lines remain unchanged.
 */
export function writeVariables(file: string, variables: Readonly<Record<string, string>>): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lineEnd = before.includes('\r\n') ? '\r\n' : '\n';
  const lines = before.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  for (const [name, value] of Object.entries(variables)) {
    const line = `${name}=${value}`;
    const at = lines.findIndex((one) => one.startsWith(`${name}=`));
    if (at === -1) lines.push(line);
    else lines[at] = line;
  }
  // The file may contain a secret.
  writeFileSync(file, [...lines, ''].join(lineEnd), { mode: 0o600 });
}
