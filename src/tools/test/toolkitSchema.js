import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNpm } from '../machine/npm.js';

/** The Agents Toolkit's schema of its project files comes in a package of 26 MB with 61 dependencies, too heavy for one file. */
const source = '@microsoft/teamsfx-core@3.1.3';
const file = 'package/resource/yaml-schema/v1.13/yaml.schema.json';
const cache = join('node_modules', '.cache', 'agents-toolkit');
const kept = join(cache, 'v1.13.schema.json');

/** @returns {string | undefined} */
export const findToolkitSchema = () => (existsSync(kept) ? kept : undefined);

/** Takes that one file out of the package. */
export function fetchToolkitSchema() {
  const folder = mkdtempSync(join(tmpdir(), 'toolkit-'));
  try {
    runNpm(['pack', '--silent', source], { cwd: folder, stdio: 'ignore' });
    const [archive] = readdirSync(folder);
    if (archive === undefined) return;
    execFileSync('tar', ['-xzf', archive, file], { cwd: folder });
    mkdirSync(cache, { recursive: true });
    copyFileSync(join(folder, file), kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
