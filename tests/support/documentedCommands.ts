import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile, root } from './repository.js';

/** Where an operator runs a command. */
export type Place = { readonly cwd: string; readonly env: Readonly<Record<string, string>> };

/** The command of docs/operations.md for the embedded database that holds these words, as it is written there. */
export function documentedCommand(words: string): string {
  const lines = readFile('docs/operations.md').split('\n');
  const found = lines.filter((line) => line.startsWith('node -e ') && line.includes(words));
  const [command] = found;
  if (command === undefined || found.length > 1)
    throw new Error(`docs/operations.md has ${found.length} commands with "${words}".`);
  return command;
}

export const run = (command: string, { cwd, env }: Place): void => {
  const { DATA_DIR: _, ...rest } = process.env;
  execFileSync('sh', ['-c', command], { cwd, env: { ...rest, ...env }, stdio: 'pipe' });
};

/** As in the image: a folder without the data, whose place is in the environment. */
export const inContainer = (dataFolder: string): Place => ({ cwd: root, env: { DATA_DIR: dataFolder } });

/** As after `npm ci`: the data is below the folder, and the environment does not say so. */
export function inFolder(dataFolder: string): Place {
  const cwd = mkdtempSync(join(tmpdir(), 'server-'));
  symlinkSync(join(root, 'node_modules'), join(cwd, 'node_modules'), 'junction');
  symlinkSync(dataFolder, join(cwd, 'data'), 'junction');
  return { cwd, env: {} };
}
