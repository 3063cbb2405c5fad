import type { Frame } from '@playwright/test';
import { readMessages } from '../support/readMessages.js';
import { expect, test } from './sandbox.js';
import { openEach, screens, settle, shownIn } from './screens.js';

// A case that opens every button visits many screens.
test.slow();

type Link = { readonly href: string; readonly words: string; readonly hasMark: boolean };

/** Links that leave the site or the tab's window. */
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

/** Mail buttons say that they open a mail app. Teams opens links into Teams itself. */
const isSelfExplanatory = ({ href, words }: Link): boolean =>
  (href.startsWith('mailto:') && /mail|@/i.test(words)) || href.startsWith('https://teams.microsoft.com/l/');

// Each screen has its own user, to stay below the rate limit.
const who: Readonly<Record<string, string>> = { otherList: 'kenji', details: 'lars', changes: 'diego' };
const cases = [
  ...Object.keys(screens).map((screen) => [screen, who[screen] ?? 'amina', false] as const),
  ...['sofia', 'miriam', 'priya', 'elena', 'noor'].map((person) => ['list', person, true] as const),
];

for (const [screen, person, opensEach] of cases) {
  test(`every external link is marked as such: ${screen}, ${person}${opensEach ? ', every button' : ''}`, async ({
    page,
    sandboxUrl,
  }) => {
    const { later, standalone } = readMessages('en');
    const marks = [later.manage.newWindow, standalone.otherWebsite];
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

    const unmarked = [...found.values()].filter(
      (link) =>
        !isSelfExplanatory(link) && !(link.hasMark && marks.some((words) => link.words.includes(words))),
    );
    expect(unmarked).toEqual([]);
    // The page links to help; error screens may have no link.
    if (opensEach && !['priya', 'elena'].includes(person)) expect(found.size).toBeGreaterThan(1);
  });
}
