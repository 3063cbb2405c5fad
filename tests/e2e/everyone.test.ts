import { languages } from '../../src/contract/languages.js';
import { readMessages } from '../support/readMessages.js';
import { expect, findings, findingsInAllThemes, test } from './sandbox.js';

for (const { tag, direction } of languages) {
  test(`is shown in ${tag}, ${direction}`, async ({ openAs, page }) => {
    const tab = await openAs('amina', { locale: tag.toLowerCase() });

    await expect(tab.locator('html')).toHaveAttribute('lang', new RegExp(`^${tag}\\b`));
    await expect(tab.locator('html')).toHaveAttribute('dir', direction);
    await expect(tab.getByRole('heading', { level: 1 })).toContainText(
      readMessages(tag).first.heading.delegators({ count: 2 }),
    );
    expect(await tab.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
    expect(await findings(page)).toEqual([]);
  });
}

for (const alias of ['victor', 'miriam', 'noor', 'cora', 'layla'] as const) {
  test(`axe finds no violation in any theme for ${alias}`, async ({ openAs, page }) => {
    await openAs(alias);

    expect(await findingsInAllThemes(page)).toEqual([]);
  });
}

test('nothing scrolls sideways in Arabic at 320 pixels', async ({ openAs, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const tab = await openAs('jonas', { locale: 'ar-sa' });

  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(tab.getByRole('heading', { level: 1 })).toHaveCSS('text-align', 'right');
  expect(await tab.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
});

test('the help links to the privacy page in the tab’s language, not the browser’s', async ({
  openAs,
  context,
}) => {
  const tab = await openAs('amina', { locale: 'ar-sa' });
  const { manage } = readMessages('ar').later;
  await tab.getByText(manage.title).click();
  const opened = context.waitForEvent('page');
  await tab.getByRole('link', { name: manage.privacy }).click();
  const privacy = await opened;

  await expect(privacy.locator('html')).toHaveAttribute('lang', 'ar');
  // Services whose data the server reads and stores in addition to the lists.
  await expect(privacy.getByRole('main')).toContainText('Teams Phone');
});
