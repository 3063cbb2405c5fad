import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, type Frame, type FrameLocator, type Page, type Route } from '@playwright/test';
import { languages } from '../../src/contract/languages.js';
import { problemContentType, type ProblemCode } from '../../src/contract/problem.js';
import { problems } from '../../src/server/Problem.js';
import { readMessages } from '../support/readMessages.js';
import { pinFont, type Font } from './fonts.js';
import { tabOf } from './tab.js';
import { withSandbox, type Sandbox } from './withSandbox.js';

export type Look = {
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly locale?: string;
  readonly width?: 'desktop' | 'tablet' | 'phone' | 'iphone';
  readonly host?: 'TeamsModern' | 'Outlook' | 'Office';
  readonly subPageId?: string;
  /** Calling capability that the host reports. */
  readonly calling?: 'allowed' | 'forbidden' | 'silent';
  /** `draft`: the host shows the draft in its region "Draft". */
  readonly chat?: 'draft' | 'refuses' | 'none';
  readonly mail?: 'draft' | 'none';
  /** Result of a notification's delivery. */
  readonly notifications?: 'arrive' | 'notInstalled' | 'twice' | 'notPermitted' | 'muted';
  /**
   * Faults of the host's answers: `slow:` or `never:` with `initialize`, `getContext` or `getAuthToken`; `refuse:` with any
   * reason of `getAuthToken`. A refusal of the kind "needs sign-in" ends when the user accepts the host's dialog.
   */
  readonly answers?:
    'normal' | `${'slow' | 'never'}:${'initialize' | 'getContext' | 'getAuthToken'}` | `refuse:${string}`;
  /** Delay of a slow answer. Default 20. */
  readonly seconds?: string;
  /** Requests that are refused before the host returns a token. Default: all. */
  readonly refusals?: string;
  /** `coop`: loses its opener at the identity provider. `external`: the default browser, and `authenticate` never settles. */
  readonly window?: 'opener' | 'coop' | 'external' | 'blocked';
  /** Nested App Authentication. `unregistered`: the app registration lacks the redirect URI `brk-multihub://…`. */
  readonly bridge?: 'on' | 'off' | 'unregistered';
  /** Seconds without any result until the error page of Teams replaces the tab. Default 30. */
  readonly loadingSeconds?: string;
};

type Fixtures = {
  /** Opens the host with a user signed in (by alias). Neither resets the tenant nor waits for the tab. */
  readonly openHost: (alias: string, look?: Look) => Promise<FrameLocator>;
  /** Resets the tenant, opens the host, and returns the tab's frame once it shows content. */
  readonly openAs: (alias: string, look?: Look) => Promise<FrameLocator>;
  /** Unexpected messages on the console. */
  readonly complaints: string[];
  readonly font: Font;
};

type WorkerFixtures = { readonly sandbox: Sandbox };

/** Console messages of a failed request for Microsoft's list of hosts, and of an error response. */
const expected = [
  /validDomains/,
  /ERR_NAME_NOT_RESOLVED/,
  /ERR_INTERNET_DISCONNECTED/,
  /ERR_CONNECTION_RESET/,
  /the server responded with a status of/,
];

export const test = base.extend<Fixtures, WorkerFixtures>({
  // Playwright requires the pattern.
  // eslint-disable-next-line no-empty-pattern
  sandbox: [async ({}, use) => withSandbox(use), { scope: 'worker', timeout: 60_000 }],
  font: ['usual', { option: true }],
  context: async ({ context, font }, use) => {
    await pinFont(context, font);
    await use(context);
  },
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    const add = (text: string) => {
      if (!expected.some((pattern) => pattern.test(text))) complaints.push(text);
    };
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') add(message.text());
    });
    page.on('pageerror', (error) => add(String(error)));
    await use(complaints);
    base.expect(complaints).toEqual([]);
  },
  openHost: async ({ page, sandbox }, use) => {
    await use(async (alias, look) => {
      await page.goto(sandbox.toHostUrl(alias, look));
      return page.frameLocator('#tab');
    });
  },
  openAs: async ({ page, sandbox, openHost, complaints }, use) => {
    base.expect(complaints).toEqual([]);
    await use(async (alias, look) => {
      await sandbox.reset();
      const tab = await openHost(alias, look);
      await page.locator('body[data-tab-state]').waitFor({ timeout: 30_000 });
      return tab;
    });
  },
});

