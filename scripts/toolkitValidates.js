import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Validates both manifests, with and without notifications, with the Agents Toolkit's CLI. Exits with 1 if
 * the CLI refuses one.
 * The CLI is 450 MB, so only CI downloads it. If the download fails, the script reports that.
 */

const cli = '@microsoft/m365agentstoolkit-cli@1.1.17';
const home = resolve('node_modules/.cache/agents-toolkit-cli');
const atk = join(home, 'node_modules/@microsoft/m365agentstoolkit-cli/cli.js');
const filled = {
  TEAMS_APP_ID: '99999999-9999-4999-8999-999999999999',
  TAB_ENDPOINT: 'https://tab.contoso.example',
  TAB_DOMAIN: 'tab.contoso.example',
  AAD_APP_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
};
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const read = (/** @type {string} */ file) => /** @type {object} */ (JSON.parse(readFileSync(file, 'utf8')));

function fetchCli() {
  if (existsSync(atk)) return true;
  mkdirSync(home, { recursive: true });
  const args = ['install', '--prefix', home, '--no-save', '--ignore-scripts', '--silent', cli];
  spawnSync('npm', args, { stdio: 'ignore', shell: process.platform === 'win32' });
  return existsSync(atk);
}

if (!fetchCli()) {
  say(`The registry does not provide ${cli}; not checked.`);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'toolkit-'));
  try {
    cpSync('appPackage', join(folder, 'appPackage'), { recursive: true });
    const env = join(folder, '.env');
    const lines = Object.entries(filled).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(env, lines.join(''));
    const plain = read('appPackage/manifest.json');
    const manifests = { plain, notifications: { ...plain, ...read('appPackage/notifications.json') } };
    for (const [name, manifest] of Object.entries(manifests)) {
      const file = join(folder, 'appPackage', `${name}.json`);
      writeFileSync(file, JSON.stringify(manifest));
      const args = ['validate', '--manifest-file', file, '--env-file', env, '--telemetry', 'false'];
      const { status } = spawnSync(process.execPath, [atk, ...args], { cwd: folder, stdio: 'inherit' });
      if (status !== 0) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
