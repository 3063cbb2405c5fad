import { chromium, type Browser, type Page } from '@playwright/test';
import { listPath } from '../../contract/paths.js';
import { launchOptions } from '../machine/browser.js';
import { benchLongLists, type Long } from './longLists.js';
import { median, toTable } from './processes.js';
import { buildVariant, serviceMs, takeSkeletonOut, withSandbox } from './variants.js';
import { tabOf, withWatchedPage } from './watchedPage.js';

const rounds = 11;
/** A tablet or an old laptop on a middling line. */
const throttle = { cpu: 4, latencyMs: 40, bytesPerSecond: (10 * 1024 * 1024) / 8 };
/** Has people in both lists, with photos. */
const someone = 'a1de4f1c-0000-4000-8000-000000000008';

type Look = {
  /** Milliseconds from the navigation of the tab's frame. */
  readonly firstPaint: number;
  /** The first of the two requests leaves. */
  readonly asked: number;
  /** The second of the two answers is there. */
  readonly answered: number;
  /** The list is painted. */
  readonly list: number;
  /** The first of the photos is in the page. */
  readonly photos: number;
  readonly layoutShift: number;
  readonly longTasks: number;
  readonly scriptBytes: number;
  readonly requests: number;
};

type Round = Readonly<Record<'ours' | 'floor' | 'serial' | 'single', Look>>;

/** The page in a slowed browser, against a floor, a serial variant and a single bundle of itself; and long lists. */
export async function benchBrowser(): Promise<string> {
  const floorFolder = buildVariant('floor');
  const singleFolder = buildVariant('singleBundle');
  takeSkeletonOut(singleFolder);
  const browser = await chromium.launch(launchOptions());
  try {
    return await withSandbox(undefined, (own) =>
      withSandbox(floorFolder, (floor) =>
        withSandbox(singleFolder, async (single) => {
          const takeRound = async (): Promise<Round> => ({
            ours: await look(browser, own, { until: 'photos' }),
            floor: await look(browser, floor, { until: 'list' }),
            serial: await look(browser, own, { prepare: makeSerial, until: 'photos' }),
            single: await look(browser, single, { until: 'photos' }),
          });
          await takeRound();
          const taken: Round[] = [];
          while (taken.length < rounds) taken.push(await takeRound());
          return toReport(taken, await benchLongLists(browser, own));
        }),
      ),
    );
  } finally {
    await browser.close();
  }
}

/** Holds each step back until the one before it is done: first script, page's code, sign-in, one list, the other. */
async function makeSerial(page: Page): Promise<void> {
  const finished = (ending: RegExp) =>
    page.waitForEvent('requestfinished', { predicate: (request) => ending.test(request.url()) });
  const steps = [
    ['**/assets/page.*.js', finished(/\/assets\/tab\..*\.js$/)],
    ['**/sso-token*', said(page, 'page code')],
    [`**${listPath('delegates')}`, finished(/\/api\/delegators$/)],
  ] as const;
  for (const [url, isDone] of steps) {
    await page.route(url, async (route) => {
      await isDone;
      await route.continue();
    });
  }
}

/** What inPage.js tells: cheaper for the page than to be asked again and again. */
const said = (page: Page, words: string) =>
  page.waitForEvent('console', { predicate: (message) => message.text() === words, timeout: 60_000 });

export const look = (
  browser: Browser,
  url: string,
  { prepare, until }: { readonly prepare?: (page: Page) => Promise<void>; readonly until: 'list' | 'photos' },
) =>
  withWatchedPage(browser, async (page) => {
    await prepare?.(page);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle.cpu });
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: throttle.latencyMs,
      downloadThroughput: throttle.bytesPerSecond,
      uploadThroughput: throttle.bytesPerSecond,
    });
    const isDone = Promise.all([said(page, 'list'), said(page, until)]);
    await page.goto(`${url}?user=${someone}`, { waitUntil: 'commit' });
    await isDone;
    return await tabOf(page).evaluate<Look>('seen()');
  });

function toReport(taken: readonly Round[], long: ReadonlyMap<number, Long>): string {
  type Name = keyof Round;
  const of = (name: Name, pick: (look: Look) => number) => median(taken.map((round) => pick(round[name])));
  const ratio = (name: Name, pick: (look: Look) => number) =>
    median(taken.map((round) => pick(round.ours) / pick(round[name]))).toFixed(2);
  const [few, many] = [long.get(10), long.get(200)];
  const longRatio = (pick: (measured: Long) => number) =>
    few === undefined || many === undefined ? '' : (pick(many) / pick(few)).toFixed(2);
  const names = ['ours', 'floor', 'single'] as const;
  const row = (what: string, pick: (look: Look) => number, digits = 0) => [
    what,
    ...names.map((name) => of(name, pick).toFixed(digits)),
  ];
  return [
    '## Browser',
    '',
    `Chromium with its CPU slowed ${throttle.cpu}×, 10 Mbit/s and ${throttle.latencyMs} ms, empty cache; identity provider and Graph answer in ${serviceMs} ms each.`,
    `From the navigation of the tab's frame, for somebody with people in both lists; medians of ${rounds} rounds, in each of which every`,
    'variant was opened once. _Floor_: the least that shows the same lists (teams-js, one script, the same two requests, plain DOM).',
    '_Serial_: the same page, each step held back until the one before it is done (first script, page code, sign-in, one list, the',
    'other). _One bundle_: the same page as one script, its HTML bare. Script in bytes of brotli that came before the list.',
    '',
    toTable(
      ['what', 'ratio', 'aim'],
      [
        ['navigation to list painted, ours ÷ floor', ratio('floor', ({ list }) => list), '≤ 1.08'],
        ['first paint, ours ÷ floor', ratio('floor', ({ firstPaint }) => firstPaint), '≤ 1'],
        ['navigation to list painted, ours ÷ serial', ratio('serial', ({ list }) => list), '≤ 0.6'],
        ['navigation to photos, ours ÷ serial', ratio('serial', ({ photos }) => photos), ''],
        ['first paint, ours ÷ one bundle', ratio('single', ({ firstPaint }) => firstPaint), '≤ 0.3'],
        ['navigation to list painted, ours ÷ one bundle', ratio('single', ({ list }) => list), ''],
        ['first render of 200 people ÷ of 10', longRatio(({ render }) => render), '≤ 4'],
        ['until all 200 people stand ÷ all 10', longRatio(({ complete }) => complete), ''],
        ['a keystroke in the search, 200 people ÷ 10', longRatio(({ keystroke }) => keystroke), '≤ 2'],
        ['until the list is filtered, 200 people ÷ 10', longRatio(({ filtered }) => filtered), ''],
      ],
    ),
    '',
    toTable(
      ['what', 'ours', 'floor', 'one bundle'],
      [
        row('first request leaves, ms', ({ asked }) => asked),
        row('from the last answer to the painted list, ms', ({ answered, list }) => list - answered),
        row('scripts before the list, KB of brotli (aim ≤ 92)', ({ scriptBytes }) => scriptBytes / 1000, 1),
        row('requests before the list', ({ requests }) => requests),
        row('layout shift (aim 0)', ({ layoutShift }) => layoutShift, 3),
        row('long tasks', ({ longTasks }) => longTasks),
      ],
    ),
    '',
    `Frames of over 34 ms in 60 steps of scrolling 200 people, at full speed and without a GPU: ${many?.slowFrames ?? ''}.`,
    '',
  ].join('\n');
}
