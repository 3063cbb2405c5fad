import { languages, type LanguageTag } from '../../contract/languages.js';
import { pages as paths } from '../../contract/paths.js';
import type { StandaloneMessages } from '../i18n/messages.js';
import { style } from './style.js';

export const appName = 'Call Delegates';

type LayoutProps = {
  readonly words: StandaloneMessages;
  readonly tag: LanguageTag;
  readonly title: string;
  /** Path of this page, for the links to its other languages. */
  readonly path: string;
  /** HTML of the main part. */
  readonly content: string;
};

/** Frame of every standalone page, with links to the other pages and languages. */
export function Layout({ words, tag, title, path, content }: LayoutProps) {
  const links = [
    { to: paths.home, label: words.home },
    { to: paths.privacy, label: words.privacy },
    { to: paths.terms, label: words.terms },
  ];
  return (
    <html lang={tag} dir={languages.find((language) => language.tag === tag)?.direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          <a href={inLanguage(paths.home, tag)}>
            <Logo />
            <bdi>{appName}</bdi>
          </a>
        </header>
        <main dangerouslySetInnerHTML={{ __html: content }} />
        <footer>
          <nav aria-label={words.pages}>
            <ul>
              {links.map(({ to, label }) => (
                <li key={to}>
                  <a href={inLanguage(to, tag)} aria-current={to === path ? 'page' : undefined}>
                    {label}
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
        </footer>
      </body>
    </html>
  );
}

const inLanguage = (path: string, tag: LanguageTag): string => `${path}?lang=${tag}`;

function Logo() {
  return (
    <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
      <path fill="#4f52b2" d="M0 0h32v32H0z" />
      <g fill="none" stroke="#fff" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M9.6 10.2l1.6-.9c.7-.4 1.5-.1 1.8.6l1 2.3c.3.6.1 1.2-.3 1.6l-1.2 1.2c.8 1.7 2 3 3.7 3.9l1.2-1.1c.5-.5 1.1-.6 1.7-.3l2.2 1.1c.7.4 1 1.2.6 1.9l-.9 1.5c-.4.7-1.2 1-2 .8-5-1.2-9-5.4-10.2-10.6-.2-.8.1-1.6.8-2z" />
        <path d="M18 11.6l1.9 1.9 3.6-3.8" />
      </g>
    </svg>
  );
}
