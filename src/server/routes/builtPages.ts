import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mustache from 'mustache';
import { languages, type LanguageTag } from '../../contract/languages.js';
import { pageConfigElementId, type PageConfig } from '../../contract/pageConfig.js';
import { pages as paths } from '../../contract/paths.js';
import type { Config } from '../config.js';

export type Pages = ReturnType<typeof readPages>;

/** Returns the HTML of a page in a language. */
export type Page = (tag: LanguageTag) => string;

type PageFacts = Pick<
  Config,
  keyof PageConfig | 'teamsAppId' | 'confirmationRetentionDays' | 'notifications' | 'sharedTokenCache'
>;

/** Pages whose script needs the configuration. */
const signInFiles = { [paths.authStart]: 'auth', [paths.authEnd]: 'auth' };
const standaloneFiles = {
  [paths.home]: 'home',
  ...signInFiles,
  [paths.privacy]: 'privacy',
  [paths.terms]: 'terms',
};

/**
 * Reads all built pages. Each is rendered on its first request, because rendering takes longer. Throws if a page has not been
 * built.
 */
export function readPages(folder: string, facts: PageFacts) {
  const config = toPageConfig(facts);
  // They contain no Mustache tags, so their hashes also hold for the rendered page.
  const styles = new Set<string>();
  const read = (toFile: (tag: LanguageTag) => string, fillIn: (text: string, tag: LanguageTag) => string) => {
    const texts = new Map(languages.map(({ tag }) => [tag, readPage(folder, toFile(tag))]));
    for (const text of texts.values())
      for (const [, style = ''] of text.matchAll(/<style>([\s\S]*?)<\/style>/g)) styles.add(style);
    return keepEach((tag) => fillIn(texts.get(tag) ?? '', tag));
  };
  const readStandalone = (path: string, name: string) =>
    read(
      (tag) => `${name}.${tag}.mustache`,
      (text, tag) => {
        const html = mustache.render(text, toView(facts, tag), undefined, { escape: escapeHtml });
        return path in signInFiles ? withConfig(html, config) : html;
      },
    );
  return {
    /** Folder of the files with a hash in their name. */
    assetsFolder: join(folder, 'assets'),
    tab: read(
      (tag) => `tab.${tag}.html`,
      (text) => withConfig(text, config),
    ),
    /** Pages outside the tab, by path. */
    standalone: new Map(
      Object.entries(standaloneFiles).map(([path, name]) => [path, readStandalone(path, name)]),
    ),
    /** CSP sources of the inline styles in all pages, which have been read by now. */
    styleHashes: [...styles].map(
      (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    ),
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

function toPageConfig(facts: PageFacts): PageConfig {
  const { clientId, tenantId, tabEndpoint, authorityHost, graphEndpoint, hostOrigins, supportContact } =
    facts;
  const config = { clientId, tenantId, tabEndpoint, authorityHost, graphEndpoint, hostOrigins };
  return supportContact === undefined ? config : { ...config, supportContact };
}

function withConfig(html: string, config: PageConfig): string {
  // `</script>` in a value would end the element.
  const json = JSON.stringify(config).replaceAll('<', String.raw`\u003c`);
  const element = `<script type="application/json" id="${pageConfigElementId}">${json}</script>`;
  return html.replace('</head>', () => `${element}</head>`);
}

/** Mustache's default also escapes slashes, which makes URLs unreadable in the page source. */
export const escapeHtml = (text: unknown): string =>
  String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function toView(facts: PageFacts, tag: LanguageTag): object {
  const { supportContact, teamsAppId, confirmationRetentionDays, notifications } = facts;
  return {
    host: new URL(facts.tabEndpoint).host,
    sharesTokens: facts.sharedTokenCache !== undefined,
    days: {
      [new Intl.PluralRules(tag).select(confirmationRetentionDays)]: true,
      count: new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).format(confirmationRetentionDays),
    },
    ...(notifications !== undefined && {
      notifications: {
        remind: notifications.reminderDays > 0,
        areWatched: notifications.watchIntervalMinutes > 0,
      },
    }),
    ...(supportContact !== undefined && {
      support: { ...supportContact, isWebsite: !supportContact.href.startsWith('mailto:') },
    }),
    ...(teamsAppId !== undefined && { teamsAppUrl: `https://teams.microsoft.com/l/app/${teamsAppId}` }),
  };
}
