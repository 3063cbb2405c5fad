import { expect, test } from './sandbox.js';
import { isolated } from '../support/isolated.js';

test('a resumed tab refreshes, and has its handlers and the new theme', async ({ openAs, page }) => {
  const tab = await openAs('jonas');
  const row = tab.getByRole('row', { name: /Diego Marenco/ });
  await row.getByRole('button', { name: 'Diego Marenco' }).click();
  await expect(tab.getByRole('dialog')).toBeVisible();
  await expect(tab.locator('#root')).toHaveAttribute('aria-hidden', 'true');
  const notes = page.getByRole('list', { name: 'Messages from the tab' });

  await page.getByRole('button', { name: 'Go elsewhere' }).click();
  await expect(notes).toContainText('The tab is ready to be cached.');
  await page.getByRole('button', { name: 'Change a right' }).click();
  await page.getByRole('button', { name: 'Come back' }).click();

  await expect(notes.getByText('The tab is ready.')).toHaveCount(2);
  await expect(tab.getByRole('dialog')).toBeHidden();
  await expect(
    row.getByTitle(`You can’t receive calls on behalf of ${isolated('Diego Marenco')}.`),
  ).toHaveText('No');

  for (const theme of ['dark', 'contrast']) {
    await page.getByRole('button', { name: 'Go elsewhere' }).click();
    await page.getByLabel('Theme').selectOption(theme);
    await page.getByRole('button', { name: 'Come back' }).click();
    await expect(tab.locator('html')).toHaveAttribute('data-theme', theme);
  }
  // The theme handler is registered again.
  await page.getByLabel('Theme').selectOption('default');
  await expect(tab.locator('html')).toHaveAttribute('data-theme', 'default');
  await expect(notes.getByText('The tab is ready.')).toHaveCount(4);
});

test('the list stays when a later chunk does not load', async ({ openAs, page, complaints }) => {
  let isListAsked = false;
  await page.route('**/api/delegat*', async (route) => {
    isListAsked = true;
    await route.continue();
  });
  await page.route('**/assets/*.js', (route) =>
    isListAsked ? route.abort('connectionreset') : route.continue(),
  );
  const tab = await openAs('amina');

  await expect(tab.getByRole('alert').filter({ hasText: 'Can’t reach the server' })).not.toHaveCount(0);
  await expect(tab.getByRole('rowheader').first()).toBeVisible();
  await page.unroute('**/assets/*.js');
  await tab.getByRole('button', { name: 'Try again' }).first().click();
  await expect(tab.getByRole('button', { name: 'Download CSV file' })).toBeVisible();
  await expect(tab.getByText('Can’t reach the server')).toHaveCount(0);
  // React logs an error for each chunk that failed, and nothing else.
  expect(complaints.splice(0).filter((text) => !text.includes('ChunkLoadError'))).toEqual([]);
});

test('the whole page can be used with the keyboard alone', async ({ openAs, page }) => {
  const tab = await openAs('ruth');
  await expect(tab.getByRole('searchbox')).toBeVisible();
  /** Presses Tab until the named control has the focus, and checks that the focus is visible. */
  const tabTo = async (name: RegExp) => {
    const seen: string[] = [];
    while (seen.length < 40 && !name.test(seen.at(-1) ?? '')) {
      await page.keyboard.press('Tab');
      seen.push(
        await tab.locator(':focus').evaluate((element: HTMLInputElement) => {
          const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? '';
          return label || element.textContent;
        }),
      );
    }
    expect(seen.at(-1)).toMatch(name);
    const looks = await tab.locator(':focus').evaluate((element) => {
      const of = (part: Element, pseudo?: string) => {
        const { outlineStyle, boxShadow, borderBottomStyle, textDecoration } = getComputedStyle(part, pseudo);
        return `${outlineStyle} ${boxShadow} ${borderBottomStyle} ${textDecoration.split(' rgb')[0]}`;
      };
      // A text field shows the focus on its wrapper.
      return [of(element), of(element, '::after'), of(element.parentElement ?? element, '::after')].join();
    });
    expect(looks).toMatch(/auto|solid|rgb|double/);
  };

  await tab.getByRole('heading', { level: 1 }).focus();
  await tabTo(/Refresh/);
  // A click shows no focus ring.
  const refresh = tab.getByRole('button', { name: 'Refresh' });
  const ring = /0px 0px 0px 1px inset/;
  await expect(refresh).toHaveCSS('box-shadow', ring);
  await page.keyboard.press('Tab');
  await refresh.click();
  await expect(refresh).toBeFocused();
  await expect(refresh).not.toHaveCSS('box-shadow', ring);
  await tabTo(/People you support|Your delegates/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(tab.getByRole('tab', { selected: true })).toBeFocused();
  await tab.getByRole('tab', { name: 'People you support' }).press('Enter');
  await expect(tab.getByRole('searchbox')).toBeVisible();
  await tabTo(/Search people/);
  await page.keyboard.type('kov');
  await expect(tab.getByRole('rowheader')).toHaveCount(1);
  await tabTo(/^Hana/);
  await page.keyboard.press('Enter');
  await expect(tab.getByRole('dialog')).toBeVisible();
  await expect(tab.getByRole('dialog').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(tab.getByRole('dialog')).toBeHidden();
  await expect(tab.locator(':focus')).toHaveText(/^Hana/);
  await tabTo(/Download CSV file/);
  await tabTo(/How to change/);
  await page.keyboard.press('Enter');

  await expect(tab.getByText(/Manage delegates\./)).toBeVisible();
});
