import { readFile } from 'node:fs/promises';
import { expect, findingsInAllThemes, test } from './sandbox.js';

test('a long list can be searched, filtered and sorted', async ({ openAs, page }) => {
  const tab = await openAs('ruth');
  const names = tab.getByRole('rowheader');
  await expect(names).toHaveCount(9);
  expect(await findingsInAllThemes(page)).toEqual([]);

  await tab.getByRole('searchbox', { name: 'Search people' }).fill('kovar');
  await expect(names).toHaveText([/Hana Kovář/]);
  await expect(tab.getByRole('status').filter({ hasText: '1 of 9 people' })).toBeVisible();
  await tab.getByRole('searchbox', { name: 'Search people' }).fill('nobody at all');
  await expect(tab.getByText('No one matches.')).toBeVisible();
  await tab.getByRole('switch', { name: 'Active only' }).click();
  await tab.getByRole('button', { name: 'Clear filters' }).click();
  await expect(names).toHaveCount(9);
  await expect(tab.getByRole('searchbox', { name: 'Search people' })).toBeFocused();
  await expect(tab.getByRole('switch', { name: 'Active only' })).not.toBeChecked();

  await tab.getByLabel('Permission').selectOption('Join active calls');
  await expect(names).toHaveCount(3);
  await tab.getByLabel('Permission').selectOption('Any permission');
  await tab.getByRole('switch', { name: 'Active only' }).click();
  await expect(names).toHaveCount(8);
  await tab.getByLabel('Sort by').selectOption('Name');
  await expect(names.first()).toContainText('Agnes Roy');
});

test('a short list has no search', async ({ openAs }) => {
  const tab = await openAs('amina');

  await expect(tab.getByRole('rowheader')).toHaveCount(3);
  await expect(tab.getByRole('search')).toHaveCount(0);
});

test('the CSV file has the list, its owner and its time', async ({ openAs, page }) => {
  const tab = await openAs('amina');
  const download = page.waitForEvent('download');
  await tab.getByRole('button', { name: 'Download CSV file' }).click();
  const file = await download;
  const text = await readFile(await file.path(), 'utf8');

  expect(file.suggestedFilename()).toMatch(/^People you support - amina@.*\.example - \d{4}-\d\d-\d\d\.csv$/);
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const [list, account, asOf, blank, head, first] = text.slice(1).split('\r\n');
  expect(list).toBe('"List","People you support"');
  expect(account).toMatch(/^"Account","amina@/);
  expect(asOf).toMatch(/^"As of",".+ (GMT|UTC).*"$/);
  expect(blank).toBe('');
  expect(head).toContain('"Person","Email","Title"');
  expect(first).toContain(
    '"Diego Marenco","diego@alder-finch.example","Chief Financial Officer","Finance","Yes"',
  );
});

test('the CSV file for German opens in columns and has German headings', async ({ openAs, page }) => {
  const tab = await openAs('amina', { locale: 'de-de' });
  const download = page.waitForEvent('download');
  await tab.getByRole('button', { name: 'CSV-Datei herunterladen' }).click();
  const text = await readFile(await (await download).path(), 'utf8');

  expect(text).toMatch(/^\uFEFF"Liste";"[^"]+"\r\n"Konto";"amina@/);
  expect(text).toContain('"Diego Marenco";"diego@alder-finch.example";');
});

test('the printed page has no buttons', async ({ openAs, page }) => {
  const tab = await openAs('amina');
  await expect(tab.getByRole('button', { name: 'Print' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });

  await expect(tab.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(tab.getByRole('button', { name: 'Refresh' })).toBeHidden();
  await expect(tab.getByRole('rowheader').first()).toBeVisible();
});

test('the help, not the heading, says that the service is a preview', async ({ openAs }) => {
  const tab = await openAs('amina');
  await expect(tab.getByText('Preview:')).toBeHidden();
  await tab.getByText('How to change who can act for whom').click();

  await expect(tab.getByText('Preview:')).toBeVisible();
});
