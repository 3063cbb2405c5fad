import type { Frame, Page } from '@playwright/test';

/** Returns the tab's frame, to evaluate code in it. */
export const tabOf = (page: Page): Frame => {
  const frame = page.frames().find((candidate) => candidate.url().includes('/tab'));
  if (frame === undefined) throw new Error('The tab is not framed.');
  return frame;
};

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
