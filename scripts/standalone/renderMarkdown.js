import { Marked } from 'marked';

/** `{{#condition}}`, `{{^condition}}`, `{{/condition}}` or `{{> partial}}`. */
const tag = /^\{\{[#^/>] ?[\w.]+\}\}$/;

const marked = new Marked({
  renderer: {
    /** `## Text {#id}` gets an id, which is the same in every language. */
    heading({ tokens, depth }) {
      const [, text, id] = /^(.*?)(?: \{#([\w-]+)\})?$/s.exec(this.parser.parseInline(tokens)) ?? [];
      return `<h${depth}${id === undefined ? '' : ` id="${id}"`}>${text}</h${depth}>\n`;
    },
    /** A Mustache tag in a paragraph of its own is not a paragraph. */
    paragraph({ tokens, text }) {
      return tag.test(text) ? `${text}\n` : `<p>${this.parser.parseInline(tokens)}</p>\n`;
    },
  },
});

/**
 * The HTML of a page in `src/tab/i18n/{tag}/pages/`. Its Mustache tags stay: the server fills them in.
 * @param {string} markdown
 * @returns {string}
 */
export const renderMarkdown = (markdown) => marked.parse(markdown, { async: false });
