import { renderToStaticMarkup } from 'react-dom/server';
import type { LanguageTag } from '../../contract/languages.js';
import { pages as paths } from '../../contract/paths.js';
import type { StandaloneMessages } from '../i18n/messages.js';
import { toSignInEnds } from './authPage.js';
import { appName, Layout } from './Layout.js';
import { createPartials } from './partials.js';

const pathOf = { home: paths.home, privacy: paths.privacy, terms: paths.terms, auth: paths.authEnd };

export type PageName = keyof typeof pathOf;

/** Renders one page in one language at build time. html-webpack-plugin requires a default export. */
export default async function template({
  name,
  tag,
}: {
  readonly name: PageName;
  readonly tag: LanguageTag;
}): Promise<string> {
  const { default: words } = (await import(/* webpackMode: "eager" */ `../i18n/${tag}/standalone.json`)) as {
    readonly default: StandaloneMessages;
  };
  const partials = createPartials(words, await readPage(tag, 'contact'));
  const content = expand(await readPage(tag, name), partials);
  const page = (
    <Layout
      words={words}
      tag={tag}
      title={name === 'home' ? appName : `${name === 'auth' ? words.auth.title : words[name]} · ${appName}`}
      path={pathOf[name]}
      content={name === 'auth' ? toSignInEnds(content, words) : content}
    />
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

/** Returns the HTML of a Markdown file. The server's name reads from left to right in every language. */
async function readPage(tag: LanguageTag, name: PageName | 'contact'): Promise<string> {
  const { default: html } = (await import(/* webpackMode: "eager" */ `../i18n/${tag}/pages/${name}.md`)) as {
    readonly default: string;
  };
  return html.replaceAll('{{host}}', '\u2068{{host}}\u2069');
}

/** Replaces each `{{> name}}` tag with its partial. */
const expand = (html: string, partials: Readonly<Record<string, string>>): string =>
  html.replace(/\{\{> (\w+)\}\}/g, (tag, name: string) => {
    const partial = partials[name];
    if (partial === undefined) throw new Error(`No page has a part for ${tag}.`);
    return expand(partial, partials);
  });
