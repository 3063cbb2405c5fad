import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants } from 'node:zlib';
import { GriffelCSSExtractionPlugin } from '@griffel/webpack-extraction-plugin';
import CompressionPlugin from 'compression-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import webpack from 'webpack';
import { languageTags as languages } from './scripts/messages/files.js';
import { UsedTokens } from './src/tab/host/themes/UsedTokens.js';

const folder = path.dirname(fileURLToPath(import.meta.url));

/** A page that stands alone, one file a language, with the scripts of its entry, if it has one. */
const page = (name, chunks = []) =>
  languages.map(
    (tag) =>
      new HtmlWebpackPlugin({
        template: 'src/tab/pages/template.tsx',
        templateParameters: { name, tag },
        // Not .html: a minifier would take the quotes from around the Mustache tags.
        filename: `${name}.${tag}.mustache`,
        minify: false,
        chunks,
        scriptLoading: 'defer',
      }),
  );

/** Without a match nothing is replaced, and the build exceeds its budget. */
const replace = (resource, name) =>
  new webpack.NormalModuleReplacementPlugin(
    resource,
    path.join(folder, `src/tab/boot/replacements/${name}.js`),
  );

/** What the server tells people outside of the tab, in all languages. */
class NoticeWords {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('NoticeWords', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'NoticeWords', stage }, () => {
        const words = languages.map((tag) => [
          tag,
          JSON.parse(readFileSync(path.join(folder, 'src/tab/i18n', tag, 'notices.json'), 'utf8')),
        ]);
        const source = new webpack.sources.RawSource(JSON.stringify(Object.fromEntries(words)));
        compilation.emitAsset('notices.json', source);
      });
    });
  }
}

/** Bytes of brotli that a part of the page may cost; the build fails above that. */
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

/** Styles become a stylesheet at build time: ours, and those of Fluent's components. */
const styleRules = [
  {
    test: /\.(js|tsx?)$/,
    include: [path.join(folder, 'src/tab'), /[\\/]node_modules[\\/]@fluentui[\\/]/],
    use: { loader: GriffelCSSExtractionPlugin.loader },
  },
  { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
];

const productionPlugins = () => [
  new Budget({ 'tab.js': 21_900, 'page.js': 69_400, 'griffel.css': 12_100, 'auth.js': 2_800 }),
  new UsedTokens(),
  // Griffel puts its rules in order itself.
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

/**
 * @param {boolean} isDevelopment The same page, built fast: styles at run time, not minified, not compressed, no budget.
 */
export const createConfig = (isDevelopment) => ({
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
    // Each digit of each file is half a byte of the first script.
    hashDigestLength: 6,
    clean: true,
  },
  resolve: {
    extensions: ['.ts', '.tsx', '.js'],
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
  },
  module: {
    // A replacement must export all that is imported from it.
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
        // Two lines for a log that is switched off. For the first, the browser reads all that it knows of dates and languages,
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
          template: 'src/tab/pages/tabTemplate.ts',
          templateParameters: { tag },
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
    new NoticeWords(),
    replace(fluentTokens, 'fluentTokens'),
    replace(debugPackage, 'silentDebug'),
    ...(isDevelopment ? [] : productionPlugins()),
  ],
  // What a page needs arrives in one file: it compresses better than in pieces, and costs one round trip. Only what is large
  // is not sent twice.
  optimization: {
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
