import { expect, findings, test } from './sandbox.js';

for (const width of [390, 320]) {
  for (const alias of ['amina', 'diego', 'miriam', 'cora'] as const) {
    test(`on ${width} pixels the people of ${alias} start within the first 220`, async ({ page, openAs }) => {
      await page.setViewportSize({ width: width + 40, height: 900 });
      const tab = await openAs(alias, { width: 'phone' });
      await tab.locator('html').evaluate((html) => html.ownerDocument.fonts.ready.then(() => undefined));
      await page.locator('#tab').evaluate((frame, px) => {
        frame.style.width = `${px}px`;
      }, width);
      const findingsLine = tab.getByRole('region', { name: 'Worth a look' }).getByRole('button').first();
      await expect(findingsLine).toHaveAttribute('aria-expanded', 'false');
      const first = tab.getByRole('tabpanel').getByRole('list').first().getByRole('listitem').first();
      const top = await first.evaluate((card) => card.getBoundingClientRect().top + scrollY);

      expect(await tab.locator('html').evaluate(() => innerWidth)).toBe(width);
      expect(top).toBeLessThanOrEqual(220);
      expect(await findings(page)).toEqual([]);
    });
  }
}

test('on a phone the findings open from their line, and there is nothing to print', async ({ openAs }) => {
  const tab = await openAs('amina', { width: 'phone' });
  const line = tab.getByRole('region', { name: 'Worth a look' }).getByRole('button').first();
  await expect(tab.locator('li[data-finding]')).toHaveCount(0);
  await line.click();
  await expect(tab.locator('li[data-finding="inactive"]')).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Export to CSV' })).toBeVisible();

  await expect(tab.getByRole('button', { name: 'Print' })).toHaveCount(0);
});

test('the list ends with its confirmation, wherever it is read', async ({ openAs }) => {
  for (const width of ['desktop', 'phone'] as const) {
    const tab = await openAs('amina', { width });
    const confirm = tab.getByRole('button', { name: 'Confirm this list' });
    await expect(confirm).toBeVisible({ timeout: 60_000 });
    const last = tab.getByRole('button', { name: 'Lars Hedlund' });
    const [confirmTop, lastTop] = await Promise.all(
      [confirm, last].map((each) => each.evaluate((element) => element.getBoundingClientRect().top)),
    );

    expect(confirmTop).toBeGreaterThan(lastTop ?? Infinity);
  }
});

test('on a phone the first lines say how much has changed, and the list ends with what', async ({
  openAs,
  page,
}) => {
  const tab = await openAs('tess', { width: 'phone' });
  await tab.getByRole('button', { name: 'Confirm this list' }).click({ timeout: 60_000 });
  await expect(tab.getByText(/^Confirmed at /)).toBeVisible();
  await page.getByRole('button', { name: 'End a delegation' }).click();
  await tab.getByRole('button', { name: 'Refresh' }).click();

  await expect(tab.getByText(/^As of .* · 1 change since you confirmed on /)).toBeVisible();
  await expect(tab.getByRole('region', { name: /^1 change since you confirmed on / })).toBeVisible();
});
