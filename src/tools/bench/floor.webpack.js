import HtmlWebpackPlugin from 'html-webpack-plugin';
import config, { Budget, ExpectModules } from '../../../webpack.config.js';
import { UsedTokens } from '../../tab/host/themes/UsedTokens.js';

/** What holds only of the whole page. */
const ofThePage = [Budget, ExpectModules, UsedTokens];

/** In place of the tab: bare HTML, which can be painted at once, and one script. */
export default {
  ...config,
  entry: { ...config.entry, tab: './src/tools/bench/floor.js' },
  plugins: config.plugins
    .filter((plugin) => !ofThePage.some((kind) => plugin instanceof kind))
    .map((plugin) => (isTab(plugin) ? new HtmlWebpackPlugin(toBare(plugin.userOptions)) : plugin)),
};

function isTab(plugin) {
  return plugin instanceof HtmlWebpackPlugin && plugin.userOptions.chunks.includes('tab');
}

function toBare({ filename, chunks, scriptLoading }) {
  const templateContent = '<!doctype html><head></head><body><div id="root">Loading…</div></body>';
  return { filename, chunks, scriptLoading, templateContent };
}
