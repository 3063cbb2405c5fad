import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants } from 'node:zlib';
import CompressionPlugin from 'compression-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';

const folder = path.dirname(fileURLToPath(import.meta.url));

/** A page of `src/tab/pages`, with the scripts of its entry, if it has one. */
const page = (name, chunks = []) =>
  new HtmlWebpackPlugin({
    template: `src/tab/pages/${name}.html`,
    filename: `${name}.html`,
    chunks,
    scriptLoading: 'defer',
  });

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
        test: /\.tsx?$/,
        use: {
          loader: 'swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
              target: 'es2022',
            },
          },
        },
      },
    ],
  },
  plugins: [
    page('tab', ['tab']),
    page('auth', ['popup']),
    page('home'),
    page('privacy'),
    page('terms'),
    new CompressionPlugin({
      test: /\.(js|css)$/,
      filename: '[path][base].br',
      algorithm: 'brotliCompress',
      compressionOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } },
      minRatio: 1,
    }),
  ],
  performance: false,
  stats: 'errors-warnings',
};
