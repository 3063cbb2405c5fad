import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageTag } from '../../src/contract/languages.js';

/** A paragraph, list item or heading of a standalone page, or a Mustache tag on a separate line. */
export type Block = {
  /** Id of the last heading with an id. */
  readonly section: string;
  /** Enclosing Mustache sections, such as `#notifications` and `^notifications.areWatched`. */
  readonly conditions: readonly string[];
  /** Markdown marker such as `#`, `##` or `-`, `{{` for a tag, empty for a paragraph. */
  readonly kind: string;
  readonly text: string;
};

export const pageNames = ['home', 'privacy', 'terms', 'auth', 'contact'] as const;

/** Reads the Markdown of a standalone page as blocks. */
export function readPage(tag: LanguageTag, name: (typeof pageNames)[number]): readonly Block[] {
  const markdown = readFileSync(join('src/tab/i18n', tag, 'pages', `${name}.md`), 'utf8').trim();
  const conditions: string[] = [];
  let section = '';
  return markdown.split(/\n\n|\n(?=-|\d)/).map((source) => {
    const [, kind = '', rest = ''] = /^((?:#+|-|\d+\.)(?= )|\{\{(?=[#^/>])|)\s*([^]*)$/.exec(source) ?? [];
    const [, text = '', id] = /^([^]*?)(?: \{#([\w-]+)\})?$/.exec(rest) ?? [];
    section = id ?? section;
    const [, condition] = /^([#^][\w.]+)\}\}$/.exec(kind === '{{' ? text : '') ?? [];
    if (kind === '{{' && text.startsWith('/')) conditions.pop();
    const block = { section, conditions: [...conditions], kind, text };
    if (condition !== undefined) conditions.push(condition);
    return block;
  });
}

/** Returns the visible blocks. */
export const textsOf = (blocks: readonly Block[]): Block[] => blocks.filter(({ kind }) => kind !== '{{');
