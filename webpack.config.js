import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants } from 'node:zlib';
import { GriffelCSSExtractionPlugin } from '@griffel/webpack-extraction-plugin';
import CompressionPlugin from 'compression-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import webpack from 'webpack';

const folder = path.dirname(fileURLToPath(import.meta.url));

/** A page of `src/tab/pages`, with the scripts of its entry, if it has one. */
const page = (name, chunks = []) =>
  new HtmlWebpackPlugin({
    template: `src/tab/pages/${name}.html`,
    filename: `${name}.html`,
    chunks,
    scriptLoading: 'defer',
  });

/** Puts a file of ours in the place of one that costs more than it is worth on the first screen. */
const inPlaceOf = (resource, name) =>
  new webpack.NormalModuleReplacementPlugin(resource, path.join(folder, `src/tab/host/${name}.js`));

export default {
  mode: 'production',
  devtool: 'source-map',
  entry: {
    tab: './src/tab/bootstrap.ts',
    popup: './src/tab/features/consent/popup.ts',
  },
  output: {
    path: path.join(folder, 'dist', 'tab'),
    filename: 'assets/[name].[contenthash].js',
    publicPath: '/',
    clean: true,
  },
  resolve: {
    extensions: ['.ts', '.tsx', '.js'],
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
  },
  module: {
    rules: [
      {
        // Styles become a stylesheet at build time: ours, and those of Fluent's components.
        test: /\.(js|tsx?)$/,
        include: [path.join(folder, 'src/tab'), /[\\/]node_modules[\\/]@fluentui[\\/]/],
        use: { loader: GriffelCSSExtractionPlugin.loader },
      },
      {
        test: /\.tsx?$/,
        use: [
          { loader: '@griffel/webpack-loader' },
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
        test: /teams-js[\\/].*[\\/]public[\\/]app[\\/]app\.js$/,
        loader: 'string-replace-loader',
        options: {
          search: /,\w+\("teamsjs instance is version[\s\S]*?\}\(\);(?=export)/,
          replace: ';',
          strict: true,
        },
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
    ],
  },
  plugins: [
    page('tab', ['tab']),
    page('auth', ['popup']),
    page('home'),
    page('privacy'),
    page('terms'),
    inPlaceOf(/@fluentui[\\/]tokens[\\/]lib[\\/]tokens\.js$/, 'fluentTokens'),
    inPlaceOf(/teams-js[\\/].*[\\/]debug[\\/]src[\\/]browser\.js$/, 'silentDebug'),
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
  ],
  // What a page needs arrives in one file: it compresses better than in pieces, and costs one round trip. Only what is large
  // is not sent twice.
  optimization: {
    splitChunks: { cacheGroups: { defaultVendors: false, default: { minChunks: 2, minSize: 40_000 } } },
  },
  performance: false,
  stats: 'errors-warnings',
};
