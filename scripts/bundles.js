/** @import { BuildOptions } from 'esbuild' */

/** @type {BuildOptions} */
const node = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
};

/** @type {BuildOptions} */
const server = {
  ...node,
  entryPoints: ['src/server/main.ts', 'src/server/database/libsqlThread.ts'],
  outbase: 'src/server',
  // Code behind a lazy import becomes a separate file that startup does not read.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  // jsonc-parser's `main` is a UMD file that bundlers cannot analyze.
  mainFields: ['module', 'main'],
  // CommonJS packages require built-in modules.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  // libsql loads native code from node_modules. The others are optional dependencies of pg and @redis/client.
  external: ['libsql', 'pg-native', '@node-rs/xxhash'],
  // Packages without licence comments have their licence files in node_modules, which is deployed too.
  legalComments: 'linked',
};

/**
 * @param {string} outdir
 * @param {string[]} entryPoints
 * @returns {BuildOptions}
 */
const commands = (outdir, ...entryPoints) => ({ ...node, entryPoints, packages: 'external', outdir });

/**
 * @param {string} dist
 * @returns {Record<'server' | 'sandbox' | 'tools', BuildOptions>}
 */
export const createBundles = (dist) => ({
  server: { ...server, outdir: `${dist}/server` },
  sandbox: commands(`${dist}/sandbox`, 'src/sandbox/main.ts'),
  tools: commands(`${dist}/tools`, 'src/tools/doctor.ts', 'src/tools/packageApp.ts', 'src/tools/register.ts'),
});
