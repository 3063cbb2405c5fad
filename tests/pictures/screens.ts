import { randomUUID } from 'node:crypto';
import type { Frame, Page } from '@playwright/test';
import { listNames, type ListName } from '../../src/contract/delegation.js';
import { allConfirmationsPath, confirmationPath, listPath, pages } from '../../src/contract/paths.js';

/** A page in front of the sandbox with one user signed in. Locates by role, so that it works in every language. */
export type Visit = {
  readonly page: Page;
  /** Address of the sandbox's Teams window. Ends with a slash. */
  readonly sandboxUrl: string;
  readonly person: string;
  /** Parameters of the Teams window: theme, width, locale. */
  readonly look: Readonly<Record<string, string>>;
};

type Tenant = {
  readonly tabEndpoint: string;
  readonly people: readonly { readonly id: string; readonly alias: string }[];
};

type List = { readonly value: readonly { readonly id: string }[]; readonly fingerprint: string };

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

const readTenant = async ({ page, sandboxUrl }: Visit): Promise<Tenant> =>
  (await (await page.request.get(`${sandboxUrl}tenant.json`)).json()) as Tenant;

const idOf = ({ people }: Tenant, person: string): string =>
  people.find(({ alias }) => alias === person)?.id ?? '';

async function openTab(visit: Visit, subPageId = ''): Promise<Frame> {
  const { page, sandboxUrl, person, look } = visit;
  const user = idOf(await readTenant(visit), person);
  const query = new URLSearchParams({ user, ...look, ...(subPageId !== '' && { subPageId }) });
  await page.goto(`${sandboxUrl}?${query.toString()}`);
  await page.locator('body[data-tab-state]').waitFor({ timeout: 30_000 });
  await settle(page);
  return shownIn(page);
}

export async function callApi(visit: Visit, path: string, method = 'GET', data?: object) {
  const { page, sandboxUrl, person } = visit;
  const tenant = await readTenant(visit);
  const token = await page.request.get(`${sandboxUrl}sso-token?user=${idOf(tenant, person)}`);
  const authorization = `Bearer ${((await token.json()) as { readonly token: string }).token}`;
  return await page.request.fetch(`${tenant.tabEndpoint}${path}`, {
    method,
    headers: { authorization },
    ...(data && { data }),
  });
}

const readList = async (visit: Visit, list: ListName): Promise<Partial<List>> =>
  (await (await callApi(visit, listPath(list))).json()) as Partial<List>;

/** Confirms both lists, then changes one permission and ends one delegation. */
async function confirmThenChange(visit: Visit): Promise<void> {
  const { page, sandboxUrl, person } = visit;
  await page.request.post(`${sandboxUrl}reset`);
  await callApi(visit, allConfirmationsPath, 'DELETE');
  for (const list of listNames) {
    const { fingerprint } = await readList(visit, list);
    if (fingerprint !== undefined)
      await callApi(visit, confirmationPath(list, randomUUID()), 'PUT', { fingerprint });
  }
  const user = idOf(await readTenant(visit), person);
  for (const what of ['right', 'end'])
    await page.request.post(`${sandboxUrl}change`, { data: { user, what } });
}

type Screen = {
  /** The content depends on the signed-in user. */
  readonly isSignedIn: boolean;
  readonly show: (visit: Visit) => Promise<unknown>;
};

const signedIn = (show: Screen['show']): Screen => ({ isSignedIn: true, show });
const standalone = (path: string): Screen => ({
  isSignedIn: false,
  show: async (visit) => {
    await visit.page.goto(`${(await readTenant(visit)).tabEndpoint}${path}`);
    await settle(visit.page);
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
