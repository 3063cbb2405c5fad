import HtmlWebpackPlugin from 'html-webpack-plugin';
import config, { Budget, ExpectModules } from '../../../webpack.config.js';

/** In place of the tab: bare HTML, which can be painted at once, and one script. */
export default {
  ...config,
  entry: { ...config.entry, tab: './src/tools/bench/floor.js' },
  plugins: config.plugins
    .filter((plugin) => !(plugin instanceof Budget) && !(plugin instanceof ExpectModules))
    .map((plugin) => (isTab(plugin) ? new HtmlWebpackPlugin(toBare(plugin.userOptions)) : plugin)),
};

function isTab(plugin) {
  return plugin instanceof HtmlWebpackPlugin && plugin.userOptions.chunks.includes('tab');
}

function toBare({ filename, chunks, scriptLoading }) {
  const templateContent = '<!doctype html><head></head><body><div id="root">Loading…</div></body>';
  return { filename, chunks, scriptLoading, templateContent };
}
