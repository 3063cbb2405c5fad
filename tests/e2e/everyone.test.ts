import { expect, findingsInAllThemes, test } from './sandbox.js';
import { setTabWidth } from './tab.js';
import { expectPeopleSoon } from './whatIsShown.js';

/** Findings and texts that users of the sandbox's tenant see. */
const people = [
  {
    alias: 'miriam',
    codes: ['accountGone', 'onlyOneReceives', 'mayChangeSettings'],
    text: 'This account was deleted.',
  },
  { alias: 'victor', codes: ['notReported'], text: 'Start not reported', widths: [] },
  { alias: 'cora', codes: [], text: 'Names can’t be shown.' },
  { alias: 'layla', codes: [], text: 'Jonas Brandt' },
  { alias: 'yusuf', codes: ['nearLimit'], text: 'Worth a look' },
  { alias: 'ingrid', codes: ['everybodyAway'], text: 'Tess Varga' },
  { alias: 'zoe', codes: ['noTeamsPhone', 'onlyOneReceives'], text: 'Esther Boateng' },
];

for (const { alias, codes, text, widths = [390, 320] } of people) {
  test(`${alias} sees the list and its findings, accessible in every theme, and early at 390 and 320 pixels`, async ({
    openAs,
    page,
  }) => {
    const tab = await openAs(alias);
    await expect(tab.getByText(text).first()).toBeVisible();
    for (const code of codes) {
      const finding = tab.locator(`li[data-finding="${code}"]`);
      await expect(finding).toBeVisible();
      await expect(finding.getByRole('button')).toHaveCount(1);
    }
    expect(await findingsInAllThemes(page)).toEqual([]);
    for (const width of widths) {
      await setTabWidth(page, width);
      await expectPeopleSoon(tab, width);
    }
  });
}

test('both lists say so if they are empty', async ({ openAs, page }) => {
  const tab = await openAs('noor');

  await expect(tab.getByText('You don’t support anyone')).toBeVisible();
  expect(await findingsInAllThemes(page)).toEqual([]);
  await tab.getByRole('tab', { name: 'Your delegates' }).click();
  await expect(tab.getByText('No one acts for you')).toBeVisible();
});
