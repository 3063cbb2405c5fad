import { showEveryKind } from '../everyKind.js';
import { giveTheTabAllRoom } from '../giveTheTabAllRoom.js';
import { expect, starting, test } from '../sandbox.js';
import { openDisclosures } from '../whatIsShown.js';
import { expectOurWords, type Place } from './expectOurWords.js';
import { carrier, speakPseudo } from './pseudoLanguage.js';

test.slow();
test.beforeEach(async ({ page }) => {
  await speakPseudo(page);
  await giveTheTabAllRoom(page);
});

/** Ids, and dates that Intl formats. */
const isIdOrDate = (text: string): boolean =>
  /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+\. \p{L}+ \d{4}|.*Jahr.*|.*Monat.*)$/u.test(text);

/** Checks the details of the first person, and the request for a change. */
async function expectOurDetails(place: Place): Promise<void> {
  const drawer = place.tab.getByRole('dialog');
  await place.tab.locator('[data-person]').first().click();
  await expect(drawer.locator('dl')).toBeVisible();
  await expectOurWords(place, isIdOrDate);
  await drawer.getByRole('button', { name: /^\[(Ask|Chåñgé)/ }).click();
  await drawer.getByRole('checkbox').first().click();
  await expectOurWords(place);
  await closeDrawer(place);
}

async function closeDrawer({ page, tab }: Place): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(tab.getByRole('dialog')).toHaveCount(0);
}

test('in the pseudo-language every text of the lists, the details and a request fits and is translated', async ({
  openAs,
  page,
  sandboxUrl,
}) => {
  await showEveryKind(page, sandboxUrl);
  const tab = await openAs('ruth', { locale: carrier });
  const place = { page, tab, sandboxUrl };
  for (const code of ['inactive', 'accountDisabled']) {
    await openDisclosures(tab);
    await expectOurWords(place);
    await tab.locator(`[data-finding="${code}"] button`).last().click();
    await expect(tab.getByRole('dialog')).toBeVisible();
    await expectOurWords(place);
    await closeDrawer(place);
    if (code === 'accountDisabled') continue;
    await expectOurDetails(place);
    await tab.getByRole('tab', { selected: false }).click();
  }
});

test('in the pseudo-language every text of a delegate, the changes, the history and its deletion fits and is translated', async ({
  openAs,
  page,
  sandboxUrl,
}) => {
  const tab = await openAs('diego', { locale: carrier });
  const place = { page, tab, sandboxUrl };
  const expectHere = () => expectOurWords(place);
  await expectOurDetails(place);
  await tab.getByRole('button', { name: /^\[Cøñfïrm/ }).click(starting);
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

for (const alias of ['priya', 'bilal']) {
  test(`in the pseudo-language every text of the problem that ${alias} has fits and is translated`, async ({
    openAs,
    page,
    sandboxUrl,
  }) => {
    const tab = await openAs(alias, { locale: carrier });
    await expect(tab.locator('h1').first()).toContainText('[');
    await openDisclosures(tab);
    await expectOurWords({ page, tab, sandboxUrl });
  });
}
