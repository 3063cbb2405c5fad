import config from '../../../webpack.config.js';

/** The same page as one script for each entry: what it is compared with. */
export default {
  ...config,
  module: { ...config.module, parser: { javascript: { dynamicImportMode: 'eager' } } },
};
