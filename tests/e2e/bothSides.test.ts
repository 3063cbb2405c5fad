import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from '@playwright/test';
import type { Counterpart } from '../../src/contract/confirmation.js';
import type { DelegationList, ListName } from '../../src/contract/delegation.js';
import { allConfirmationsPath, listPath } from '../../src/contract/paths.js';
import { isolated } from '../support/isolated.js';
import { countPuts } from './countPuts.js';
import { expect, findings, findingsInAllThemes, openHost, starting, test } from './sandbox.js';
import { callApi } from './screens.js';

test.slow();

const visitOf = (page: Page, sandboxUrl: string, person: string) => ({ page, sandboxUrl, person, look: {} });

// Confirmations outlive a test, and other tests start without any.
test.afterEach(async ({ page, sandboxUrl }) => {
  for (const person of ['amina', 'diego', 'beatrice'])
    await callApi(visitOf(page, sandboxUrl, person), allConfirmationsPath, 'DELETE');
});

const rowOf = (tab: FrameLocator, name: string) => tab.getByRole('row', { name: new RegExp(name) });

test('Amina says that Diego’s delegation is not right, Diego changes it, and Amina sees that it is done', async ({
  openAs,
  page,
  sandboxUrl,
}) => {
  /** Signs another user in without resetting the tenant. */
  const switchTo = async (alias: string): Promise<FrameLocator> => {
    await openHost(page, sandboxUrl, alias);
    await page.locator('body[data-tab-state]').waitFor({ timeout: 30_000 });
    return page.frameLocator('#tab');
  };
  let tab = await openAs('amina');
  await expect(tab.getByRole('checkbox', { name: 'Let them see it' })).toBeChecked(starting);
  await tab.getByRole('button', { name: 'Something isn’t right' }).click();
  await tab
    .getByRole('radiogroup', { name: /Diego Marenco/ })
    .getByRole('radio', { name: 'I didn’t expect this' })
    .check();
  await tab.getByRole('button', { name: 'Confirm this list' }).click();
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
  await tab.getByRole('button', { name: 'History', exact: true }).click();
  await expect(tab.getByRole('dialog').getByText('They can see it.')).toBeVisible();

  tab = await switchTo('diego');
  const amina = rowOf(tab, 'Amina Okafor');
  await expect(amina).toContainText(`${isolated('Amina Okafor')} says this isn’t right`, starting);
  await expect(rowOf(tab, 'Jonas Brandt').locator('[data-other-side]')).toHaveCount(0);
  const finding = tab.locator('li[data-finding="otherSaysWrong"]');
  await expect(finding).toContainText('Amina Okafor');
  expect(await findingsInAllThemes(page)).toEqual([]);
  await finding.getByRole('button', { name: 'Show me how' }).click();
  const drawer = tab.getByRole('dialog', { name: /^Change what .*Amina Okafor.* may do$/ });
  await drawer.getByRole('checkbox', { name: 'Make calls' }).click();
  await expect(drawer.getByRole('listitem').filter({ hasText: 'Switch off “Make calls”.' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Change a right' }).click();
  await tab.getByRole('button', { name: 'Refresh' }).click();
  await expect(amina).toContainText('said this wasn’t right, before it changed');
  await expect(finding).toHaveCount(0);
  await tab.getByRole('button', { name: 'Confirm this list' }).click();
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();

  tab = await switchTo('amina');
  await expect(rowOf(tab, 'Diego Marenco')).toContainText(
    `Confirmed by ${isolated('Diego Marenco')} · `,
    starting,
  );
  await expect(rowOf(tab, 'Diego Marenco')).toContainText('Changed');
  await expect(tab.locator('li[data-finding="stillWrong"]')).toHaveCount(0);
});

test('turned off in one click, sharing stays off, and nothing but the choice is sent and kept', async ({
  openAs,
  page,
}) => {
  const puts = countPuts(page);
  let tab = await openAs('beatrice');
  const choice = tab.getByRole('checkbox', { name: 'Let them see it' });
  await expect(choice).toBeChecked(starting);
  await expect(choice).toHaveAccessibleDescription(/between the two of you, and when\. Nothing else\.$/);
  await choice.click();

  tab = await openAs('beatrice');
  await expect(choice).not.toBeChecked();
  await tab.getByRole('button', { name: 'Confirm this list' }).click();
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
  expect(puts).toEqual([
    { id: expect.any(String), fingerprint: expect.any(String), wrong: [], shared: false },
  ]);
  await tab.getByRole('button', { name: 'History', exact: true }).click();
  await expect(tab.getByRole('dialog').getByText('Only you can see it.')).toBeVisible();
});

/** Answers like the server when the people in the list have shared these verdicts, in list order. */
async function shareWith(
  page: Page,
  sandboxUrl: string,
  person: string,
  list: ListName,
  verdicts: readonly Partial<Counterpart>[],
  released?: Promise<void>,
): Promise<string[]> {
  const year = new Date().getFullYear();
  /** Reads the list when it is needed, because opening the tab resets the tenant. */
  const readCounterparts = async () => {
    const response = await callApi(visitOf(page, sandboxUrl, person), listPath(list));
    const { value } = (await response.json()) as DelegationList;
    return verdicts.flatMap((verdict, index) => {
      const { id, isActive, allowedActions } = value[index] ?? {};
      return id === undefined
        ? []
        : [
            {
              id,
              isActive,
              allowedActions,
              confirmedAt: `${year}-01-03T12:00:00Z`,
              isRight: true,
              ...verdict,
            },
          ];
    });
  };
  const asked: string[] = [];
  await page.route('**/api/counterparts/**', async (route) => {
    const request = route.request();
    asked.push(`${request.method()} ${new URL(request.url()).pathname} ${request.postData() ?? ''}`.trim());
    const ids = new URL(request.url()).searchParams.getAll('id');
    await released;
    const counterparts = await readCounterparts();
    await route.fulfill({ json: { value: counterparts.filter(({ id }) => ids.includes(id)) } });
  });
  return asked;
}

test('what the other side shared, and presence, come after the list without a change of a row’s size, and the delegate can ask', async ({
  openAs,
  page,
  sandboxUrl,
}) => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/assets\/\d+\.\w+\.js$/, async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes('fui-PresenceBadge')) await released;
    await route.fulfill({ response });
  });
  const verdicts = [{}, { isRight: false }, { isActive: true }];
  const asked = await shareWith(page, sandboxUrl, 'amina', 'delegators', verdicts, released);
  const tab = await openAs('amina');
  const row = rowOf(tab, 'Diego Marenco');
  const badge = row.locator('[aria-hidden] svg').first();
  const size = () =>
    row.evaluate(({ offsetWidth, offsetHeight }: HTMLElement) => [offsetWidth, offsetHeight]);

  await expect(row).toContainText('Available');
  await expect(badge).toHaveCount(0);
  const before = await size();
  release();
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
