import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mustache from 'mustache';
import { languages, type LanguageTag } from '../../contract/languages.js';
import { pageConfigElementId, type PageConfig } from '../../contract/pageConfig.js';
import { pages as paths } from '../../contract/paths.js';

/** The built pages, read once; each is filled in when it is first asked for, since that takes longer than reading all. */
export type Pages = {
  /** Where the hashed files lie. */
  readonly assetsFolder: string;
  readonly tab: Page;
  /** The pages that stand alone, by path. */
  readonly standalone: ReadonlyMap<string, Page>;
  /** CSP sources of the inline styles in them. */
  readonly styleHashes: readonly string[];
};

/** Its HTML in a language. */
export type Page = (tag: LanguageTag) => string;

/** What the pages tell people of this server. */
export type PageFacts = {
  /** Where people get help: a mail address or a website; undefined: the administrator knows. */
  readonly supportContact: { readonly text: string; readonly href: string } | undefined;
  /** The id under which Teams knows the app. */
  readonly teamsAppId: string | undefined;
  readonly confirmationRetentionDays: number;
  /** Undefined: it tells nobody of changes. 0 days: it reminds nobody; 0 minutes: it does not read in the background. */
  readonly notices: { readonly reminderDays: number; readonly watchIntervalMinutes: number } | undefined;
  /** Exchanged tokens are kept in Redis too. */
  readonly sharesTokens: boolean;
  /** The server's public origin. */
  readonly tabEndpoint: string;
};

const standaloneFiles: Readonly<Record<string, string>> = {
  [paths.home]: 'home',
  [paths.authStart]: 'auth',
  [paths.authEnd]: 'auth',
  [paths.privacy]: 'privacy',
  [paths.terms]: 'terms',
};

/** Pages with a script, which needs the configuration. */
const pagesWithScript: ReadonlySet<string> = new Set([paths.authStart, paths.authEnd]);

/** Throws when they were not built. */
export function readPages(folder: string, config: PageConfig, facts: PageFacts): Pages {
  const styles = new Set<string>();
  const read = (toFile: (tag: LanguageTag) => string, fillIn: (text: string, tag: LanguageTag) => string) => {
    const texts = new Map(languages.map(({ tag }) => [tag, readPage(folder, toFile(tag))]));
    for (const text of texts.values()) for (const style of toStyles(text)) styles.add(style);
    return keepEach((tag) => fillIn(texts.get(tag) ?? '', tag));
  };
  const tab = read(
    (tag) => `tab.${tag}.html`,
    (text) => withConfig(text, config),
  );
  const standalone = new Map<string, Page>();
  for (const [path, name] of Object.entries(standaloneFiles)) {
    const page = read(
      (tag) => `${name}.${tag}.mustache`,
      (text, tag) => {
        const html = mustache.render(text, toView(facts, tag), undefined, { escape });
        return pagesWithScript.has(path) ? withConfig(html, config) : html;
      },
    );
    standalone.set(path, page);
  }
  return {
    assetsFolder: join(folder, 'assets'),
    tab,
    standalone,
    styleHashes: [...styles].map(toStyleHash),
  };
}

function readPage(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (cause) {
    throw new Error(`${join(folder, file)} is missing: run "npm run build" first.`, { cause });
  }
}

function keepEach(make: Page): Page {
  const made = new Map<LanguageTag, string>();
  return (tag) => {
    const html = made.get(tag) ?? make(tag);
    made.set(tag, html);
    return html;
  };
}

function withConfig(html: string, config: PageConfig): string {
  // `<` could end the element early.
  const json = JSON.stringify(config).replaceAll('<', String.raw`\u003c`);
  const element = `<script type="application/json" id="${pageConfigElementId}">${json}</script>`;
  return html.replace('</head>', () => `${element}</head>`);
}

/** Mustache's own would take the slashes too, which makes addresses unreadable in the source. */
const escape = (text: unknown): string =>
  String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** What the Mustache tags in a page stand for. */
function toView(facts: PageFacts, tag: LanguageTag): object {
  const { supportContact, teamsAppId, confirmationRetentionDays, notices } = facts;
  return {
    host: new URL(facts.tabEndpoint).host,
    sharesTokens: facts.sharesTokens,
    days: {
      [new Intl.PluralRules(tag).select(confirmationRetentionDays)]: true,
      count: new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).format(confirmationRetentionDays),
    },
    ...(notices !== undefined && {
      notices: { remind: notices.reminderDays > 0, areWatched: notices.watchIntervalMinutes > 0 },
    }),
    ...(supportContact !== undefined && {
      support: { ...supportContact, isWebsite: !supportContact.href.startsWith('mailto:') },
    }),
    ...(teamsAppId !== undefined && { teamsAppUrl: `https://teams.microsoft.com/l/app/${teamsAppId}` }),
  };
}

/** No Mustache tag stands in them, so they are what the page will hold. */
const toStyles = (text: string): string[] =>
  [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style]) => style ?? '');

const toStyleHash = (style: string): string =>
  `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
