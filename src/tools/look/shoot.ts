import type { Frame, Page } from '@playwright/test';

/** CSS pixels. A page that is taller has a fault of its own. */
const maxHeight = 6_000;

/** The document that is looked at: the framed tab, or a page that stands alone. */
export const shownIn = (page: Page): Frame =>
  page.frames().find((frame) => frame !== page.mainFrame() && frame.url().includes('/tab')) ??
  page.mainFrame();

/** Waits until nothing loads or moves any more; a request that hangs is waited for a while only. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  await shownIn(page).evaluate(`(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  })()`);
}

/** Takes a picture of all that there is, in a window grown to the height of it. */
export async function shoot(page: Page, path: string): Promise<void> {
  const viewport = page.viewportSize() ?? { width: 1280, height: 900 };
  const hidden = await shownIn(page).evaluate<number>(`(() => {
    const scrolling = [...document.querySelectorAll('[role=dialog], [role=dialog] *')].filter((element) =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowY),
    );
    return Math.max(...[document.scrollingElement, ...scrolling].map((element) => element.scrollHeight - element.clientHeight));
  })()`);
  if (hidden > 0) {
    await page.setViewportSize({ ...viewport, height: Math.min(viewport.height + hidden, maxHeight) });
    await settle(page);
  }
  await page.screenshot({ path });
  if (hidden > 0) await page.setViewportSize(viewport);
}

/** CSS pixels by which the page can be scrolled sideways, which it never should. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  shownIn(page).evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
