import { confirmList, recordPuts } from './tab.js';
import { expect, findingsInAllThemes, test } from './sandbox.js';

test.slow();

test('an unchanged entry can be marked as not expected after the first confirmation', async ({
  openAs,
  page,
}) => {
  const puts = recordPuts(page);
  const tab = await openAs('beatrice');
  await confirmList(tab);
  const notRight = tab.getByRole('button', { name: 'Something isn’t right' });
  const everybody = tab.getByRole('region', { name: 'What did you not expect?' });
  const unexpected = { name: 'I didn’t expect this' };
  const stillWrong = tab.locator('li[data-finding="stillWrong"]');
  await expect(everybody).toHaveCount(0);
  await notRight.click();
  await expect(everybody).toBeFocused();
  await expect(everybody.getByRole('radio', { name: 'That’s right', checked: true })).toHaveCount(5);
  const buttons = await everybody.getByRole('button').count();
  await everybody.getByRole('radio', unexpected).first().check();
  // A button leads to the change of this entry.
  await expect(everybody.getByRole('button')).toHaveCount(buttons + 1);
  expect(await findingsInAllThemes(page)).toEqual([]);

  // Cancel discards the mark.
  await tab.getByRole('button', { name: 'Cancel' }).click();
  await expect(everybody).toHaveCount(0);
  await expect(notRight).toBeFocused();
  await notRight.click();
  await expect(everybody.getByRole('radio', { ...unexpected, checked: true })).toHaveCount(0);
  await everybody.getByRole('radio', unexpected).first().check();
  await confirmList(tab);
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
  await confirmList(tab, 'Confirm the new list');
  expect(puts[2]?.wrong).toHaveLength(1);
  expect(puts[2]?.wrong).not.toEqual(puts[1]?.wrong);
});
