import path from 'node:path';
import { fileURLToPath } from 'node:url';
import webpack from 'webpack';
import { Licences } from './src/tools/build/licences.js';
import { ExpectModules } from './webpack.config.js';

const folder = path.dirname(fileURLToPath(import.meta.url));

/** Asked for by packages, but never by what we use of them. */
const unused = ['@fastify/ajv-compiler', '@fastify/fast-json-stringify-compiler', 'glob', 'light-my-request'];
/** Nobody has to have them, and we do not. */
const optional = /^(@node-rs\/xxhash|pg-native)$/;
// Stack traces name functions, and some packages ask for the name of a class.
const keepNames = { keep_fnames: true, keep_classnames: true };
// A line that Node shows when it ends is a statement, not a megabyte.
const format = { beautify: true, indent_level: 0, comments: false };

/** The server as one file, in the place of the compiled one, and a file for each part that not every start needs. */
export default {
  mode: 'production',
  target: 'node20',
  // What a line of a stack trace was written as; the sources themselves are in the repository.
  devtool: 'nosources-source-map',
  entry: { main: './src/server/main.ts' },
  output: {
    path: path.join(folder, 'dist', 'server'),
    filename: '[name].js',
    chunkFilename: 'parts/[name].js',
    module: true,
    chunkFormat: 'module',
    devtoolModuleFilenameTemplate: ({ resourcePath }) => resourcePath.replace(/^\.\//, ''),
  },
  experiments: { outputModule: true },
  resolve: {
    extensions: ['.ts', '.js'],
    extensionAlias: { '.js': ['.ts', '.js'] },
    alias: Object.fromEntries(unused.map((name) => [name, false])),
  },
  // Machine code for each platform, found by its place in node_modules; only the thread of the database loads it.
  externals: { libsql: 'module libsql' },
  module: {
    // Places are those where it runs, not where it was built.
    parser: { javascript: { importMeta: false, url: false, exportsPresence: 'error' } },
    rules: [
      {
        test: /\.ts$/,
        loader: 'swc-loader',
        options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
      },
    ],
  },
  plugins: [
    new webpack.IgnorePlugin({ resourceRegExp: optional }),
    new ExpectModules([/undici[\\/]lib[\\/]dispatcher[\\/]agent\.js$/]),
    new Licences('licences.txt'),
  ],
  optimization: {
    chunkIds: 'named',
    splitChunks: false,
    minimize: { javascript: { ...keepNames, mangle: keepNames, format } },
  },
  performance: false,
  stats: 'errors-warnings',
};
