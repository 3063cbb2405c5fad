import { countPuts } from './countPuts.js';
import { expect, findings, findingsInAllThemes, starting, test } from './sandbox.js';

test.slow();

test('the first confirmation can mark an entry as not expected', async ({ openAs, page }) => {
  const puts = countPuts(page);
  const tab = await openAs('victor');
  const notRight = tab.getByRole('button', { name: 'Something isn’t right' });
  await expect(notRight).toBeVisible(starting);
  await notRight.click();
  const panel = tab.getByRole('region', { name: 'What did you not expect?' });
  await expect(panel).toBeFocused();
  const answers = panel.getByRole('radiogroup', { name: /Beatrice Sand/ });
  await expect(answers.getByRole('radio', { name: 'That’s right' })).toBeChecked();
  await answers.getByRole('radio', { name: 'I didn’t expect this' }).check();
  await expect(panel.getByRole('button', { name: 'Ask for a change' })).toBeVisible();
  expect(await findingsInAllThemes(page)).toEqual([]);
  await tab.getByRole('button', { name: 'Confirm this list' }).click();

  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
  expect(puts.map(({ wrong }) => wrong.length)).toEqual([1]);
  await expect(panel).toHaveCount(0);
  // The finding stays until the entry has changed.
  await expect(tab.locator('li[data-finding="stillWrong"]')).toContainText('Beatrice Sand');
});

test('an unchanged entry can be marked as not expected after the first confirmation', async ({
  openAs,
  page,
}) => {
  const puts = countPuts(page);
  const tab = await openAs('beatrice');
  await tab.getByRole('button', { name: 'Confirm this list' }).click(starting);
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
  const notRight = tab.getByRole('button', { name: 'Something isn’t right' });
  const everybody = tab.getByRole('region', { name: 'What did you not expect?' });
  const unexpected = { name: 'I didn’t expect this' };
  const stillWrong = tab.locator('li[data-finding="stillWrong"]');
  await expect(everybody).toHaveCount(0);
  await notRight.click();
  await expect(everybody).toBeFocused();
  await expect(everybody.getByRole('radio', { name: 'That’s right', checked: true })).toHaveCount(5);
  await everybody.getByRole('radio', unexpected).first().check();
  expect(await findings(page)).toEqual([]);

  // Cancel discards the mark.
  await tab.getByRole('button', { name: 'Cancel' }).click();
  await expect(everybody).toHaveCount(0);
  await expect(notRight).toBeFocused();
  await notRight.click();
  await expect(everybody.getByRole('radio', { ...unexpected, checked: true })).toHaveCount(0);
  await everybody.getByRole('radio', unexpected).first().check();
  await tab.getByRole('button', { name: 'Confirm this list' }).click();
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
  expect(puts.map(({ wrong }) => wrong.length)).toEqual([0, 1]);
  await expect(stillWrong).toBeVisible();

  // The mark is also possible next to a change. A change clears earlier marks.
  await page.getByRole('button', { name: 'Change a right' }).click();
  await tab.getByRole('button', { name: 'Refresh' }).click();
  const changes = tab.getByRole('region', { name: /^1 change since/ });
  await expect(changes.getByRole('radiogroup')).toHaveCount(1);
  await expect(stillWrong).toHaveCount(0);
  await notRight.click();
  await expect(everybody.getByRole('radiogroup')).toHaveCount(4);
  await everybody.getByRole('radio', unexpected).last().check();
  await expect(tab.getByText('0 of 1 checked')).toBeVisible();
  await changes.getByRole('radio', { name: 'That’s right' }).check();
  await tab.getByRole('button', { name: 'Confirm the new list' }).click();
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
  expect(puts[2]?.wrong).toHaveLength(1);
  expect(puts[2]?.wrong).not.toEqual(puts[1]?.wrong);
});
