import type { Frame } from '@playwright/test';
import { readMessages } from '../support/readMessages.js';
import { expect, test } from './sandbox.js';
import { openEach, screens, settle, shownIn } from './screens.js';

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

// Different people, so that no one reaches the rate limit.
const who: Readonly<Record<string, string>> = { otherList: 'kenji', details: 'lars', changes: 'diego' };
const cases = [
  ...Object.keys(screens).map((screen) => [screen, who[screen] ?? 'amina', false] as const),
  ...['sofia', 'miriam', 'priya', 'elena', 'noor'].map((person) => ['list', person, true] as const),
];

for (const [screen, person, opensEach] of cases) {
  test(`every link that leads away says so: ${screen}, ${person}${opensEach ? ', every button' : ''}`, async ({
    page,
    sandboxUrl,
  }) => {
    const { later, standalone } = readMessages('en');
    const said = [later.manage.newWindow, standalone.otherWebsite];
    const found = new Map<string, Link>();
    const collect = async () => {
      for (const link of await linksAway(shownIn(page))) found.set(JSON.stringify(link), link);
    };
    const visit = { page, sandboxUrl, person, look: { theme: 'default' } };
    const show = screens[screen]?.show ?? (() => Promise.reject(new Error(`There is no screen ${screen}.`)));
    await show(visit);
    const close = async () => {
      await page.keyboard.press('Escape');
      await settle(page);
    };
    if (opensEach) await openEach(page, close, collect);
    await collect();

    const unsaid = [...found.values()].filter(
      (link) => !saysByItself(link) && !(link.hasMark && said.some((words) => link.words.includes(words))),
    );
    expect(unsaid).toEqual([]);
    // The page itself has links to help; the screens of problems need not.
    if (opensEach && !['priya', 'elena'].includes(person)) expect(found.size).toBeGreaterThan(1);
  });
}
