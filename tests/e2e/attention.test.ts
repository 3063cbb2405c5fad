import { expect, findingsInAllThemes, test } from './sandbox.js';

/** Findings that each user of the sandbox's tenant sees, by list. */
const people: readonly (readonly [alias: string, codes: readonly string[]])[] = [
  ['nadia', ['accountDisabled', 'onlyOneReceives']],
  ['ravi', ['nobodyReceives']],
  ['ingrid', ['everybodyAway']],
  ['tess', ['accountGone']],
  ['yusuf', ['nearLimit']],
  ['zoe', ['noTeamsPhone', 'onlyOneReceives']],
  ['lars', ['nobodyReceives', 'inactive']],
  ['kenji', ['bothWays']],
  ['victor', ['notReported']],
  ['miriam', ['accountGone', 'onlyOneReceives', 'mayChangeSettings']],
];

for (const [alias, codes] of people) {
  test(`shows the findings above the list of ${alias}`, async ({ openAs }) => {
    const tab = await openAs(alias);
    await expect(tab.getByRole('heading', { name: 'Worth a look' })).toBeVisible();
    for (const code of codes) {
      const finding = tab.locator(`li[data-finding="${code}"]`);
      await expect(finding).toBeVisible();
      await expect(finding.getByRole('button')).toHaveCount(1);
    }
  });
}

test('a delegate asks for a change, and a refresh says that it has not happened yet', async ({
  openAs,
  page,
}) => {
  const tab = await openAs('amina');
  await tab.locator('li[data-finding="inactive"]').getByRole('button', { name: 'Ask for a change' }).click();
  const drawer = tab.getByRole('dialog');
  await expect(drawer).toContainText('my call delegation for you is inactive');
  expect(await findingsInAllThemes(page)).toEqual([]);
  await drawer.getByRole('button', { name: 'Open a chat' }).click();

  await expect(page.getByRole('region', { name: 'Draft' })).toContainText(
    'my call delegation for you is inactive',
  );
  await drawer.press('Escape');
  await expect(tab.getByText('What you asked for')).toHaveCount(0);
  await tab.getByRole('button', { name: 'Refresh' }).click();
  await expect(tab.getByText(/The delegation with .+ hasn’t changed yet\./)).toBeVisible();
});

test('a delegator reads the steps for the selected delegate, and the administrator gets the exact command', async ({
  openAs,
  page,
}) => {
  const tab = await openAs('diego');
  await tab.getByRole('rowheader').getByRole('button').first().click();
  await tab.getByRole('dialog').getByRole('button', { name: 'Change permissions' }).click();
  const drawer = tab.getByRole('dialog', { name: /^Change what/ });
  await drawer.getByRole('checkbox', { name: 'Make calls' }).click();

  await expect(drawer.getByRole('listitem').filter({ hasText: 'Switch off “Make calls”.' })).toBeVisible();
  expect(await findingsInAllThemes(page)).toEqual([]);
  await drawer.getByRole('button', { name: 'Send to my administrator' }).click();
  await expect(drawer).toContainText(
    /Set-CsUserCallingDelegate -Identity \S+ -Delegate \S+ -MakeCalls \$false/,
  );
});
