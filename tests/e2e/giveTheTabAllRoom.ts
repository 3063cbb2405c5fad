import type { Page } from '@playwright/test';

const style = `
  .controls, header, .rail, .tabs { display: none !important; }
  .shell { display: block !important; }
  iframe { display: block; width: 100vw !important; height: 100vh !important; }`;

/** Hides the sandbox's Teams window around the tab, so that the tab is as wide as the browser window. */
export async function giveTheTabAllRoom(page: Page): Promise<void> {
  await page.addInitScript((css) => {
    if (window.parent !== window) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, style);
}
