import { languages, type LanguageTag } from '../../contract/languages.js';
import type { FirstMessages, StandaloneMessages } from '../i18n/messages.js';
import html from './tab.html';

/**
 * Renders the tab's page in one language at build time. The skeleton uses the browser's language until the host
 * reports one. html-webpack-plugin requires a default export.
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
