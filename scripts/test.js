import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, findPostgres, findProgram } from './findPrograms.js';

/**
 * `npm test`: finds or installs the programs that the tests drive, then runs everything that CI checks.
 * `npm test -- lint unit` runs only these steps.
 * Tests are skipped if their program cannot be installed without a prompt. With `CI` set, a missing program
 * fails the run.
 */
const isCi = !['', 'false', undefined].includes(process.env.CI);
const reports = mkdtempSync(join(tmpdir(), 'call-delegates-test-'));
const say = (text) => process.stdout.write(`${text}\n`);

// The oldest supported Node, and the lines with long-term support.
const nodes = ['20.19', '22', '24', '26'];
const otherNodes = nodes.filter((version) => version.split('.')[0] !== process.versions.node.split('.')[0]);

const script = (name) => ({ command: ['npm', 'run', '--silent', name] });
const unit = (...node) => ({ command: [...node, 'node_modules/jest/bin/jest.js'], runner: 'jest' });
const browser = (...args) => ({
  command: ['node', 'node_modules/@playwright/test/cli.js', 'test', ...args, '--reporter=list,json'],
  runner: 'playwright',
});
const steps = {
  types: script('test:types'),
  lint: script('test:lint'),
  format: script('test:format'),
  build: script('build'),
  unit: unit('node'),
  browser: browser(),
  commands: { ...browser('--config=playwright.commands.config.ts'), onlyInCi: true },
  webkit: { ...browser('--config=playwright.webkit.config.ts'), onlyInCi: true },
};
for (const version of otherNodes) {
  const step = unit('npm', 'exec', '--yes', `--package=node@${version}`, '--', 'node');
  steps[`node-${version}`] = { ...step, onlyInCi: true };
}
const wanted = process.argv.slice(2);
const chosen = Object.keys(steps).filter((name) =>
  wanted.length > 0 ? wanted.includes(name) : isCi || !steps[name].onlyInCi,
);

/**
 * `step` needs the program, as do the test files that import `file`. `name` is also the package of Debian and
 * Ubuntu.
 */
const programs = [
  { name: 'chromium-headless-shell', find: () => findBrowser(chromium.executablePath()), step: 'browser' },
  { name: 'redis-server', find: () => findProgram('redis-server'), file: 'tests/support/redisServer.ts' },
  { name: 'postgresql', find: findPostgres, file: 'tests/support/postgresServer.ts' },
  { name: 'openssl', find: () => findProgram('openssl'), file: 'tests/support/certificate.ts' },
  { name: 'webkit2gtk-driver', find: () => findProgram('WebKitWebDriver'), step: 'webkit' },
  { name: 'xvfb', find: () => findProgram('Xvfb'), step: 'webkit' },
].filter(({ step }) =>
  step === undefined ? chosen.some((name) => steps[name].runner === 'jest') : chosen.includes(step),
);
const findMissing = () => programs.filter(({ find }) => find() === undefined);

function install() {
  const runTool = (program, ...args) => spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const mayInstall = findProgram('apt-get') !== undefined && runTool(...root, 'env', 'true').status === 0;
  // Ubuntu's Chromium is a snap, which cannot run in a container.
  const isUbuntu = spawnSync('grep', ['-qi', 'ubuntu', '/etc/os-release']).status === 0;
  const isNamed = (process.env.CHROMIUM_PATH ?? '') !== '';
  const names = findMissing().map(({ name }) => name);
  const packages = names.filter((name) => !name.startsWith('chromium') || !(isUbuntu || isNamed));
  if (mayInstall && packages.length > 0) {
    say(`Installing ${packages.join(', ')} with apt-get`);
    const apt = [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
    runTool(...apt, 'update');
    // Install packages one by one: a package that the distribution lacks must not block the others.
    for (const name of packages) runTool(...apt, 'install', '--yes', '--no-install-recommends', name);
  }
  if (!isNamed && findMissing().some(({ name }) => name.startsWith('chromium'))) {
    say('Downloading Chromium with Playwright');
    const [program, cli] = steps.browser.command;
    runTool(program, cli, 'install', ...(mayInstall ? ['--with-deps'] : []), 'chromium');
  }
}

/** Returns the test files that depend on a file, according to Jest's resolver. */
function filesOver(file) {
  const args = [steps.unit.command[1], '--listTests', '--findRelatedTests', file];
  return spawnSync('node', args, { encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
}

const counts = {
  jest: (report) => [report.numPassedTests, report.numFailedTests, report.numPendingTests],
  playwright: ({ stats }) => [stats.expected + stats.flaky, stats.unexpected, stats.skipped],
};
const total = [0, 0, 0];
const results = [];
async function run(name, isQuiet) {
  const { command, runner } = steps[name];
  const report = join(reports, `${name}.json`);
  say(`\n[${chosen.indexOf(name) + 1}/${chosen.length}] ${name} ...`);
  const startMs = performance.now();
  const [program, ...args] = command;
  const more = runner === 'jest' ? ['--json', `--outputFile=${report}`, ...ignored] : [];
  const child = spawn(program, [...args, ...more], {
    stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += String(data)));
  const isGood = (await new Promise((resolve) => child.once('close', resolve))) === 0;
  // A runner without a report has run no tests.
  const count =
    runner && existsSync(report) ? counts[runner](JSON.parse(readFileSync(report, 'utf8'))) : [0, 0, 0];
  if (!isGood && count[1] === 0) count[1] = 1;
  count.forEach((value, place) => (total[place] += value));
  const line = `${isGood ? '✓' : '✗'} ${name} (${Math.round((performance.now() - startMs) / 1000)} s)`;
  results.push({ name, isGood, line });
  say(isGood ? line : `${output}${line}`);
}

if (findMissing().length > 0) install();
const missing = findMissing();
const ignored = missing
  .flatMap(({ file }) => (file === undefined ? [] : filesOver(file)))
  .map((file) => `--testPathIgnorePatterns=${file.replace(/[^\w/-]/g, '.')}$`);
if (missing.length > 0) {
  const names = missing.map(({ name }) => name).join(', ');
  const effect = isCi ? 'In CI, no test may be skipped.' : 'The tests that need them are skipped.';
  say(`Missing: ${names}. Install them, such as with "sudo apt-get install ${names}". ${effect}`);
}
if (isCi && missing.length > 0) {
  total[1] = 1;
} else {
  const running = chosen.filter((name) => !missing.some(({ step }) => step === name));
  const isCheck = (name) => steps[name].runner === undefined;
  const checks = new Map(running.filter(isCheck).map((name) => [name, run(name, true)]));
  // The tests run against the build, while slower checks continue.
  await checks.get('build');
  const isBuilt = results.every(({ name, isGood }) => isGood || name !== 'build');
  for (const name of running) if (isBuilt && !isCheck(name)) await run(name, false);
  await Promise.all(checks.values());
}
rmSync(reports, { recursive: true, force: true });
const [passed, failed, skipped] = total;
say(`\n${results.map(({ line }) => line).join('\n')}`);
say(`Tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;
