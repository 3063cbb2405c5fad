import type { FrameLocator } from '@playwright/test';

export type Shown = {
  /** What is read or seen: texts, and the names that only a screen reader says. */
  readonly texts: readonly string[];
  /** Words that do not fit the place that hides the rest of them. */
  readonly cutOff: readonly string[];
  /** In pixels. */
  readonly sidewaysScroll: number;
};

/** What the tab shows right now. */
export const whatIsShown = async (tab: FrameLocator): Promise<Shown> =>
  await tab.locator('html').evaluate((html) => {
    const texts: string[] = [];
    const cutOff: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (element === null || text === '' || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest('script, style, noscript, bdi, [data-name]') !== null) continue;
      texts.push(text);
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        const { overflowX, width } = getComputedStyle(box);
        // Of one pixel: for screen readers alone.
        if (overflowX === 'visible' || parseFloat(width) <= 1) continue;
        if (overflowX !== 'auto' && overflowX !== 'scroll' && box.scrollWidth > box.clientWidth + 1)
          cutOff.push(text);
        break;
      }
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (!element.checkVisibility() || element.closest('[aria-hidden=true]') !== null) continue;
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = element.getAttribute(name)?.trim() ?? '';
        if (text !== '') texts.push(text);
      }
    }
    return { texts, cutOff, sidewaysScroll: html.scrollWidth - html.clientWidth };
  });
