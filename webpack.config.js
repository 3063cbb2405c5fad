import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants } from 'node:zlib';
import { GriffelCSSExtractionPlugin } from '@griffel/webpack-extraction-plugin';
import CompressionPlugin from 'compression-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import webpack from 'webpack';
import { languageTags as languages } from './scripts/messages/files.js';
import { UsedTokens } from './src/tab/host/themes/UsedTokens.js';

const folder = path.dirname(fileURLToPath(import.meta.url));

/** A standalone page: one file per language, with the scripts of its entry, if any. */
const page = (name, chunks = []) =>
  languages.map(
    (tag) =>
      new HtmlWebpackPlugin({
        template: 'src/tab/standalone/template.tsx',
        templateParameters: { name, tag },
        // Not .html: an HTML minifier would remove the quotes around the Mustache tags.
        filename: `${name}.${tag}.mustache`,
        minify: false,
        chunks,
        scriptLoading: 'defer',
      }),
  );

/** Replaces a module. If nothing matches the pattern, the build exceeds its budget. */
const replace = (resource, name) =>
  new webpack.NormalModuleReplacementPlugin(
    resource,
    path.join(folder, `src/tab/boot/replacements/${name}.js`),
  );

/** Emits the texts of notifications in all languages, for the server. */
class NotificationWords {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('NotificationWords', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'NotificationWords', stage }, () => {
        const words = languages.map((tag) => [
          tag,
          JSON.parse(readFileSync(path.join(folder, 'src/tab/i18n', tag, 'notifications.json'), 'utf8')),
        ]);
        const source = new webpack.sources.RawSource(JSON.stringify(Object.fromEntries(words)));
        compilation.emitAsset('notifications.json', source);
      });
    });
  }
}

/** Fails the build when an asset exceeds its limit, in bytes of brotli. */
export class Budget {
  constructor(limits) {
    this.limits = limits;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Budget', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'Budget', stage }, (assets) => {
        for (const [name, limit] of Object.entries(this.limits)) {
          const file = Object.keys(assets).find((asset) =>
            new RegExp(`^assets/${name.replace('.', '\\.\\w+\\.')}\\.br$`).test(asset),
          );
          const size = file === undefined ? undefined : assets[file].size();
          if (size === undefined || size > limit) {
            const message = `${name} has ${size ?? 'no'} bytes of brotli; its budget is ${limit}.`;
            compilation.errors.push(new webpack.WebpackError(message));
          }
        }
      });
    });
  }
}

const debugPackage = /teams-js[\\/].*[\\/]debug[\\/]src[\\/]browser\.js$/;
const fluentTokens = /@fluentui[\\/]tokens[\\/]lib[\\/]tokens\.js$/;
const teamsJsApp = /teams-js[\\/].*[\\/]public[\\/]app[\\/]app\.js$/;

/** Extracts our styles and those of Fluent's components into a stylesheet at build time. */
const styleRules = [
  {
    test: /\.(js|tsx?)$/,
    include: [path.join(folder, 'src/tab'), /[\\/]node_modules[\\/]@fluentui[\\/]/],
    use: { loader: GriffelCSSExtractionPlugin.loader },
  },
  { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
];

const productionPlugins = () => [
  new Budget({ 'tab.js': 21_900, 'page.js': 70_100, 'griffel.css': 12_100, 'auth.js': 2_800 }),
  new UsedTokens(),
  // Griffel orders its rules itself.
  new MiniCssExtractPlugin({ filename: 'assets/[name].[contenthash].css', ignoreOrder: true }),
  new GriffelCSSExtractionPlugin(),
  new CompressionPlugin({
    test: /\.(js|css)$/,
    filename: '[path][base].br',
    algorithm: 'brotliCompress',
    compressionOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } },
    minRatio: 1,
  }),
];

