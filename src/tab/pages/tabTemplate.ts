import { languages, type LanguageTag } from '../../contract/languages.js';
import type { FirstMessages, StandaloneMessages } from '../i18n/messages.js';
import html from './tab.html';

/**
 * Writes the page that Teams frames in one language, while webpack builds: until the host has said which it speaks, the
 * skeleton speaks the browser's. A default export, since html-webpack-plugin takes no other.
 */
export default async function template({ tag }: { readonly tag: LanguageTag }): Promise<string> {
  const { default: first } = (await import(/* webpackMode: "eager" */ `../i18n/${tag}/first.json`)) as {
    readonly default: FirstMessages;
  };
  const { default: standalone } = (await import(
    /* webpackMode: "eager" */ `../i18n/${tag}/standalone.json`
  )) as { readonly default: StandaloneMessages };
  const words: Readonly<Record<string, string>> = {
    tag,
    direction: languages.find((language) => language.tag === tag)?.direction ?? 'ltr',
    loading: first.loading,
    needsScript: standalone.auth.needsScript,
  };
  return html.replace(/\{\{(\w+)\}\}/g, (_, name: string) => words[name] ?? '');
}
