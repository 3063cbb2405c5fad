import type { Browser, Page } from '@playwright/test';
import { expect, findings, test } from './sandbox.js';
import { scriptHost } from './scriptedHost.js';

const refuse = (reason: string) => ({ args: [false, reason] });
/** Without Nested App Authentication the tab opens a window. */
const noBridge = { bridge: 'off', locale: 'en' } as const;
const list = (page: Page) => page.frameLocator('#tab').getByRole('rowheader').first();

test.describe('a host that is slow or silent', () => {
  test.beforeEach(async ({ page }) => {
    await page.clock.install();
  });

  test('shows a way out after 15 s without a token, and uses a late answer', async ({ page, openHost }) => {
    const host = await scriptHost(page, { 'authentication.getAuthToken': ['silent'] });
    const tab = await openHost('amina');
    await expect.poll(() => host.count('authentication.getAuthToken')).toBe(1);
    await page.clock.fastForward('00:06');
    await expect(tab.locator('#skeleton')).toContainText('Still waiting for Microsoft…');
    await expect(tab.getByRole('button')).toHaveCount(0);
    await page.clock.fastForward('00:10');
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Teams isn’t answering');
    await expect(tab.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect.poll(() => host.count('appInitialization.expectedFailure')).toBe(1);
    await host.answerLate();

    await expect(list(page)).toBeVisible();
    await expect.poll(() => host.count('appInitialization.success')).toBe(1);
    expect(await host.count('appInitialization.failure')).toBe(0);
  });

  test('shows the list if the host gives no context', async ({ page, openHost }) => {
    const host = await scriptHost(page, { getContext: ['silent'] });
    await openHost('amina');
    await expect.poll(() => host.count('getContext')).toBeGreaterThan(0);

    // Each request for the context has its own time limit.
    await expect(async () => {
      await page.clock.fastForward('00:11');
      await expect(list(page)).toBeVisible({ timeout: 1_000 });
    }).toPass();
  });

  test('names a host that does not answer, and uses its late answer', async ({ page, openHost }) => {
    const host = await scriptHost(page, { initialize: ['silent'] });
    const tab = await openHost('amina');
    await expect.poll(() => host.count('initialize')).toBe(1);
    await page.clock.fastForward('00:16');
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Teams isn’t answering');
    await expect(tab.getByText('Open this in Microsoft Teams')).toHaveCount(0);
    await host.answerLate();

    await expect(list(page)).toBeVisible();
  });

  test('sends the host a new request on Try again', async ({ page, openHost }) => {
    const host = await scriptHost(page, { 'authentication.getAuthToken': ['silent', 'pass'] });
    await openHost('amina');
    await expect.poll(() => host.count('authentication.getAuthToken')).toBe(1);
    await page.clock.fastForward('00:16');
    await page.frameLocator('#tab').getByRole('button', { name: 'Try again' }).click();

    await expect(list(page)).toBeVisible();
  });
});

test('the host shows its consent dialog on the user’s click only', async ({ page, openHost }) => {
  const host = await scriptHost(page, {
    'authentication.getAuthToken': [refuse('resourceRequiresConsent'), refuse('resourceRequiresConsent')],
  });
  const tab = await openHost('amina');
  await expect(tab.getByText('Microsoft asks you to sign in again, or to agree')).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Send to my administrator' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  expect(await host.count('askForToken')).toBe(0);
  expect(await host.count('appInitialization.failure')).toBe(0);
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click();

  await expect(list(page)).toBeVisible();
  expect(await host.count('askForToken')).toBe(1);
});

test('retries by itself after a temporary failure of the host’s library', async ({ page, openHost }) => {
  await page.clock.install();
  const host = await scriptHost(page, { 'authentication.getAuthToken': [refuse('renewalTimeout'), 'pass'] });
  await openHost('amina');
  await expect(page.frameLocator('#tab').getByText('Trying again in')).toBeVisible();
  await page.clock.runFor('00:03');

  await expect(list(page)).toBeVisible();
  expect(await host.count('askForToken')).toBe(0);
});

test('the administrator gets an unknown reason of the host', async ({ page, openAs }) => {
  await scriptHost(page, { 'authentication.getAuthToken': [refuse('made-up reason 4711')] });
  const tab = await openAs('amina');
  await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'failure');
  await expect(tab.getByRole('heading', { name: 'We couldn’t sign you in' })).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Try again' })).toBeVisible();
  await tab.getByRole('button', { name: 'Send to my administrator' }).click();

  await expect(tab.getByText('made-up reason 4711')).toBeVisible();
});

