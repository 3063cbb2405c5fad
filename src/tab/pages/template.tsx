import { renderToStaticMarkup } from 'react-dom/server';
import type { LanguageTag } from '../../contract/languages.js';
import type { PagesText } from '../i18n/PagesText.js';
import { AuthPage } from './AuthPage.js';
import { HomePage } from './HomePage.js';
import { PrivacyPage } from './PrivacyPage.js';
import { TermsPage } from './TermsPage.js';

const pageOf = { home: HomePage, privacy: PrivacyPage, terms: TermsPage, auth: AuthPage };

export type PageName = keyof typeof pageOf;

/** Writes one page in one language, while webpack builds. A default export, since html-webpack-plugin takes no other. */
export default async function template({
  name,
  tag,
}: {
  readonly name: PageName;
  readonly tag: LanguageTag;
}): Promise<string> {
  const { pages: text } = (await import(/* webpackMode: "eager" */ `../i18n/${tag}/pages.ts`)) as {
    readonly pages: PagesText;
  };
  const Page = pageOf[name];
  return `<!doctype html>${renderToStaticMarkup(<Page text={text} tag={tag} />)}`;
}
