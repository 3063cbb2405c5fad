import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPackage } from './appPackage/buildPackage.js';
import { environmentFiles, readEnvironment } from './environmentFiles.js';
import { runTool } from './ToolError.js';

/**
 * `npm run package [-- --env dev] [--notifications] [--publish]`: builds
 * appPackage/build/appPackage.{env}.zip for upload. Exits with 1 if that fails.
 * `--notifications` adds the notification permission. NOTIFICATIONS=on in the environment does the same,
 * unless `--no-notifications` is given.
 * `--publish` also requires the store rules that can be automated.
 */

const { values } = parseArgs({
  options: {
    env: { type: 'string', default: 'dev' },
    notifications: { type: 'boolean' },
    publish: { type: 'boolean', default: false },
  },
  allowNegative: true,
});
const root = process.cwd();
const target = `appPackage/build/appPackage.${values.env}.zip`;
const variables = readEnvironment(root, values.env, process.env);
await runTool(() => {
  const zip = buildPackage({
    root,
    variables,
    variablesFile: environmentFiles(values.env)[0],
    hasNotifications: values.notifications ?? variables['NOTIFICATIONS'] === 'on',
    isForStore: values.publish,
  });
  mkdirSync(dirname(join(root, target)), { recursive: true });
  writeFileSync(join(root, target), zip);
  process.stdout.write(`${target} (${(zip.length / 1024).toFixed(1)} KB)\n`);
});
