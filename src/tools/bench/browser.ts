import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { listPath } from '../../contract/paths.js';
import { launchOptions } from '../machine/browser.js';
import { benchLongLists, type Long } from './longLists.js';
import { freePort, median, stop, toTable } from './processes.js';
import { tabOf, withWatchedPage } from './watchedPage.js';

const rounds = 5;
/** A tablet or an old laptop on a middling line. */
const throttle = { cpu: 4, latencyMs: 40, bytesPerSecond: (10 * 1024 * 1024) / 8 };
/** Milliseconds that the identity provider and Graph take for each answer. */
const serviceMs = 150;
/** Has people in both lists, with photos. */
const someone = 'a1de4f1c-0000-4000-8000-000000000008';
const files = {
  root: new URL('../../../', import.meta.url),
  sandbox: new URL('../../sandbox/main.js', import.meta.url),
};

type Look = {
  /** Milliseconds from the navigation of the tab's frame. */
  readonly firstPaint: number;
  readonly list: number;
  readonly photos: number;
  readonly layoutShift: number;
  readonly longTasks: number;
  readonly scriptBytes: number;
  readonly requests: number;
};

/** The page in a slowed browser, against a serial variant and a single bundle of itself; and long lists. */
export async function benchBrowser(): Promise<string> {
  const browser = await chromium.launch(launchOptions());
  try {
    const own = await withSandbox(async (url) => {
      const looks: { ours: Look; serial: Look }[] = [];
      await look(browser, url, undefined);
      for (let round = 0; round < rounds; round += 1) {
        looks.push({
          ours: await look(browser, url, undefined),
          serial: await look(browser, url, makeSerial),
        });
      }
      return { looks, long: await benchLongLists(browser, url) };
    });
    build('src/tools/bench/singleBundle.webpack.js');
    takeSkeletonOut();
    const single = await withSandbox(async (url) => {
      await look(browser, url, undefined);
      const looks: Look[] = [];
      for (let round = 0; round < rounds; round += 1) looks.push(await look(browser, url, undefined));
      return looks;
    }).finally(() => {
      build('webpack.config.js');
    });
    return toReport(
      own.looks.map(({ ours }) => ours),
      own.looks.map(({ serial }) => serial),
      single,
      own.long,
    );
  } finally {
    await browser.close();
  }
}

function build(config: string): void {
  execFileSync('npx', ['webpack', '--config', config], {
    cwd: files.root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** What most tabs start from: HTML that shows nothing until the script does. */
function takeSkeletonOut(): void {
  const file = new URL('dist/tab/tab.en.html', files.root);
  let html = readFileSync(file, 'utf8');
  for (const part of [/<style>[\s\S]*?<\/style>/, /<div id="?skeleton\b[\s\S]*?(?=<div id="?root\b)/]) {
    if (!part.test(html)) throw new Error(`There is no ${part.source} to take out.`);
    html = html.replace(part, '');
  }
  writeFileSync(file, html);
}

async function withSandbox<Result>(use: (url: string) => Promise<Result>): Promise<Result> {
  const sandbox = spawn(process.execPath, [files.sandbox.pathname], {
    env: {
      ...process.env,
      PORT: String(await freePort()),
      SANDBOX_PORT: String(await freePort()),
      SANDBOX_DELAY_MS: String(serviceMs),
      RATE_LIMIT_PER_MINUTE: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  const url = await new Promise<string>((resolve) => {
    sandbox.stdout.on('data', (chunk) => {
      text += String(chunk);
      const found = /Open {2}(\S+)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  // The embedded database makes itself meanwhile, which would be measured as well.
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  return await use(url).finally(() => stop(sandbox));
}

/** Holds each step back until the one before it is done: first script, page's code, theme, sign-in, one list, the other. */
async function makeSerial(page: Page): Promise<void> {
  const finished = (ending: RegExp) =>
    page.waitForEvent('requestfinished', { predicate: (request) => ending.test(request.url()) });
  // The first of those that have no name is the theme.
  const numbered = /\/assets\/\d+\./;
  const steps = [
    ['**/assets/page.*.js', finished(/\/assets\/tab\..*\.js$/)],
    [numbered, said(page, 'page code')],
    ['**/sso-token*', finished(numbered)],
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

const look = (browser: Browser, url: string, prepare: ((page: Page) => Promise<void>) | undefined) =>
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
    const photos = said(page, 'photos');
    await page.goto(`${url}?user=${someone}`, { waitUntil: 'commit' });
    await photos;
    return await tabOf(page).evaluate<Look>('seen()');
  });

function toReport(
  ours: readonly Look[],
  serial: readonly Look[],
  single: readonly Look[],
  long: ReadonlyMap<number, Long>,
): string {
  const of = (looks: readonly Look[], pick: (look: Look) => number) => median(looks.map(pick));
  const against = (others: readonly Look[], pick: (look: Look) => number) =>
    (of(ours, pick) / of(others, pick)).toFixed(2);
  const [few, many] = [long.get(10), long.get(200)];
  const longRatio = (pick: (measured: Long) => number) =>
    few === undefined || many === undefined ? '' : (pick(many) / pick(few)).toFixed(2);
  return [
    '## Browser',
    '',
    `Chromium with its CPU slowed ${throttle.cpu}×, 10 Mbit/s and ${throttle.latencyMs} ms, empty cache; identity provider and Graph answer in ${serviceMs} ms each.`,
    `From the navigation of the tab's frame, for somebody with people in both lists; medians of ${rounds}. _Serial_: the same page, each`,
    'step held back until the one before it is done (first script, page code, theme, sign-in, one list, the other). _One bundle_: the same',
    'page as one script, its HTML bare. Script in bytes of brotli that came before the list.',
    '',
    toTable(
      ['what', 'ratio', 'aim'],
      [
        ['navigation to list visible, ours ÷ serial', against(serial, ({ list }) => list), '≤ 0.6'],
        ['navigation to photos, ours ÷ serial', against(serial, ({ photos }) => photos), ''],
        ['first paint, ours ÷ one bundle', against(single, ({ firstPaint }) => firstPaint), '≤ 0.3'],
        ['navigation to list visible, ours ÷ one bundle', against(single, ({ list }) => list), ''],
        ['first render of 200 people ÷ of 10', longRatio(({ render }) => render), '≤ 4'],
        ['until all 200 people stand ÷ all 10', longRatio(({ complete }) => complete), ''],
        ['a keystroke in the search, 200 people ÷ 10', longRatio(({ keystroke }) => keystroke), '≤ 3'],
        ['until the list is filtered, 200 people ÷ 10', longRatio(({ filtered }) => filtered), ''],
      ],
    ),
    '',
    toTable(
      ['what', 'ours', 'one bundle'],
      [
        [
          'scripts before the list, KB of brotli',
          (of(ours, ({ scriptBytes }) => scriptBytes) / 1000).toFixed(1),
          (of(single, ({ scriptBytes }) => scriptBytes) / 1000).toFixed(1),
        ],
        [
          'requests before the list',
          of(ours, ({ requests }) => requests),
          of(single, ({ requests }) => requests),
        ],
        [
          'layout shift (aim 0)',
          of(ours, ({ layoutShift }) => layoutShift).toFixed(3),
          of(single, ({ layoutShift }) => layoutShift).toFixed(3),
        ],
        ['long tasks', of(ours, ({ longTasks }) => longTasks), of(single, ({ longTasks }) => longTasks)],
      ],
    ),
    '',
    `Frames of over 34 ms in 60 steps of scrolling 200 people, at full speed and without a GPU: ${many?.slowFrames ?? ''}.`,
    '',
  ].join('\n');
}
