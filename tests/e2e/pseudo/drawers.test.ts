import { giveTheTabAllRoom } from '../giveTheTabAllRoom.js';
import { expect, test } from '../sandbox.js';
import { expectOurWords } from './expectOurWords.js';
import { carrier, speakPseudo } from './pseudoLanguage.js';

test.slow();
test.beforeEach(async ({ page }) => {
  await speakPseudo(page);
  await giveTheTabAllRoom(page);
});

/** Ids, and dates that Intl formats. */
const isIdOrDate = (text: string): boolean =>
  /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+\. \p{L}+ \d{4}|.*Jahr.*|.*Monat.*)$/u.test(text);

for (const [alias, whose] of [
  ['amina', 'a delegator'],
  ['diego', 'a delegate'],
] as const) {
  test(`in the pseudo-language every text in the details of ${whose} and in its request fits and is translated`, async ({
    openAs,
    page,
    sandboxUrl,
  }) => {
    const tab = await openAs(alias, { locale: carrier });
    await tab.locator('[data-person]').first().click();
    const drawer = tab.getByRole('dialog');
    await expect(drawer.locator('dl')).toBeVisible();
    const place = { page, tab, sandboxUrl };
    await expectOurWords(place, isIdOrDate);

    await drawer.getByRole('button', { name: /^\[(Ask|Chåñgé)/ }).click();
    await expect(drawer.getByRole('checkbox').first()).toBeVisible();
    await drawer.getByRole('checkbox').first().click();
    await expectOurWords(place);
  });
}

test('in the pseudo-language every text of the changes, the history and its deletion fits and is translated', async ({
  openAs,
  page,
  sandboxUrl,
}) => {
  const tab = await openAs('diego', { locale: carrier });
  const expectHere = () => expectOurWords({ page, tab, sandboxUrl });
  // The embedded database is created when the sandbox first starts.
  await tab.getByRole('button', { name: /^\[Cøñfïrm/ }).click({ timeout: 60_000 });
  await expect(tab.getByText(/^\[Cøñfïrméd åt/)).toBeVisible();
  const user = new URL(page.url()).searchParams.get('user');
  for (const what of ['right', 'end'])
    await page.request.post(`${sandboxUrl}change`, { data: { user, what } });
  await tab.getByRole('button', { name: /^\[Réfrésh/ }).click();
  await tab
    .getByRole('radio', { name: /^\[I dïdñ’t/ })
    .first()
    .check();
  await expectHere();

  await tab.getByRole('button', { name: /^\[Hïstørý/ }).click();
  const drawer = tab.getByRole('dialog');
  // Another test may have confirmed this list before.
  await drawer
    .getByText(/^\[Thé lïst ås ït wås/)
    .first()
    .click();
  await expectHere();
  await drawer.getByRole('button', { name: /^\[Délété mý/ }).click();
  await expectHere();
  await drawer.getByRole('button', { name: /^\[Délété pérm/ }).click();
  await expect(drawer).toBeHidden();
});

test('in the pseudo-language every text about a permission’s limits and the steps to change it fits and is translated', async ({
  openAs,
  page,
  sandboxUrl,
}) => {
  const tab = await openAs('nadia', { locale: carrier });
  await tab.locator('[data-finding] button').first().click();
  await expect(tab.getByRole('dialog')).toBeVisible();
  await expectOurWords({ page, tab, sandboxUrl });
});
