import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mustache from 'mustache';
import { languages, type LanguageTag } from '../../contract/languages.js';
import { pageConfigElementId, type PageConfig } from '../../contract/pageConfig.js';
import { pages as paths } from '../../contract/paths.js';

/** The built pages, read once and filled in, so that serving them costs nothing. */
export type Pages = {
  /** Where the hashed files lie. */
  readonly assetsFolder: string;
  readonly tab: ReadonlyMap<LanguageTag, string>;
  /** The pages that stand alone, by path and language. */
  readonly standalone: ReadonlyMap<string, ReadonlyMap<LanguageTag, string>>;
  /** CSP sources of the inline styles in them. */
  readonly styleHashes: readonly string[];
};

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
export async function readPages(folder: string, config: PageConfig, facts: PageFacts): Promise<Pages> {
  const tab = new Map<LanguageTag, string>();
  for (const { tag } of languages) {
    tab.set(tag, withConfig(await readPage(folder, `tab.${tag}.html`), config));
  }
  const standalone = new Map<string, ReadonlyMap<LanguageTag, string>>();
  for (const [path, name] of Object.entries(standaloneFiles)) {
    const inLanguages = new Map<LanguageTag, string>();
    for (const { tag } of languages) {
      const page = await readPage(folder, `${name}.${tag}.mustache`);
      const html = mustache.render(page, toView(facts, tag), undefined, { escape });
      inLanguages.set(tag, pagesWithScript.has(path) ? withConfig(html, config) : html);
    }
    standalone.set(path, inLanguages);
  }
  const assetsFolder = join(folder, 'assets');
  const all = [tab, ...standalone.values()].flatMap((inLanguages) => [...inLanguages.values()]);
  return {
    assetsFolder,
    tab,
    standalone,
    styleHashes: [...new Set(all.flatMap(toStyleHashes))],
  };
}

async function readPage(folder: string, file: string): Promise<string> {
  try {
    return await readFile(join(folder, file), 'utf8');
  } catch (cause) {
    throw new Error(`${join(folder, file)} is missing: run "npm run build" first.`, { cause });
  }
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

const toStyleHashes = (html: string): string[] =>
  [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, style]) =>
      `'sha256-${createHash('sha256')
        .update(style ?? '')
        .digest('base64')}'`,
  );
