import type { Browser } from '@playwright/test';
import { forEachRight } from '../../contract/delegation.js';
import { listPath } from '../../contract/paths.js';
import { median } from './processes.js';
import { tabOf, withWatchedPage } from './watchedPage.js';

/** Milliseconds, but for the frames. */
export type Long = {
  /** To the next paint, after a click on the other tab. */
  readonly render: number;
  /** Until everybody stands there. */
  readonly complete: number;
  /** To the next paint, after a letter in the search. */
  readonly keystroke: number;
  /** Until those who do not fit are gone. */
  readonly filtered: number;
  readonly slowFrames: number;
};

/** First render, a keystroke in the search, and scrolling, with so many people in the list, at full speed. */
export async function benchLongLists(browser: Browser, url: string): Promise<ReadonlyMap<number, Long>> {
  const results = new Map<number, Long>();
  for (const count of [10, 25, 200]) {
    const measured: Long[] = [];
    for (let round = 0; round < 5; round += 1) measured.push(await openLong(browser, url, count));
    const of = (pick: (long: Long) => number) => median(measured.map(pick));
    results.set(count, {
      render: of(({ render }) => render),
      complete: of(({ complete }) => complete),
      keystroke: of(({ keystroke }) => keystroke),
      filtered: of(({ filtered }) => filtered),
      slowFrames: of(({ slowFrames }) => slowFrames),
    });
  }
  return results;
}

const openLong = (browser: Browser, url: string, count: number) =>
  withWatchedPage(browser, async (page) => {
    const value = Array.from({ length: count }, (_, index) => toEntry(index));
    for (const list of ['delegators', 'delegates'] as const) {
      await page.route(`**${listPath(list)}`, (route) =>
        route.fulfill({ json: { value, fingerprint: 'x' } }),
      );
    }
    await page.route('**/api/people*', (route) => route.fulfill({ json: { value: [] } }));
    await page.route('**/api/confirmations/**', (route) =>
      route.fulfill({ json: { value: [], next: null } }),
    );
    await page.goto(url);
    await page.frameLocator('#tab').getByRole('searchbox').waitFor();
    await page.waitForTimeout(300);
    return await tabOf(page).evaluate<Long>(`useLongList(${count})`);
  });

const toEntry = (index: number) => {
  const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  return {
    id,
    isActive: true,
    createdDateTime: '2025-01-01T00:00:00Z',
    allowedActions: forEachRight((right) => right !== 'receiveCalls'),
    person: {
      id,
      displayName: `Person ${index}`,
      jobTitle: 'Engineer',
      department: 'Product',
      mail: `person${index}@bench.example`,
      userPrincipalName: `person${index}@bench.example`,
      accountEnabled: null,
    },
    personStatus: 'found',
  };
};
