import type { Page } from '@playwright/test';
import { expect, findings, test } from './sandbox.js';

/** Without Nested App Authentication the tab opens a window. */
const noBridge = { bridge: 'off' } as const;
const list = (page: Page) => page.frameLocator('#tab').getByRole('rowheader').first();

/** Resolves when the host has received a message of the tab. The host logs each of them. */
const received = (page: Page, func: string) =>
  page.waitForEvent('console', (message) => message.text().startsWith(`teams-js → ${func} `));

/** Changes the host's answers without a reload of the tab. */
const setAnswers = (page: Page, answers: string) =>
  page.getByLabel('Host answers').evaluate((select: HTMLSelectElement, value) => {
    select.value = value;
  }, answers);

test.describe('a host that is slow or silent', () => {
  test.beforeEach(async ({ page }) => {
    await page.clock.install();
  });

  test('shows a way out after 15 s without a token, and uses a late answer', async ({ page, openHost }) => {
    const asked = received(page, 'authentication.getAuthToken');
    const tab = await openHost('amina', { answers: 'slow:getAuthToken', seconds: '20' });
    await asked;
    await page.clock.fastForward('00:06');
    await expect(tab.getByRole('status')).toContainText('Still waiting for Microsoft…');
    await expect(tab.getByRole('button')).toHaveCount(0);
    await page.clock.fastForward('00:10');
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Teams isn’t answering');
    await expect(tab.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'failure');
    await page.clock.fastForward('00:05');

    await expect(list(page)).toBeVisible();
    await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'success');
  });

  test('shows the list if the host gives no context', async ({ page, openHost }) => {
    const asked = received(page, 'getContext');
    const tab = await openHost('amina', { answers: 'never:getContext', loadingSeconds: '300' });
    await asked;
    await page.clock.fastForward('00:06');
    await expect(tab.locator('#skeleton')).toContainText('Still waiting for Microsoft…');

    // Each request for the context has its own time limit.
    await expect(async () => {
      await page.clock.fastForward('00:11');
      await expect(list(page)).toBeVisible({ timeout: 1_000 });
    }).toPass();
  });

  test('names a host that does not answer, and uses its late answer', async ({ page, openHost }) => {
    const asked = received(page, 'initialize');
    const tab = await openHost('amina', { answers: 'slow:initialize', seconds: '20' });
    await asked;
    await page.clock.fastForward('00:16');
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Teams isn’t answering');
    await expect(tab.getByText('Open this in Microsoft Teams')).toHaveCount(0);
    await page.clock.fastForward('00:05');

    await expect(list(page)).toBeVisible();
  });

  test('sends the host a new request on Try again', async ({ page, openHost }) => {
    const asked = received(page, 'authentication.getAuthToken');
    const tab = await openHost('amina', { answers: 'never:getAuthToken' });
    await asked;
    await page.clock.fastForward('00:16');
    await setAnswers(page, 'normal');
    await tab.getByRole('button', { name: 'Try again' }).click();

    await expect(list(page)).toBeVisible();
  });
});

