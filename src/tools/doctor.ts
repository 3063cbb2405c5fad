import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { examine } from './doctor/examine.js';
import { toLines, type CheckResult } from './doctor/CheckResult.js';
import { readEnvironment } from './environmentFiles.js';
import { azureCliToken } from './registration/azureCli.js';

/**
 * `npm run doctor [-- --env dev] [--json] [--token]`: checks a real setup. The exit code is the number of
 * failed checks.
 * `--token` reads a delegated Graph token from standard input, which keeps it out of the shell history.
 */
const { values } = parseArgs({
  options: { env: { type: 'string' }, json: { type: 'boolean' }, token: { type: 'boolean' } },
});
const root = process.cwd();
const results: CheckResult[] = [];
for await (const result of examine({
  root,
  variables: values.env === undefined ? process.env : readEnvironment(root, values.env, process.env),
  environment: values.env ?? 'dev',
  graphToken: values.token === true ? (await text(process.stdin)).trim() : undefined,
  azureCliToken,
})) {
  results.push(result);
  if (values.json !== true) process.stdout.write(`${toLines(result)}\n`);
}
const failed = results.filter(({ outcome }) => outcome === 'failed').length;
if (values.json === true) process.stdout.write(`${JSON.stringify({ failed, results }, null, 2)}\n`);
else
  process.stdout.write(
    failed === 0
      ? '\nNo problems found.\n'
      : `\n${failed} ${failed === 1 ? 'problem' : 'problems'} to fix.\n`,
  );
process.exitCode = Math.min(failed, 100);
