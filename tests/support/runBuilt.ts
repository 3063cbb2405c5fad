import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { root } from './repository.js';

type Environment = Readonly<Record<string, string | undefined>>;
type Finished = { readonly code: number; readonly out: string; readonly problems: string };

/**
 * Runs a built program to its end, with PATH and the given variables only.
 * @param name path in `dist`, such as `tools/doctor`
 */
export const runBuilt = (
  name: string,
  args: readonly string[],
  env: Environment = {},
  cwd = root,
): Promise<Finished> =>
  new Promise((resolve) => {
    const file = join(root, `dist/${name}.js`);
    const how = { cwd, env: { PATH: process.env['PATH'], ...env } };
    execFile(process.execPath, [file, ...args], how, (error, out, problems) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, problems });
    });
  });
