import config, { Budget } from '../../../webpack.config.js';

/** The same page as one script for each entry: what it is compared with. */
export default {
  ...config,
  module: {
    ...config.module,
    parser: { javascript: { ...config.module.parser.javascript, dynamicImportMode: 'eager' } },
  },
  plugins: config.plugins.filter((plugin) => !(plugin instanceof Budget)),
};
