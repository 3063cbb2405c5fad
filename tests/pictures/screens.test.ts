import type { Page } from '@playwright/test';
import { languages } from '../../src/contract/languages.js';
import { expect, test } from '../e2e/sandbox.js';
import { giveTheTabAllRoom } from '../e2e/tab.js';
import { openEach, screens, settle, shownIn } from './screens.js';

/**
 * Screenshots for review, attached to Playwright's report. Each variable is a comma-separated list:
 * PEOPLE, SCREENS, THEMES, WIDTHS, LANGUAGES. `SCREENS=opened` opens every button of the changed list in turn.
 */
const choose = (name: string, fallback: string) => (process.env[name] ?? fallback).split(',');
const allTags = languages.map(({ tag }) => tag).join(',');

const combinations = choose('SCREENS', 'list').flatMap((screen) =>
  (screen === 'opened' || screens[screen]?.isSignedIn === true
    ? choose('PEOPLE', 'amina,diego')
    : ['']
  ).flatMap((person) =>
    choose('THEMES', 'default').flatMap((theme) =>
      choose('WIDTHS', '1280,390').flatMap((width) =>
        choose('LANGUAGES', 'en')
          .flatMap((tag) => (tag === 'all' ? allTags.split(',') : [tag]))
          .map((language) => ({ screen, person, theme, width: Number(width), language })),
      ),
    ),
  ),
);

for (const { screen, person, theme, width, language } of combinations) {
  test.describe(() => {
    test.use({
      viewport: { width, height: 900 },
      locale: language,
      colorScheme: theme === 'default' ? 'light' : 'dark',
      contextOptions: { forcedColors: theme === 'contrast' ? 'active' : 'none', reducedMotion: 'reduce' },
      hasTouch: width < 600,
    });

    test([screen, person, theme, width, language].join(' '), async ({ page, sandbox }, info) => {
      test.slow();
      await giveTheTabAllRoom(page);
      const visit = {
        ...{ page, sandbox, person },
        look: { theme, locale: language.toLowerCase(), width: width < 600 ? 'phone' : 'desktop' },
      };
      const attach = async (name: string) => {
        await info.attach(name, { body: await takePicture(page), contentType: 'image/png' });
      };
      const changes = screens['changes'];
      if (screen === 'opened' && changes !== undefined) {
        await openEach(page, () => changes.show(visit), attach);
        return;
      }
      await screens[screen]?.show(visit);
      await attach(screen);

      expect(
        await shownIn(page).evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBeLessThanOrEqual(0);
    });
  });
}

/** Takes a screenshot of the whole page, with the window as high as its content. */
async function takePicture(page: Page): Promise<Buffer> {
  const viewport = page.viewportSize() ?? { width: 1280, height: 900 };
  const hidden = await shownIn(page).evaluate(() => {
    const scrolling = [...document.querySelectorAll('[role=dialog], [role=dialog] *')].filter((element) =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowY),
    );
    return Math.max(
      ...[document.documentElement, ...scrolling].map(
        ({ scrollHeight, clientHeight }) => scrollHeight - clientHeight,
      ),
    );
  });
  await page.setViewportSize({ ...viewport, height: Math.min(viewport.height + hidden, 6_000) });
  await settle(page);
  return await page.screenshot();
}

test.describe('README', () => {
  test.skip(process.env['README'] === undefined, 'set README=1 to write docs/pictures');
  test.use({ viewport: { width: 1280, height: 720 } });

  for (const [name, screen, person] of [
    ['tab', 'list', 'amina'],
    ['changes', 'changes', 'diego'],
    ['details', 'details', 'amina'],
  ] as const) {
    test(name, async ({ page, sandbox }) => {
      await screens[screen]?.show({ page, sandbox, person, look: { theme: 'default' } });
      await page.addStyleTag({ content: '.controls { display: none !important; }' });
      await settle(page);
      await page.screenshot({ path: `docs/pictures/${name}.png` });
    });
  }
});