/** webpack takes these characters of a path for parts of a request, and fails with hundreds of lines. */
function requirePlainPath(context) {
  if (!/[#!?]/.test(context)) return context;
  throw new Error(
    `webpack cannot build in a folder whose path contains #, ! or ?. Rename or move ${context}.`,
  );
}

/**
 * @param {boolean} isDevelopment Builds faster: styles at run time, no minification, no compression, no budget.
 */
export const createConfig = (isDevelopment) => ({
  context: requirePlainPath(process.cwd()),
  mode: isDevelopment ? 'development' : 'production',
  devtool: isDevelopment ? 'cheap-module-source-map' : 'source-map',
  entry: {
    tab: './src/tab/boot/bootstrap.ts',
    auth: './src/tab/boot/auth.ts',
  },
  output: {
    path: path.join(folder, isDevelopment ? 'dist-dev' : 'dist', 'tab'),
    filename: 'assets/[name].[contenthash].js',
    publicPath: '/',
    // Each hash digit of a file adds half a byte to the first script.
    hashDigestLength: 6,
    clean: true,
  },
  resolve: {
    extensions: ['.ts', '.tsx', '.js'],
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
  },
  module: {
    // Fails the build when a replacement lacks an imported export.
    parser: { javascript: { exportsPresence: 'error' } },
    rules: [
      ...(isDevelopment ? [] : styleRules),
      {
        test: /\.tsx?$/,
        use: [
          ...(isDevelopment ? [] : ['@griffel/webpack-loader']),
          {
            loader: 'swc-loader',
            options: {
              jsc: {
                parser: { syntax: 'typescript', tsx: true },
                transform: { react: { runtime: 'automatic' } },
                target: 'es2022',
              },
            },
          },
        ],
      },
      {
        // Removes two statements that write to a disabled log. The first makes the browser load its date and language data,
        // which takes as long as the rest of the first script.
        test: teamsJsApp,
        loader: 'string-replace-loader',
        options: {
          search: /,\w+\("teamsjs instance is version[\s\S]*?\}\(\);(?=export)/,
          replace: ';',
          strict: true,
        },
      },
      {
        test: /[\\/]host[\\/]themes[\\/]\w+\.ts$/,
        loader: path.join(folder, 'src/tab/host/themes/asLiteral.js'),
        enforce: 'pre',
      },
      {
        test: /[\\/]i18n[\\/][\w-]+[\\/](first|later|administrator|standalone)\.json$/,
        type: 'javascript/auto',
        loader: path.join(folder, 'scripts/messages/loader.js'),
      },
      { test: /\.md$/, loader: path.join(folder, 'scripts/standalone/loader.js') },
      { test: /\.html$/, type: 'asset/source' },
    ],
  },
  plugins: [
    ...languages.map(
      (tag) =>
        new HtmlWebpackPlugin({
          template: 'src/tab/standalone/template.tsx',
          templateParameters: { name: 'tab', tag },
          filename: `tab.${tag}.html`,
          chunks: ['tab'],
          scriptLoading: 'defer',
          minify: { collapseWhitespace: true, keepClosingSlash: true, minifyCSS: true, removeComments: true },
        }),
    ),
    ...page('auth', ['auth']),
    ...page('home'),
    ...page('privacy'),
    ...page('terms'),
    new NotificationWords(),
    replace(fluentTokens, 'fluentTokens'),
    replace(debugPackage, 'silentDebug'),
    ...(isDevelopment ? [] : productionPlugins()),
  ],
  // One file per page compresses better than several and costs one round trip. Only large shared modules are split off.
  optimization: {
    minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })],
    splitChunks: {
      cacheGroups: {
        defaultVendors: false,
        default: { minChunks: 2, minSize: 40_000 },
        queries: { test: /[\\/]@tanstack[\\/]|[\\/]Queries\.tsx$/, name: 'queries', enforce: true },
      },
    },
  },
  performance: false,
  stats: 'errors-warnings',
});

export default createConfig(false);