/** Completes the sign-in in a window without an opener, since the identity provider may sever it. */
async function finishElsewhere(browser: Browser, startUrl: string): Promise<void> {
  const context = await browser.newContext({ locale: 'en-US' });
  const window = await context.newPage();
  await window.goto(startUrl.replace(/^https:/, 'http:'));
  await window.getByRole('button', { name: 'Accept' }).click();

  await expect(window.getByRole('heading', { level: 1 })).toHaveText('You’re done here');
  await expect(window.getByText('Go back to Teams.', { exact: true })).toBeVisible();
  await context.close();
}

test('the tab notices a sign-in that the host never reports', async ({
  page,
  sandbox,
  openHost,
  browser,
}) => {
  await page.clock.install();
  const host = await scriptHost(page, { 'authentication.authenticate': ['silent'] });
  await sandbox.reset();
  const tab = await openHost('priya', noBridge);
  const button = tab.getByRole('button', { name: 'I can approve it myself' });
  await button.click();
  await expect(tab.getByText('Finish in the window, then come back here.')).toBeVisible();
  const [[url] = []] = await host.calls('authentication.authenticate');
  expect(String(url)).toMatch(/^https:.*\/auth\/start\?lang=en#/);
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await page.clock.runFor('01:01');
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await finishElsewhere(browser, String(url));
  await page.clock.runFor('00:16');

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 1 person');
});

test('redirect URIs come from the configuration, not from the page', async ({ page, openHost }) => {
  await page.route('**/tab?*', async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    const body = html.replace(/"tabEndpoint":"[^"]*"/, '"tabEndpoint":"https://tab.contoso.example"');
    await route.fulfill({ response: answer, body });
  });
  const host = await scriptHost(page, { 'authentication.authenticate': ['silent'] });
  const tab = await openHost('tomas', noBridge);
  await tab.getByRole('button', { name: 'Send to my administrator' }).click();
  await expect(tab.getByText(/redirect_uri=https%3A%2F%2Ftab\.contoso\.example%2Fauth%2Fend/)).toBeVisible();
  await tab.getByRole('button', { name: 'I can approve it myself' }).click();

  await expect.poll(() => host.count('authentication.authenticate')).toBe(1);
  const [[url] = []] = await host.calls('authentication.authenticate');
  expect(String(url)).toMatch(/^https:\/\/tab\.contoso\.example\/auth\/start/);
});

test('offers the administrator when no way of signing in helps', async ({ page, openHost }) => {
  await page.clock.install();
  const host = await scriptHost(page, {
    askForToken: [refuse('not today')],
    'authentication.authenticate': [refuse('CancelledByUser')],
  });
  const tab = await openHost('marcus', noBridge);
  const signIn = tab.getByRole('button', { name: 'Sign in', exact: true });
  await expect(async () => {
    if ((await host.count('authentication.authenticate')) === 0) await signIn.click();
    expect(await host.count('authentication.authenticate')).toBe(1);
  }).toPass();
  const [[, claims] = []] = await host.calls('askForToken');
  expect(String(claims)).toContain('access_token');
  await expect(signIn).not.toHaveAttribute('aria-disabled', 'true');
  await signIn.click();

  await expect(tab.getByText('That didn’t help (code: not today).')).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Send to my administrator' })).toBeVisible();
  expect(await host.count('askForToken')).toBe(2);
  expect(await host.count('authentication.authenticate')).toBe(1);
  expect(await findings(page)).toEqual([]);
});
