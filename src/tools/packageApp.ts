import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPackage, PackageError } from './appPackage/buildPackage.js';
import { environmentFiles, readEnvironment } from './environmentFiles.js';

/**
 * `npm run package [-- --env dev] [--notifications] [--publish]`: appPackage/build/appPackage.{env}.zip, ready to upload; with
 * `--notifications`, or where the environment has NOTIFICATIONS=on and nothing says `--no-notifications`, one that may tell people
 * something in Teams; with `--publish` only if it keeps the rules of Microsoft's store that a machine can check. Exit code 1 when
 * it cannot be.
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
try {
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
} catch (error) {
  if (!(error instanceof PackageError)) throw error;
  process.stderr.write(`${error.lines.join('\n')}\n`);
  process.exitCode = 1;
}
