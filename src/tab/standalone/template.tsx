import { renderToStaticMarkup } from 'react-dom/server';
import { languages, type LanguageTag } from '../../contract/languages.js';
import { pages as paths } from '../../contract/paths.js';
import type { FirstMessages, StandaloneMessages } from '../i18n/messages.js';
import { toSignInEnds } from './authPage.js';
import frame from './page.html';
import { createPartials } from './partials.js';
import tab from './tab.html';

const pathOf = { home: paths.home, privacy: paths.privacy, terms: paths.terms, auth: paths.authEnd };

export type PageName = keyof typeof pathOf;

const appName = 'Call Delegates';

/**
 * Renders one page in one language at build time. The tab's page has a skeleton in the browser's language, which the tab
 * uses until the host reports one. html-webpack-plugin requires a default export.
 */
export default async function template({
  name,
  tag,
}: {
  readonly name: PageName | 'tab';
  readonly tag: LanguageTag;
}): Promise<string> {
  const words = await read<StandaloneMessages>(tag, 'standalone.json');
  const direction = languages.find((language) => language.tag === tag)?.direction ?? 'ltr';
  if (name === 'tab') {
    const { loading } = await read<FirstMessages>(tag, 'first.json');
    return expand(tab, { tag, direction, loading, needsScript: words.auth.needsScript });
  }
  const content = expand(await readPage(tag, name), createPartials(words, await readPage(tag, 'contact')));
  const title = name === 'auth' ? words.auth.title : words[name];
  return expand(frame, {
    tag,
    direction,
    title: renderToStaticMarkup(name === 'home' ? appName : `${title} · ${appName}`),
    home: inLanguage(paths.home, tag),
    content: name === 'auth' ? toSignInEnds(content, words) : content,
    links: renderToStaticMarkup(<Links words={words} tag={tag} path={pathOf[name]} />),
  });
}

/** Returns the HTML of a Markdown file. The server's name reads from left to right in every language. */
const readPage = async (tag: LanguageTag, name: PageName | 'contact'): Promise<string> =>
  (await read<string>(tag, `pages/${name}.md`)).replaceAll('{{host}}', '\u2068{{host}}\u2069');

/** Returns the content of a language's file, as webpack's loaders compile it. */
async function read<Content>(tag: LanguageTag, file: string): Promise<Content> {
  const { default: content } = (await import(/* webpackMode: "eager" */ `../i18n/${tag}/${file}`)) as {
    readonly default: Content;
  };
  return content;
}

/** Replaces each `{{> name}}` tag with its partial. */
const expand = (html: string, partials: Readonly<Record<string, string>>): string =>
  html.replace(/\{\{> (\w+)\}\}/g, (tag, name: string) => {
    const partial = partials[name];
    if (partial === undefined) throw new Error(`No page has a part for ${tag}.`);
    return expand(partial, partials);
  });

type LinksProps = {
  readonly words: StandaloneMessages;
  readonly tag: LanguageTag;
  /** Path of this page, for the links to its other languages. */
  readonly path: string;
};

const Links = ({ words, tag, path }: LinksProps) => (
  <>
    <nav aria-label={words.pages}>
      <ul>
        {(['home', 'privacy', 'terms'] as const).map((name) => (
          <li key={name}>
            <a href={inLanguage(paths[name], tag)} aria-current={paths[name] === path ? 'page' : undefined}>
              {words[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <nav aria-label={words.languages}>
      <ul>
        {languages.map((language) => (
          <li key={language.tag}>
            <a
              href={inLanguage(path, language.tag)}
              lang={language.tag}
              hrefLang={language.tag}
              dir={language.direction}
              aria-current={language.tag === tag ? 'true' : undefined}
            >
              {language.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </>
);

const inLanguage = (path: string, tag: LanguageTag): string => `${path}?lang=${tag}`;
