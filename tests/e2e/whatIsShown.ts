import type { FrameLocator } from '@playwright/test';
import { expect } from './sandbox.js';

export type Shown = {
  /** Visible texts and accessible names. */
  readonly texts: readonly string[];
  /** Texts that do not fit a box that hides its overflow. */
  readonly cutOff: readonly string[];
  /** Words that wrap without a hyphen. */
  readonly brokenWords: readonly string[];
  /** Labels of badges and buttons that wrap. */
  readonly wrappedLabels: readonly string[];
  /** Width of the overflow, in pixels. */
  readonly sidewaysScroll: number;
};

/** Measures what the tab shows now. */
export const whatIsShown = async (tab: FrameLocator): Promise<Shown> =>
  await tab.locator('html').evaluate((html) => {
    const texts: string[] = [];
    const cutOff: string[] = [];
    const brokenWords: string[] = [];
    const wrappedLabels: string[] = [];
    const linesOf = (node: Node, start: number, end: number): number => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
      return new Set(rects.map(({ top }) => Math.round(top))).size;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (element === null || text === '' || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest('script, style, noscript, bdi, [data-name]') !== null) continue;
      texts.push(text);
      const whole = node.textContent ?? '';
      const isWrapped = linesOf(node, 0, whole.length) > 1;
      // Chinese and Japanese have no word boundaries; a URL may break anywhere.
      if (isWrapped && !/https?:/.test(whole)) {
        for (const { 0: word, index } of whole.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
          if (/\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}/u.test(word)) continue;
          // The hyphen of a soft hyphen is part of the text after it.
          const start = whole[index - 1] === '\u00AD' ? index + 1 : index;
          if (linesOf(node, start, index + word.length) > 1) brokenWords.push(word);
        }
      }
      // `data-wraps` marks a button that is a whole row with a sentence.
      const label = element.closest('.fui-Badge, .fui-Button:not([data-wraps])');
      if (isWrapped && label !== null) wrappedLabels.push(text);
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        const { overflowX, width } = getComputedStyle(box);
        // A box of one pixel is for screen readers only.
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
    return {
      texts,
      cutOff,
      brokenWords,
      wrappedLabels,
      sidewaysScroll: Math.max(0, html.scrollWidth - html.clientWidth),
    };
  });

/** Opens every disclosure of the page. */
export async function openDisclosures(tab: FrameLocator): Promise<void> {
  await expect(tab.locator('h1, h2').first()).toBeVisible();
  const closed = tab.locator('main details:not([open]) > summary, button[aria-expanded=false]:not([role])');
  while ((await closed.count()) > 0) await closed.first().click();
}

/** Expects the list to start within the first pixels of a narrow tab. Waits until everything above the list is there. */
export async function expectPeopleSoon(tab: FrameLocator, width: number, limit = 220): Promise<void> {
  const panel = tab.getByRole('tabpanel');
  await expect(panel.getByRole('region').getByRole('button').first()).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  const first = panel.getByRole('list').first().getByRole('listitem').first();
  const measured = await first.evaluate(async (card) => {
    await document.fonts.ready;
    const { scrollWidth, clientWidth } = document.documentElement;
    return {
      width: innerWidth,
      overflow: scrollWidth - clientWidth,
      top: card.getBoundingClientRect().top + scrollY,
    };
  });
  expect(measured).toMatchObject({ width, overflow: 0 });
  expect(measured.top).toBeLessThanOrEqual(limit);
}
