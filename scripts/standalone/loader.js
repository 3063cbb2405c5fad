import { Marked } from 'marked';

/** Matches `{{#condition}}`, `{{^condition}}`, `{{/condition}}` or `{{> partial}}`. */
const tag = /^\{\{[#^/>] ?[\w.]+\}\}$/;

const marked = new Marked({
  renderer: {
    /** Supports `## Text {#id}`, so that a heading has the same id in every language. */
    heading({ tokens, depth }) {
      const [, text, id] = /^(.*?)(?: \{#([\w-]+)\})?$/s.exec(this.parser.parseInline(tokens)) ?? [];
      return `<h${depth}${id === undefined ? '' : ` id="${id}"`}>${text}</h${depth}>\n`;
    },
    /** Leaves a Mustache tag that is alone in a paragraph without a `<p>` element. */
    paragraph({ tokens, text }) {
      return tag.test(text) ? `${text}\n` : `<p>${this.parser.parseInline(tokens)}</p>\n`;
    },
  },
});

/**
 * Renders a page in `src/tab/i18n/{tag}/pages/` for webpack, which requires a default export. Mustache tags
 * remain for the server.
 * @param {string} markdown
 */
export default function markdownLoader(markdown) {
  return `export default ${JSON.stringify(marked.parse(markdown, { async: false }))};`;
}
