import { countPuts } from './countPuts.js';
import { expect, findingsInAllThemes, test } from './sandbox.js';

/** The embedded database makes itself at the sandbox's first start, which takes seconds. */
const starting = { timeout: 60_000 };

test.slow();

test('the first confirmation too may say of somebody that this was not expected', async ({
  openAs,
  page,
}) => {
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
  // From now on it is worth a look, until it has changed.
  await expect(tab.locator('li[data-finding="stillWrong"]')).toContainText('Beatrice Sand');
});

test('somebody who has not changed may be called unexpected after the first confirmation, too', async ({
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
  expect(await findingsInAllThemes(page)).toEqual([]);

  // Taken back, nothing of it is kept.
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

  // Beside what has changed as well; what has changed is not wrong any more until it is called so again.
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
