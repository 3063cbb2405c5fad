import { languages, type LanguageTag } from '../../contract/languages.js';
import type { FirstMessages } from '../i18n/en/first.js';
import type { PagesText } from '../i18n/PagesText.js';
import html from './tab.html';

/**
 * Writes the page that Teams frames in one language, while webpack builds: until the host has said which it speaks, the
 * skeleton speaks the browser's. A default export, since html-webpack-plugin takes no other.
 */
export default async function template({ tag }: { readonly tag: LanguageTag }): Promise<string> {
  const { first } = (await import(/* webpackMode: "eager" */ `../i18n/${tag}/first.ts`)) as {
    readonly first: FirstMessages;
  };
  const { pages } = (await import(/* webpackMode: "eager" */ `../i18n/${tag}/pages.ts`)) as {
    readonly pages: PagesText;
  };
  const words: Readonly<Record<string, string>> = {
    tag,
    direction: languages.find((language) => language.tag === tag)?.direction ?? 'ltr',
    loading: first.loading,
    needsScript: pages.consent.needsScript,
  };
  return html.replace(/\{\{(\w+)\}\}/g, (_, name: string) => words[name] ?? '');
}
