import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, type FrameLocator, type Page } from '@playwright/test';
import { pinFont, type Font } from './fonts.js';
import { startSandbox } from './startSandbox.js';

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
  /** Opens the host with a user signed in (by alias). Returns the tab's frame once it shows content. */
  readonly openAs: (alias: string, look?: Look) => Promise<FrameLocator>;
  /** Unexpected messages on the console. */
  readonly complaints: string[];
  readonly font: Font;
};

type WorkerFixtures = {
  readonly sandboxUrl: string;
  /** `off`: the server sends no notifications. */
  readonly notifications: 'on' | 'off';
};

/** Console messages of a failed request for Microsoft's list of hosts, and of an error response. */
const expected = [
  /validDomains/,
  /ERR_NAME_NOT_RESOLVED/,
  /ERR_INTERNET_DISCONNECTED/,
  /ERR_CONNECTION_RESET/,
  /the server responded with a status of/,
];

export const test = base.extend<Fixtures, WorkerFixtures>({
  notifications: ['on', { option: true, scope: 'worker' }],
  sandboxUrl: [
    async ({ notifications }, use) => {
      const sandbox = await startSandbox({ NOTIFICATIONS: notifications });
      await use(sandbox.url);
      await sandbox.stop();
    },
    { scope: 'worker' },
  ],
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
    page.on('pageerror', (error) => {
      add(String(error));
    });
    await use(complaints);
    base.expect(complaints).toEqual([]);
  },
  openAs: async ({ page, sandboxUrl, complaints }, use) => {
    base.expect(complaints).toEqual([]);
    await use(async (alias, look = {}) => {
      await page.request.post(`${sandboxUrl}reset`);
      const answer = await page.request.get(`${sandboxUrl}tenant.json`);
      const { people } = (await answer.json()) as { people: { id: string; alias: string }[] };
      const user = people.find((person) => person.alias === alias)?.id ?? '';
      await page.goto(`${sandboxUrl}?${new URLSearchParams({ user, ...look }).toString()}`);
      await page.locator('body[data-tab-state]').waitFor({ timeout: 30_000 });
      return page.frameLocator('#tab');
    });
  },
});

export const { expect } = base;

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The rules of axe-core whose result depends on the theme. */
const colorRules = ['color-contrast', 'link-in-text-block'];

/**
 * Returns the violations that axe-core finds in the tab. Excludes Tabster's focus dummies.
 * @param rules Default: all.
 */
export async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  const frame = page.frames().find((candidate) => candidate.url().includes('/tab'));
  if (frame === undefined) throw new Error('The tab is not framed.');
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(readFileSync(axePath, 'utf8'));
  // Wait for the colour transition after a change of theme.
  await frame.evaluate(async () => {
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
  return await frame.evaluate(async (runOnly) => {
    type Axe = {
      run: (
        context: object,
        options: object,
      ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
    const { axe } = globalThis as unknown as { axe: Axe };
    const options = { resultTypes: ['violations'], ...(runOnly && { runOnly }) };
    const { violations } = await axe.run({ exclude: [['[data-tabster-dummy]']] }, options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }, rules);
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
