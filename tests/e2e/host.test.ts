import type { FrameLocator, Page } from '@playwright/test';
import { decodeJwt } from 'jose';
import { expect, test as base, type Look } from './sandbox.js';
import { tabOf } from './tab.js';

/** The emulated Teams client, tested without the product's tab. Its faults are tested in signIn.test.ts. */

const html = `<!doctype html><title>Raw tab</title><h1>Raw tab</h1><script>
const waiting = new Map();
const state = { events: [], nextId: 0 };
addEventListener('message', ({ data }) => {
  if (data.func !== undefined) state.events.push({ func: data.func, args: data.args });
  waiting.get(data.id)?.(data.args);
});
state.tell = (func, args) => {
  const id = state.nextId++;
  parent.postMessage({ id, uuidAsString: crypto.randomUUID(), func, args }, '*');
  return id;
};
state.ask = (func, args) => new Promise((resolve) => waiting.set(state.tell(func, args), resolve));
globalThis.state = state;
</script>`;

type RawState = {
  readonly events: { func: string; args: unknown[] }[];
  readonly ask: (func: string, args: readonly unknown[]) => Promise<unknown[]>;
  readonly tell: (func: string, args: readonly unknown[]) => void;
};

type RawTab = ReturnType<typeof toRawTab>;

const test = base.extend<{
  /** Loads a bare page instead of the product's tab. It only speaks the wire protocol. */
  readonly openRaw: (alias: string, look?: Look) => Promise<RawTab>;
}>({
  openRaw: async ({ page, sandbox, openHost }, use) => {
    await page.route('**/tab?*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await use(async (alias, look = {}) => {
      await sandbox.reset();
      const frame = await openHost(alias, look);
      await frame.getByRole('heading', { name: 'Raw tab' }).waitFor();
      return toRawTab(page, frame);
    });
  },
});

function toRawTab(page: Page, frame: FrameLocator) {
  return {
    frame,
    /** Sends one message of the teams-js protocol and returns the `args` of the answer. */
    ask: (func: string, ...args: readonly unknown[]) =>
      tabOf(page).evaluate(
        ([name, list]) => (globalThis as unknown as { state: RawState }).state.ask(name, list),
        [func, args] as const,
      ),
    /** Sends one message that has no answer. */
    tell: (func: string, ...args: readonly unknown[]) =>
      tabOf(page).evaluate(
        ([name, list]) => (globalThis as unknown as { state: RawState }).state.tell(name, list),
        [func, args] as const,
      ),
    /** Events that the host has sent since the page loaded. */
    events: () => tabOf(page).evaluate(() => (globalThis as unknown as { state: RawState }).state.events),
  };
}

const errorPage = 'There was a problem reaching this app';

test('Teams replaces a tab that reports a failure with its own error page', async ({ openRaw, page }) => {
  const tab = await openRaw('amina');
  await tab.tell('appInitialization.failure', 'AuthFailed', 'a message that Teams does not show');

  await expect(page.getByRole('heading', { name: errorPage })).toBeVisible();
  await expect(tab.frame.getByRole('heading')).toBeHidden();
  await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'replaced');
  await tab.tell('appInitialization.success', '2.58.0');
  await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'replaced');

  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(tab.frame.getByRole('heading', { name: 'Raw tab' })).toBeVisible();
  await expect(page.locator('body')).not.toHaveAttribute('data-tab-state');
});

test('Teams gives up on a tab that reports no result for 30 seconds', async ({ openRaw, page }) => {
  await page.clock.install();
  const tab = await openRaw('amina');
  await tab.tell('appInitialization.appLoaded', '2.58.0');
  await page.clock.fastForward(28_000);
  await expect(tab.frame.getByRole('heading', { name: 'Raw tab' })).toBeVisible();
  await page.clock.fastForward(2_000);

  await expect(page.getByRole('heading', { name: errorPage })).toBeVisible();
});

test('an expected failure keeps the tab’s page and stops the timeout', async ({ openRaw, page }) => {
  await page.clock.install();
  const tab = await openRaw('amina', { loadingSeconds: '5' });
  await tab.tell('appInitialization.expectedFailure', 'Other', 'a reason');
  await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'failure');
  await page.clock.fastForward(60_000);

  await expect(tab.frame.getByRole('heading', { name: 'Raw tab' })).toBeVisible();
});

test('a resume drops all handlers, and only the address has the new theme and deep link', async ({
  openRaw,
  page,
}) => {
  const tab = await openRaw('amina', { subPageId: 'delegators/1' });
  for (const name of ['beforeUnload', 'load', 'themeChange']) await tab.tell('registerHandler', name);
  await tab.tell('appInitialization.success', '2.58.0');
  await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'success');

  await page.getByRole('button', { name: 'Go elsewhere' }).click();
  await page.getByLabel('Theme').selectOption('dark');
  await page.getByLabel('Deep link').fill('delegators/2');
  await page.getByLabel('Deep link').press('Enter');
  const contentUrl = expect.stringMatching(/\/tab\?theme=dark&subPageId=delegators%2F2$/) as unknown;
  await expect.poll(tab.events).toEqual([
    { func: 'beforeUnload', args: [] },
    { func: 'load', args: [{ entityId: 'callDelegates', contentUrl }] },
  ]);
  expect((await tab.ask('getContext'))[0]).toMatchObject({ subEntityId: 'delegators/1' });
  await tab.tell('appInitialization.success', '2.58.0');
  expect((await tab.ask('getContext'))[0]).toMatchObject({ subEntityId: 'delegators/2' });

  // Handlers that were not registered again receive nothing.
  await page.getByLabel('Theme').selectOption('contrast');
  await page.getByRole('button', { name: 'Go elsewhere' }).click();
  await page.getByRole('button', { name: 'Come back' }).click();
  await expect(tab.frame.getByRole('heading', { name: 'Raw tab' })).toBeVisible();
  await expect.poll(tab.events).toEqual([]);
});

const askToken = (tab: RawTab, { claims, silent = true }: { claims?: string; silent?: boolean } = {}) =>
  tab.ask('authentication.getAuthToken', null, claims === undefined ? null : [claims], silent);
const mfaClaims =
  '{"access_token":{"capolids":{"essential":true,"values":["c5a1f7de-1d0a-4c1b-8b19-5a5b6f5e8a01"]}}}';

test('the host caches its token until a request has claims or is not silent', async ({ openRaw }) => {
  const tab = await openRaw('amina');
  const first = await askToken(tab);

  expect(first[0]).toBe(true);
  expect(await askToken(tab)).toEqual(first);
  const second = await askToken(tab, { silent: false });
  expect(second).not.toEqual(first);
  expect(await askToken(tab)).toEqual(second);
  expect(await askToken(tab, { claims: mfaClaims })).not.toEqual(second);
});

test('claims open a dialog and return a new token with the requested claim', async ({ openRaw, page }) => {
  const tab = await openRaw('marcus');
  const [, known] = await askToken(tab);
  expect(decodeJwt(String(known))).not.toHaveProperty('amr');
  expect(await askToken(tab, { claims: mfaClaims })).toEqual([false, 'resourceRequiresMfa']);

  const asked = askToken(tab, { claims: mfaClaims, silent: false });
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  const [, proven] = await asked;
  expect(decodeJwt(String(proven))['amr']).toEqual(['pwd', 'mfa']);
  expect((await askToken(tab))[1]).toBe(proven);
});
