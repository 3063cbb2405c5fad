import { randomUUID } from 'node:crypto';
import type { Frame, Page } from '@playwright/test';
import { listNames, type DelegationList, type ListName } from '../../src/contract/delegation.js';
import { confirmationPath, listPath, pages } from '../../src/contract/paths.js';
import type { Sandbox } from '../e2e/withSandbox.js';

/** A page in front of the sandbox with one user signed in. Locates by role, so that it works in every language. */
export type Visit = {
  readonly page: Page;
  readonly sandbox: Sandbox;
  readonly person: string;
  /** Parameters of the Teams window: theme, width, locale. */
  readonly look: Readonly<Record<string, string>>;
};

/** Returns the document of the tab, or of a standalone page. */
export const shownIn = (page: Page): Frame =>
  page.frames().find((frame) => frame !== page.mainFrame() && frame.url().includes('/tab')) ??
  page.mainFrame();

/** Waits until no request is pending and nothing moves. Waits at most five seconds for a pending request. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  await shownIn(page).evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

async function openTab({ page, sandbox, person, look }: Visit, subPageId = ''): Promise<Frame> {
  await page.goto(sandbox.toHostUrl(person, { ...look, ...(subPageId !== '' && { subPageId }) }));
  await page.locator('body[data-tab-state]').waitFor({ timeout: 30_000 });
  await settle(page);
  return shownIn(page);
}

const readList = async ({ sandbox, person }: Visit, list: ListName): Promise<Partial<DelegationList>> =>
  (await (await sandbox.callApi(person, listPath(list))).json()) as Partial<DelegationList>;

/** Confirms both lists, then changes one permission and ends one delegation. */
async function confirmThenChange(visit: Visit): Promise<void> {
  const { sandbox, person } = visit;
  await sandbox.reset();
  for (const list of listNames) {
    const { fingerprint } = await readList(visit, list);
    if (fingerprint !== undefined)
      await sandbox.callApi(person, confirmationPath(list, randomUUID()), 'PUT', { fingerprint });
  }
  await sandbox.change(person, 'right');
  await sandbox.change(person, 'end');
}

type Screen = {
  /** The content depends on the signed-in user. */
  readonly isSignedIn: boolean;
  readonly show: (visit: Visit) => Promise<unknown>;
};

const signedIn = (show: Screen['show']): Screen => ({ isSignedIn: true, show });
const standalone = (path: string): Screen => ({
  isSignedIn: false,
  show: async ({ page, sandbox }) => {
    await page.goto(`${sandbox.tenant.tabEndpoint}${path}`);
    await settle(page);
  },
});

export const screens: Readonly<Record<string, Screen>> = {
  list: signedIn(openTab),
  otherList: signedIn(async (visit) => {
    const other = (await openTab(visit)).locator('[role=tab][aria-selected=false]');
    if ((await other.count()) > 0) await other.first().click();
    await settle(visit.page);
  }),
  details: signedIn(async (visit) => {
    for (const list of listNames) {
      const [first] = (await readList(visit, list)).value ?? [];
      if (first === undefined) continue;
      await openTab(visit, `${list}/${first.id}`);
      return;
    }
  }),
  changes: signedIn(async (visit) => {
    await confirmThenChange(visit);
    await openTab(visit);
  }),
  home: standalone(pages.home),
  privacy: standalone(pages.privacy),
  terms: standalone(pages.terms),
  outside: standalone(pages.tab),
  consented: standalone(`${pages.authEnd}?admin_consent=True&tenant=7c1f6d0e-52a4-4b8e-9a53-0d4f8c2b6e11`),
  refused: standalone(`${pages.authEnd}?error=access_denied&admin_consent=True`),
};

/**
 * Opens each button and disclosure of a screen in turn, except those of single rows.
 * @param show restores the screen with nothing open
 */
export async function openEach(
  page: Page,
  show: () => Promise<unknown>,
  look: (name: string) => Promise<void>,
): Promise<void> {
  const openers =
    ':is(button:not([role=tab], [aria-disabled=true], table *, [role=list] *), summary):visible';
  const opened = ':is([role=dialog], [role=alertdialog], [role=menu], details[open] > summary):visible';
  await show();
  const count = await shownIn(page).locator(openers).count();
  for (let index = 0; index < count; index += 1) {
    if (index > 0) await show();
    const opener = shownIn(page).locator(openers).nth(index);
    const name = (await opener.innerText()).trim() || ((await opener.getAttribute('aria-label')) ?? '');
    await opener.click();
    await settle(page);
    if ((await shownIn(page).locator(opened).count()) > 0) await look(name);
  }
}
