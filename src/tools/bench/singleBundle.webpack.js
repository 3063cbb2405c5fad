import webpack from 'webpack';
import config from '../../../webpack.config.js';

/** The same page as one script for each entry: what it is compared with. */
export default {
  ...config,
  optimization: { splitChunks: false },
  plugins: [...config.plugins, new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
};
