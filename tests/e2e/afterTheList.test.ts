import type { FrameLocator, Locator, Page } from '@playwright/test';
import { expect, test } from './sandbox.js';

const refreshIn = (tab: FrameLocator) => tab.getByRole('button', { name: 'Refresh' });

/** Fluent's focus ring around a button. */
const ring = /0px 0px 0px 1px inset/;

/** Moves the focus with the keyboard, from outside the tab. */
async function goTo(page: Page, target: Locator): Promise<void> {
  await page.locator('#tab').focus();
  for (let presses = 0; presses < 5; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('The keyboard does not reach it.');
}

/** Holds back the code of the presence badge. */
async function hold(page: Page): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/assets\/\d+\.\w+\.js$/, async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes('fui-PresenceBadge')) await released;
    await route.fulfill({ response });
  });
  return release;
}

test('shows a focus ring for the keyboard, and none for a click', async ({ openAs, page }) => {
  const tab = await openAs('amina');
  const refresh = refreshIn(tab);

  await goTo(page, refresh);
  await expect(refresh).toHaveCSS('box-shadow', ring);
  await page.keyboard.press('Tab');
  await expect(refresh).not.toHaveCSS('box-shadow', ring);
  await refresh.click();
  await expect(refresh).toBeFocused();
  await expect(refresh).not.toHaveCSS('box-shadow', ring);
});

const presenceIn = (tab: FrameLocator, name: string) =>
  tab
    .getByRole('row', { name: new RegExp(name) })
    .locator('[aria-hidden] svg')
    .first();

test('the presence badge appears once it has loaded and does not change the row’s size', async ({
  openAs,
  page,
}) => {
  const release = await hold(page);
  const tab = await openAs('amina');
  const row = tab.getByRole('row', { name: /Diego Marenco/ });

  await expect(row).toContainText('Available');
  await expect(presenceIn(tab, 'Diego Marenco')).toHaveCount(0);
  const before = await sizeOf(row);
  release();
  await expect(presenceIn(tab, 'Diego Marenco')).toBeVisible();
  expect(await sizeOf(row)).toEqual(before);
});

const sizeOf = (locator: Locator) =>
  locator.evaluate(({ offsetWidth, offsetHeight }: HTMLElement) => [offsetWidth, offsetHeight]);
