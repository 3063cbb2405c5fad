import { renderMarkdown } from './renderMarkdown.js';

/**
 * Renders Markdown for webpack, which requires a default export.
 * @param {string} source
 */
export default function markdownLoader(source) {
  return `export default ${JSON.stringify(renderMarkdown(source))};`;
}
