import { expect, type Frame, type FrameLocator, type Page } from '@playwright/test';

/** Returns the tab's frame, to evaluate code in it. */
export const tabOf = (page: Page): Frame => {
  const frame = page.frames().find((candidate) => candidate.url().includes('/tab'));
  if (frame === undefined) throw new Error('The tab is not framed.');
  return frame;
};

/** Resizes the frame of the tab. `auto`: as wide as the host gives it. */
export async function setTabWidth(page: Page, px: number | 'auto'): Promise<void> {
  await page.locator('#tab').evaluate((frame, width) => {
    frame.style.width = width === 'auto' ? '' : `${width}px`;
  }, px);
}

const noHost = `
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
  }, noHost);
}

/** Confirms the visible list, after which its new state has the focus. */
export async function confirmList(tab: FrameLocator, button = 'Confirm this list'): Promise<void> {
  await tab.getByRole('button', { name: button }).click();
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
}

type Put = {
  readonly id: string;
  readonly fingerprint: string;
  readonly wrong: readonly string[];
  readonly shared: boolean;
};

/** Records the requests that confirm a list, with their bodies. */
export function recordPuts(page: Page): Put[] {
  const puts: Put[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'PUT') return;
    const body = request.postDataJSON() as Omit<Put, 'id'>;
    puts.push({ ...body, id: request.url().split('/').at(-1) ?? '' });
  });
  return puts;
}

/** Records announcements of the tab's live regions from now on: a status when its text changes, an alert also when it appears. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await tabOf(page).evaluate(() => {
    const announcements: string[] = [];
    (globalThis as unknown as { announcements: string[] }).announcements = announcements;
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const appeared = [...addedNodes].flatMap((node) =>
          node instanceof Element ? [node, ...node.querySelectorAll('[role="alert"]')] : [],
        );
        const regions = [
          element?.closest('[role="status"], [role="alert"]'),
          ...appeared.filter((node) => node.matches('[role="alert"]')),
        ];
        for (const region of regions) {
          const text = region?.textContent ?? '';
          if (text !== '' && announcements.at(-1) !== text) announcements.push(text);
        }
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () =>
    tabOf(page).evaluate(() => (globalThis as unknown as { announcements: string[] }).announcements);
}
