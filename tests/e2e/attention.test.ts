import { expect, findingsInAllThemes, test } from './sandbox.js';

/** Who of the pretend tenant shows which findings, in which list. */
const people: readonly (readonly [alias: string, codes: readonly string[]])[] = [
  ['nadia', ['accountDisabled', 'onlyOneReceives']],
  ['ravi', ['nobodyReceives']],
  ['ingrid', ['everybodyAway']],
  ['tess', ['accountGone']],
  ['yusuf', ['nearLimit']],
  ['zoe', ['noTeamsPhone', 'onlyOneReceives']],
  ['lars', ['nobodyReceives', 'inactive']],
  ['miriam', ['accountGone', 'onlyOneReceives', 'mayChangeSettings']],
];

for (const [alias, codes] of people) {
  test(`what deserves attention stands above the list of ${alias}`, async ({ openAs }) => {
    const tab = await openAs(alias);
    await expect(tab.getByRole('heading', { name: 'Worth a look' })).toBeVisible();
    for (const code of codes) {
      const finding = tab.locator(`li[data-finding="${code}"]`);
      await expect(finding).toBeVisible();
      await expect(finding.getByRole('button')).toHaveCount(1);
    }
  });
}
