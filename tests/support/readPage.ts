import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageTag } from '../../src/contract/languages.js';

/** A paragraph, list item or heading of a standalone page, or a Mustache tag in a paragraph of its own. */
export type Block = {
  /** The id of the last heading that has one. */
  readonly section: string;
  /** The conditions around it, such as `#notices` and `^notices.areWatched`. */
  readonly conditions: readonly string[];
  /** `#`, `##`, `-` and so on as in Markdown, `{{` for a tag, empty for a paragraph. */
  readonly kind: string;
  readonly text: string;
};

export const pageNames = ['home', 'privacy', 'terms', 'auth', 'contact'] as const;

/** The Markdown of a standalone page, block by block. */
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

/** What a reader can see of it. */
export const textsOf = (blocks: readonly Block[]): Block[] => blocks.filter(({ kind }) => kind !== '{{');
