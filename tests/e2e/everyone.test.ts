import { expect, findings, findingsInAllThemes, test } from './sandbox.js';

const headings: readonly [locale: string, heading: string, direction: string][] = [
  ['en-us', 'You support 3 people', 'ltr'],
  ['de-de', 'Sie unterstützen 3 Personen', 'ltr'],
  ['fr-fr', 'Vous assistez 3 personnes', 'ltr'],
  ['es-es', 'Usted ayuda a 3 personas', 'ltr'],
  ['pt-br', 'Você apoia 3 pessoas', 'ltr'],
  ['ja-jp', '3 人をサポートしています', 'ltr'],
  ['zh-cn', '你支持 3 人', 'ltr'],
  ['ar-sa', 'أنت تدعم 3 أشخاص', 'rtl'],
];

for (const [locale, heading, direction] of headings) {
  test(`speaks ${locale}, ${direction}`, async ({ openAs, page }) => {
    const tab = await openAs('amina', { locale });

    await expect(tab.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(tab.locator('html')).toHaveAttribute('dir', direction);
    expect(await tab.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
    expect(await findings(page)).toEqual([]);
  });
}

for (const alias of ['victor', 'miriam', 'noor', 'cora', 'layla'] as const) {
  test(`axe finds nothing in any theme for ${alias}`, async ({ openAs, page }) => {
    await openAs(alias);

    expect(await findingsInAllThemes(page)).toEqual([]);
  });
}

test('in Arabic at 320 pixels nothing scrolls sideways', async ({ openAs, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const tab = await openAs('jonas', { locale: 'ar-sa' });

  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(tab.getByRole('heading', { level: 1 })).toHaveCSS('text-align', 'start');
  expect(await tab.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
});
