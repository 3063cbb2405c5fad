import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import webpack from 'webpack';
import { createConfig } from '../webpack.config.js';
import { createBundles } from './bundles.js';

/**
 * `npm run build`: builds server, sandbox and tools with esbuild and the tab with webpack into `dist/`.
 * `--development` makes the fast build of `npm start` in `dist-dev/`. `--code` skips the tab.
 */
const { values } = parseArgs({
  options: {
    development: { type: 'boolean', default: false },
    code: { type: 'boolean', default: false },
  },
});
const dist = values.development ? 'dist-dev' : 'dist';

/**
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} work
 */
async function timed(name, work) {
  process.stdout.write(`Building ${name} ...\n`);
  const startMs = performance.now();
  await work();
  process.stdout.write(`Built ${name} in ${((performance.now() - startMs) / 1000).toFixed(1)} s\n`);
}

/** @returns {Promise<void>} */
const buildTab = () =>
  new Promise((resolve, reject) => {
    webpack(createConfig(values.development), (error, stats) => {
      if (error || stats === undefined || stats.hasErrors())
        reject(error ?? new Error(stats?.toString('errors-warnings')));
      else resolve();
    });
  });

const { server, sandbox, tools } = createBundles(dist);
const bundles = values.development ? [server, sandbox] : [server, sandbox, tools];
try {
  if (!values.code) await rm(dist, { recursive: true, force: true });
  const code = timed('server and sandbox', () => Promise.all(bundles.map((bundle) => build(bundle))));
  await Promise.all([code, values.code ? undefined : timed('the tab', buildTab)]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
