import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { context } from 'esbuild';
import webpack from 'webpack';
import { createConfig } from '../webpack.config.js';
import { createBundles } from './bundles.js';

/**
 * `npm run dev`: runs sandbox, server and tab, and rebuilds on each change. A change of server or tab
 * restarts the server and reloads the page; the selected user stays. A change of the sandbox restarts it and
 * resets its data.
 */

const say = (line) => process.stdout.write(`${line}\n`);
const ports = { PORT: process.env.PORT ?? '3978', SANDBOX_PORT: process.env.SANDBOX_PORT ?? '3979' };
let sandbox;
let isStarted = false;

function start() {
  sandbox = spawn(process.execPath, ['--enable-source-maps', 'dist-dev/sandbox/main.js'], {
    env: { ...process.env, ...ports },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}

function restartSandbox() {
  const old = sandbox;
  old.once('exit', start);
  old.kill('SIGTERM');
}

/** Runs `act` after each successful build except the first. */
const afterBuild = (name, act) => (hasErrors) => {
  if (!isStarted || hasErrors) return;
  say(`${name} changed`);
  act();
};
const onServer = afterBuild('The server', () => sandbox.send('restart'));
const onTab = afterBuild('The tab', () => sandbox.send('restart'));
const onSandbox = afterBuild('The sandbox', restartSandbox);

async function watchCode(options, onBuild) {
  const report = {
    name: 'report',
    setup: (build) => build.onEnd(({ errors }) => onBuild(errors.length > 0)),
  };
  const watched = await context({ ...options, plugins: [report] });
  await watched.rebuild();
  await watched.watch();
}

const watchTab = () =>
  new Promise((resolve) => {
    webpack(createConfig(true)).watch({ aggregateTimeout: 50 }, (error, stats) => {
      if (error) throw error;
      if (stats.hasErrors()) say(stats.toString('errors-warnings'));
      onTab(stats.hasErrors());
      resolve();
    });
  });

say('Building server, sandbox and tab ...');
await rm('dist-dev', { recursive: true, force: true });
const { server, sandbox: sandboxBundle } = createBundles('dist-dev');
// Leaving packages out makes the build about ten times as fast.
const ownCode = { ...server, packages: 'external' };
await Promise.all([watchCode(ownCode, onServer), watchCode(sandboxBundle, onSandbox), watchTab()]);
start();
isStarted = true;