export const { expect } = base;

/** Holds back requests until the returned function is called. */
export async function holdBack(
  page: Page,
  url: string | RegExp,
  act: (route: Route) => Promise<void> = (route) => route.continue(),
): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(url, async (route) => {
    await released;
    await act(route);
  });
  return release;
}

/** Intercepts each script that contains the given text. */
export async function insteadOf(page: Page, words: string, act: (route: Route) => unknown): Promise<void> {
  await page.route(/\/assets\/\d+\.\w+\.js$/, async (route) => {
    const answer = await route.fetch();
    await ((await answer.text()).includes(words) ? act(route) : route.fulfill({ response: answer }));
  });
}

/** Answers a request with a problem, like the server. */
export const refuseWith =
  (code: ProblemCode, more: object = {}) =>
  async (route: Route) => {
    await route.fulfill({
      status: problems[code][0],
      contentType: problemContentType,
      body: JSON.stringify({ code, correlationId: randomUUID(), ...more }),
    });
  };

const externalMarks = languages.flatMap(({ tag }) => {
  const { later, standalone } = readMessages(tag);
  return [later.manage.newWindow, standalone.otherWebsite];
});

/** Returns the links of a document that leave the site or the window and are not marked as such. */
export const unmarkedLinks = (frame: Frame): Promise<string[]> =>
  frame.evaluate(
    (marks) =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
        .filter(({ href, target }) => target === '_blank' || !href.startsWith(`${location.origin}/`))
        // Mail links have an icon or show the address. Teams opens links into Teams itself.
        .filter(
          (link) =>
            !(link.protocol === 'mailto:' && (link.querySelector('svg') ?? link.textContent.includes('@'))),
        )
        .filter(({ href }) => !href.startsWith('https://teams.microsoft.com/l/'))
        .filter(
          (link) =>
            link.querySelector('svg, [aria-hidden]') === null ||
            !marks.some((mark) => link.textContent.includes(mark)),
        )
        .map(({ outerHTML }) => `external link without a mark: ${outerHTML}`),
    externalMarks,
  );

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The rules of axe-core whose result depends on the theme. */
const colorRules = ['color-contrast', 'link-in-text-block'];

/** The rules of axe-core whose result depends on the language. */
export const languageRules = [
  'aria-command-name',
  'aria-input-field-name',
  'button-name',
  'html-has-lang',
  'html-lang-valid',
  'label',
  'link-name',
  'summary-name',
  'valid-lang',
];

/**
 * Returns the violations that axe-core finds in the tab, and its external links without a mark. Excludes Tabster's focus dummies.
 * @param rules Default: all.
 */
export async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  const frame = tabOf(page);
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(readFileSync(axePath, 'utf8'));
  // Wait for the colour transition after a change of theme.
  await frame.evaluate(async () => {
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
  const violations = await frame.evaluate(async (runOnly) => {
    type Axe = {
      run: (
        context: object,
        options: object,
      ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
    const { axe } = globalThis as unknown as { axe: Axe };
    const options = { resultTypes: ['violations'], preload: false, ...(runOnly && { runOnly }) };
    const { violations } = await axe.run({ exclude: [['[data-tabster-dummy]']] }, options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }, rules);
  return [...violations, ...(await unmarkedLinks(frame))];
}

/** Returns all violations in the default theme, in which it ends, and those of color in the other themes. */
export async function findingsInAllThemes(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const theme of ['contrast', 'dark', 'default']) {
    await page.getByLabel('Theme').selectOption(theme);
    await page.frameLocator('#tab').locator(`html[data-theme="${theme}"]`).waitFor();
    const found = await findings(page, theme === 'default' ? undefined : colorRules);
    all.push(...found.map((finding) => `${theme}: ${finding}`));
  }
  return all;
}
