import type { Page } from '@playwright/test';
import { listNames, type Delegation, type DelegationList } from '../../src/contract/delegation.js';
import { languages } from '../../src/contract/languages.js';
import { listPath } from '../../src/contract/paths.js';
import { readMessages } from '../support/readMessages.js';
import { expect, findings, languageRules, test } from './sandbox.js';
import { giveTheTabAllRoom } from './tab.js';
import { expectPeopleSoon, openDisclosures, whatIsShown, type Shown } from './whatIsShown.js';
import type { Sandbox } from './withSandbox.js';

test.slow();
// Text that fits in the widest font also fits in Segoe UI.
test.use({ font: 'wide' });

/** Users whose lists have inactive, unreported, nameless, deleted and blocked entries, and a list for each finding. */
const owners = {
  delegators: ['cora', 'amina', 'victor', 'tess', 'milo'],
  delegates: ['miriam', 'nadia', 'ingrid'],
};

/** Adds entries of other users to each list that the tab reads from here on, so that one opening shows every kind of text. */
async function showEveryKind(page: Page, { callApi }: Sandbox): Promise<void> {
  for (const list of listNames) {
    const answers = await Promise.all(owners[list].map((owner) => callApi(owner, listPath(list))));
    const others = (await Promise.all(answers.map((answer) => answer.json()))) as DelegationList[];
    await page.route(`**${listPath(list)}`, async (route) => {
      const response = await route.fetch();
      const own = (await response.json()) as DelegationList;
      const entries = new Map<string, Delegation>();
      for (const entry of [own, ...others].flatMap(({ value }) => value)) entries.set(entry.id, entry);
      await route.fulfill({ response, json: { ...own, value: [...entries.values()] } });
    });
  }
}

/** Scripts in which an untranslated text is recognized by its letters. */
const scripts: Readonly<Record<string, RegExp>> = {
  ar: /\p{sc=Arab}/u,
  ja: /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u,
  'zh-CN': /\p{sc=Han}/u,
};

/** Recognizes text that is the same in every language: data of people, initials, ids, numbers and product names. */
function isSame(text: string, { tenant }: Sandbox): boolean {
  const data = tenant.people.flatMap((person) => Object.values(person).map(String));
  return text
    .split(' · ')
    .every(
      (part) =>
        data.some((each) => each === part || each.split(' · ').includes(part)) ||
        /^([\d\s.,:·/–()+-]+|\p{Lu}{1,2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u.test(part),
    );
}

/** Text that does not fit its place, or is not translated. */
const faultsIn = (
  { texts, sidewaysScroll, cutOff, brokenWords, wrappedLabels }: Shown,
  tag: string,
  sandbox: Sandbox,
): string[] => [
  ...(sidewaysScroll > 0 ? [`scrolls sideways by ${sidewaysScroll} px`] : []),
  ...cutOff.map((text) => `cut off: ${text}`),
  ...brokenWords.map((word) => `broken: ${word}`),
  ...wrappedLabels.map((text) => `in two lines: ${text}`),
  ...texts
    .filter((text) => scripts[tag]?.test(text) === false && !isSame(text, sandbox))
    .map((text) => `not translated: ${text}`),
];

for (const { tag, direction } of languages) {
  test(`in ${tag} the list starts early at 320 pixels, every text is translated, and no word is broken or cut off`, async ({
    openAs,
    page,
    sandbox,
  }) => {
    const { first, later } = readMessages(tag);
    const { find, confirm, history } = later;
    const locale = tag.toLowerCase();
    await giveTheTabAllRoom(page);
    await page.setViewportSize({ width: 320, height: 900 });
    const tab = await openAs('ruth', { locale });
    const dialog = tab.getByRole('dialog');
    const press = (name: string) => tab.getByRole('button', { name, exact: true }).click();
    const expectThatItFits = async (where: string, widths: readonly number[] = [320]) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await expect
          .configure({ soft: true })
          .poll(async () => ({ where, width, faults: faultsIn(await whatIsShown(tab), tag, sandbox) }), {
            timeout: 5_000,
          })
          .toEqual({ where, width, faults: [] });
      }
    };

    await expect(tab.locator('html')).toHaveAttribute('lang', new RegExp(`^${tag}\\b`));
    await expect(tab.locator('html')).toHaveAttribute('dir', direction);
    await expect(tab.getByRole('button', { name: find.search, exact: true })).toBeVisible();
    // The widest font needs more room.
    await expectPeopleSoon(tab, 320, 240);
    await showEveryKind(page, sandbox);
    await press(first.refresh);
    await expect(tab.locator('[data-person]').nth(9)).toBeVisible();
    await openDisclosures(tab);
    expect(await findings(page, languageRules)).toEqual([]);
    await expectThatItFits('delegators', [1280, 768, 320]);
    await tab.getByRole('tab', { selected: false }).click();
    await openDisclosures(tab);
    await expectThatItFits('delegates');

    await page.unrouteAll();
    await tab.getByRole('tab', { selected: false }).click();
    await press(first.refresh);
    await tab.locator('[data-person]').first().click();
    await expect(dialog.locator('dl')).toBeVisible();
    await expectThatItFits('details');
    await dialog.getByRole('button', { name: later.attention.steps.ask, exact: true }).click();
    await dialog.getByRole('checkbox').first().click();
    await expectThatItFits('request');
    await page.keyboard.press('Escape');

    await press(confirm.confirm);
    await press(history.open);
    await dialog.getByText(history.record).first().click();
    await expectThatItFits('history');
    await dialog.getByRole('button', { name: history.delete, exact: true }).click();
    await expectThatItFits('deletion');
    await page.keyboard.press('Escape');

    await sandbox.change('ruth', 'right');
    await press(first.refresh);
    await tab.getByRole('radio', { name: confirm.wrong }).check();
    await expectThatItFits('changes', [1280]);

    await openAs('priya', { locale });
    await openDisclosures(tab);
    await expectThatItFits('problem', [1280, 768, 320]);
  });
}
