import { renderMarkdown } from './renderMarkdown.js';

/**
 * Renders Markdown for webpack. A default export, since webpack takes no other.
 * @param {string} source
 */
export default function markdownLoader(source) {
  return `export default ${JSON.stringify(renderMarkdown(source))};`;
}
