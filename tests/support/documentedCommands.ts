import { execFile } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newFolder } from './newFolder.js';
import { readFile, root } from './repository.js';

/** Working directory and environment of an operator's command. */
export type Place = { readonly cwd: string; readonly env: Readonly<Record<string, string>> };

/** Returns the one command in docs/operations.md that contains the words. Throws if there is not exactly one. */
export function documentedCommand(words: string, beginning = 'node -e '): string {
  const lines = readFile('docs/operations.md').split('\n');
  const found = lines.filter((line) => line.startsWith(beginning) && line.includes(words));
  const [command] = found;
  if (command === undefined || found.length > 1)
    throw new Error(`docs/operations.md has ${found.length} commands with "${words}".`);
  return command;
}

export const run = async (command: string, { cwd, env }: Place): Promise<void> => {
  const { DATA_DIR: _, ...rest } = process.env;
  await promisify(execFile)('sh', ['-c', command], { cwd, env: { ...rest, ...env } });
};

/** Matches the image: the data is outside the working directory, and the environment contains its folder. */
export const inContainer = (dataFolder: string): Place => ({ cwd: root, env: { DATA_DIR: dataFolder } });

/** Matches a checkout after `npm ci`: the data is in the default folder, and the environment is empty. */
export function inFolder(dataFolder: string): Place {
  const cwd = newFolder();
  symlinkSync(join(root, 'node_modules'), join(cwd, 'node_modules'), 'junction');
  symlinkSync(dataFolder, join(cwd, 'data'), 'junction');
  return { cwd, env: {} };
}
