import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page, Route } from '@playwright/test';
import type { Counterpart } from '../../src/contract/confirmation.js';
import type { DelegationList } from '../../src/contract/delegation.js';
import { listPath } from '../../src/contract/paths.js';
import { isolated } from '../support/isolated.js';
import { expect, findings, findingsInAllThemes, insteadOf, test } from './sandbox.js';
import { confirmList, recordPuts } from './tab.js';
import type { Sandbox } from './withSandbox.js';

test.slow();

const rowOf = (tab: FrameLocator, name: string) => tab.getByRole('row', { name: new RegExp(name) });

test('Diego sees and fixes what Amina says is not right', async ({ openAs, openHost, page }) => {
  let tab = await openAs('amina');
  await expect(tab.getByRole('checkbox', { name: 'Let them see it' })).toBeChecked();
  await tab.getByRole('button', { name: 'Something isn’t right' }).click();
  await tab
    .getByRole('radiogroup', { name: /Diego Marenco/ })
    .getByRole('radio', { name: 'I didn’t expect this' })
    .check();
  await confirmList(tab);
  await tab.getByRole('button', { name: 'History', exact: true }).click();
  await expect(tab.getByRole('dialog').getByText('They can see it.')).toBeVisible();

  tab = await openHost('diego');
  const amina = rowOf(tab, 'Amina Okafor');
  await expect(amina).toContainText(`${isolated('Amina Okafor')} says this isn’t right`);
  await expect(rowOf(tab, 'Jonas Brandt').locator('[data-other-side]')).toHaveCount(0);
  const finding = tab.locator('li[data-finding="otherSaysWrong"]');
  await expect(finding).toContainText('Amina Okafor');
  expect(await findingsInAllThemes(page)).toEqual([]);
  await finding.getByRole('button', { name: 'Show me how' }).click();
  await expect(tab.getByRole('dialog', { name: /^Change what .*Amina Okafor.* may do$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Change a right' }).click();
  await expect(page.getByText(/Diego .* took the right “\w+” from Amina Okafor/)).toBeVisible();
  await tab.getByRole('button', { name: 'Refresh' }).click();
  await expect(tab.getByText('Up to date')).toBeAttached();
  await expect(amina).toContainText('said this wasn’t right, before it changed');
  await expect(finding).toHaveCount(0);
  await confirmList(tab);

  tab = await openHost('amina');
  await expect(rowOf(tab, 'Diego Marenco')).toContainText(`Confirmed by ${isolated('Diego Marenco')} · `);
  await expect(rowOf(tab, 'Diego Marenco')).toContainText('Changed');
  await expect(tab.locator('li[data-finding="stillWrong"]')).toHaveCount(0);
});

test('sharing stays off after one click, and only the choice is sent', async ({ openAs, page }) => {
  const puts = recordPuts(page);
  let tab = await openAs('beatrice');
  const choice = tab.getByRole('checkbox', { name: 'Let them see it' });
  await expect(choice).toBeChecked();
  await expect(choice).toHaveAccessibleDescription(/between the two of you, and when\. Nothing else\.$/);
  await choice.click();

  tab = await openAs('beatrice');
  await expect(choice).not.toBeChecked();
  await confirmList(tab);
  expect(puts).toEqual([
    { id: expect.any(String), fingerprint: expect.any(String), wrong: [], shared: false },
  ]);
  await tab.getByRole('button', { name: 'History', exact: true }).click();
  await expect(tab.getByRole('dialog').getByText('Only you can see it.')).toBeVisible();
});

/** Answers like the server when the first people in Amina's list have shared these verdicts. */
async function shareWithAmina(
  page: Page,
  sandbox: Sandbox,
  verdicts: readonly Partial<Counterpart>[],
): Promise<string[]> {
  const confirmedAt = `${new Date().getFullYear()}-01-03T12:00:00Z`;
  const asked: string[] = [];
  await page.route('**/api/counterparts/**', async (route) => {
    const request = route.request();
    asked.push(`${request.method()} ${new URL(request.url()).pathname} ${request.postData() ?? ''}`.trim());
    const { value } = (await (
      await sandbox.callApi('amina', listPath('delegators'))
    ).json()) as DelegationList;
    const counterparts = value.slice(0, verdicts.length).map(({ id, isActive, allowedActions }, index) => ({
      ...{ id, isActive, allowedActions, confirmedAt, isRight: true },
      ...verdicts[index],
    }));
    await route.fulfill({ json: { value: counterparts } });
  });
  return asked;
}

test('what the other side shared, and presence, come after the list without a change of a row’s size, and the delegate can ask', async ({
  openAs,
  page,
  sandbox,
}) => {
  const heldBack: Route[] = [];
  await insteadOf(page, 'fui-PresenceBadge', (route) => heldBack.push(route));
  const asked = await shareWithAmina(page, sandbox, [{}, { isRight: false }, { isActive: true }]);
  const tab = await openAs('amina');
  const row = rowOf(tab, 'Diego Marenco');
  const badge = row.locator('[aria-hidden] svg').first();
  const size = () =>
    row.evaluate(({ offsetWidth, offsetHeight }: HTMLElement) => [offsetWidth, offsetHeight]);

  await expect(row).toContainText('Available');
  await expect(badge).toHaveCount(0);
  const before = await size();
  await Promise.all(heldBack.map((route) => route.continue()));
  await expect(badge).toBeVisible();
  await expect(tab.locator('[data-other-side]')).toHaveText([
    /^Confirmed by .+ · Jan 3$/,
    /^.+ says this isn’t right$/,
    /^Confirmed by .+ before it changed$/,
  ]);
  expect(new Set(asked)).toEqual(new Set(['GET /api/counterparts/delegators']));
  expect(await size()).toEqual(before);
  expect(await findingsInAllThemes(page)).toEqual([]);

  const download = page.waitForEvent('download');
  await tab.getByRole('button', { name: 'Download CSV file' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain('"Other side","ID"');
  expect(csv).toMatch(/"Confirmed by Diego Marenco · \d{4}-01-03"/);

  await tab.locator('tbody tr').nth(1).getByRole('button').click();
  await expect(tab.getByRole('dialog').locator('[data-other-side="wrong"]')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');

  const finding = tab.locator('li[data-finding="otherSaysWrong"]');
  await expect(finding).toHaveCount(1);
  await finding.getByRole('button', { name: 'Ask for a change' }).click();
  await expect(tab.getByRole('dialog', { name: /^Ask .+ for a change$/ })).toBeVisible();
});