for (const reason of ['resourceRequiresConsent', 'resourceRequiresMfa', 'tokenRevoked'])
  test(`the host shows its dialog on the user’s click only, after ${reason}`, async ({ page, openAs }) => {
    const tab = await openAs('amina', { ...noBridge, answers: `refuse:${reason}` });
    const dialog = page.getByRole('dialog');
    const signIn = tab.getByRole('button', { name: 'Sign in', exact: true });
    await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'failure');
    await expect(tab.getByText('Microsoft asks you to sign in again, or to agree')).toBeVisible();
    await expect(tab.getByRole('button', { name: 'Send to my administrator' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await expect(dialog).toBeHidden();
    await signIn.click();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(tab.getByText('You can try again.')).toBeVisible();
    await signIn.click();
    await dialog.getByRole('button', { name: 'Accept' }).click();

    await expect(list(page)).toBeVisible();
  });

test('retries by itself after a temporary failure of the host’s library', async ({ page, openHost }) => {
  await page.clock.install();
  const tab = await openHost('amina', { answers: 'refuse:renewalTimeout', refusals: '1' });
  await expect(tab.getByText('Trying again in')).toBeVisible();
  await page.clock.runFor('00:03');

  await expect(list(page)).toBeVisible();
});

test('the administrator gets an unknown reason of the host', async ({ page, openAs }) => {
  const tab = await openAs('amina', { answers: 'refuse:made-up reason 4711' });
  await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'failure');
  await expect(tab.getByRole('heading', { name: 'We couldn’t sign you in' })).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Try again' })).toBeVisible();
  await tab.getByRole('button', { name: 'Send to my administrator' }).click();

  await expect(tab.getByText('made-up reason 4711')).toBeVisible();
});

test('the tab notices a sign-in that the host never reports', async ({ page, openAs, context }) => {
  await page.clock.install();
  const tab = await openAs('priya', { ...noBridge, window: 'external' });
  const button = tab.getByRole('button', { name: 'I can approve it myself' });
  const opened = context.waitForEvent('page');
  await button.click();
  await expect(tab.getByText('Finish in the window, then come back here.')).toBeVisible();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await page.clock.runFor('01:01');
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  const window = await opened;
  await window.getByRole('button', { name: 'Accept' }).click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('You’re done here');
  await expect(window.getByText('Go back to Teams.', { exact: true })).toBeVisible();
  await page.clock.runFor('00:16');

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 1 person');
});

test('notices the consent in a window that lost its opener', async ({ openAs, page }) => {
  await page.clock.install();
  const tab = await openAs('lotte', noBridge);
  const opened = page.waitForEvent('popup');
  const button = tab.getByRole('button', { name: 'I can approve it myself' });
  await button.click();
  const window = await opened;
  await window.getByRole('button', { name: 'Accept' }).waitFor();
  await expect(tab.getByText('Finish in the window, then come back here.')).toBeVisible();
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await window.getByRole('button', { name: 'Accept' }).click();
  await expect(window.getByText('Go back to Teams.', { exact: true })).toBeVisible();
  await page.clock.runFor('00:06');

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 1 person');
});

test('says that the window was blocked, and can open it again', async ({ openAs }) => {
  const tab = await openAs('priya', { ...noBridge, window: 'blocked' });
  const button = tab.getByRole('button', { name: 'I can approve it myself' });
  await button.click();

  await expect(tab.getByText('The window couldn’t be opened. Allow pop-ups')).toBeVisible();
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
});

test('offers the administrator when no way of signing in helps', async ({ page, openAs }) => {
  const tab = await openAs('marcus', { ...noBridge, window: 'opener' });
  const signIn = tab.getByRole('button', { name: 'Sign in', exact: true });
  await setAnswers(page, 'refuse:a reason that no one has seen before');
  await signIn.click();
  await expect(signIn).not.toHaveAttribute('aria-disabled', 'true');
  const opened = page.waitForEvent('popup');
  await signIn.click();
  await (await opened).close();
  await expect(signIn).not.toHaveAttribute('aria-disabled', 'true');
  await signIn.click();

  await expect(tab.getByText('That didn’t help (code: a reason that no one has seen before).')).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Send to my administrator' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test('consent with the keyboard ends with the focus on the result', async ({ openAs, page }) => {
  const tab = await openAs('priya');
  await tab.getByRole('button', { name: 'I can approve it myself' }).focus();
  const opened = page.waitForEvent('popup');
  await page.keyboard.press('Enter');
  await (await opened).getByRole('button', { name: 'Accept' }).press('Enter');

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 1 person');
  await expect(tab.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(tab.getByRole('rowheader')).toContainText(['Beatrice Sand']);
});

test('a host that honours claims satisfies the claims challenge', async ({ openAs, page }) => {
  const tab = await openAs('marcus');
  await expect(tab.getByRole('heading', { name: 'Confirm that it’s you' })).toBeVisible();
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 1 person');
});

test('Nested App Authentication helps where the host ignores claims', async ({ openAs, page }) => {
  const tab = await openAs('maren');
  const opened = page.waitForEvent('popup');
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
  await (await opened).getByRole('button', { name: 'Approve' }).click();

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 1 person');
  await tab.getByRole('button', { name: 'Refresh' }).click();
  await expect(tab.getByText('Confirm that it’s you')).toHaveCount(0);
});
