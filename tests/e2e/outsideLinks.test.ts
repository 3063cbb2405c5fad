import type { Frame } from '@playwright/test';
import { loadLaterMessages } from '../../src/tab/i18n/loadMessages.js';
import { pages as english } from '../../src/tab/i18n/en/pages.js';
import { toVisit } from '../../src/tools/look/lookAt.js';
import { readTenant } from '../../src/tools/look/prepare.js';
import { screenNames, tourOf, type ScreenName } from '../../src/tools/look/screens.js';
import { shownIn } from '../../src/tools/look/shoot.js';
import type { Visit } from '../../src/tools/look/Visit.js';
import { expect, test } from './sandbox.js';

// A screen that opens one thing after the other is many screens.
test.slow();

type Link = { readonly href: string; readonly words: string; readonly hasMark: boolean };

/** Every link that leads away: to another site, or out of the window in which the tab is. */
const linksAway = (frame: Frame): Promise<Link[]> =>
  frame.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter(({ href, target }) => target === '_blank' || !href.startsWith(`${location.origin}/`))
      .map((link) => ({
        href: link.href,
        words: link.textContent,
        hasMark: link.querySelector('svg, [aria-hidden]') !== null,
      })),
  );

/** A mail is written elsewhere, which its button says; a link into Teams is what Teams opens. */
const saysByItself = ({ href, words }: Link): boolean =>
  (href.startsWith('mailto:') && /mail|@/i.test(words)) || href.startsWith('https://teams.microsoft.com/l/');

/** Whatever a button or a fold opens, one after the other. */
async function openEverything(visit: Visit): Promise<void> {
  const openers = (await visit.openTab()).locator(
    ':is(button:not([role=tab], [aria-disabled=true]), summary):visible',
  );
  for (let index = 0; index < (await openers.count()); index += 1) {
    await openers.nth(index).click();
    await visit.settle();
    await visit.takePicture();
    await visit.page.keyboard.press('Escape');
    await visit.settle();
  }
}

// Each as somebody else: nobody asks the server too often.
const who: Readonly<Partial<Record<ScreenName, string>>> = {
  otherList: 'kenji',
  details: 'lars',
  changes: 'diego',
};
const looks = [
  ...screenNames
    .filter((screen) => screen !== 'opened')
    .map((screen) => [screen, who[screen] ?? 'amina', tourOf(screen).take] as const),
  ...['sofia', 'miriam', 'priya', 'elena', 'noor'].map((alias) => ['opened', alias, openEverything] as const),
];

for (const [screen, person, take] of looks) {
  test(`every link that leads away says so: ${screen}, ${person}`, async ({ page, browser, sandboxUrl }) => {
    const { manage } = await loadLaterMessages('en');
    const said = [manage.newWindow, english.layout.otherWebsite];
    const place = { browser, sandboxUrl, tenant: await readTenant(sandboxUrl), folder: '' };
    const shot = { screen, person, theme: 'default', width: 1280, language: 'en' } as const;
    const found = new Map<string, Link>();
    let count = 0;
    const visit = toVisit(place, shot, page, async () => {
      count += 1;
      for (const link of await linksAway(shownIn(page))) found.set(JSON.stringify(link), link);
    });
    await visit.prepare.untilStoreIsOpen();
    await take(visit);

    expect(count).toBeGreaterThan(0);
    const unsaid = [...found.values()].filter(
      (link) => !saysByItself(link) && !(link.hasMark && said.some((words) => link.words.includes(words))),
    );
    expect(unsaid).toEqual([]);
    // Where there is a page, there is its help.
    if (screen === 'opened' && !['priya', 'elena'].includes(person)) expect(found.size).toBeGreaterThan(1);
  });
}
