import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm, writeFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { launchOptions } from '../scripts/browser.js';
import { median, root, toTable } from './support.js';

const rounds = 9;
/** Milliseconds that the emulated identity provider and Graph take for each answer. */
const serviceMs = 150;
/** A tablet or an old laptop on a slow connection. */
const throttle = { cpu: 4, latencyMs: 40, bytesPerSecond: (10 * 1024 * 1024) / 8 };
/** A user with entries in both lists, with photos. */
const user = 'a1de4f1c-0000-4000-8000-000000000008';

/** @typedef {{ firstPaint: number, list: number, layoutShift: number, scriptBytes: number }} Measured */

/**
 * Loads the page in a throttled browser and compares it with a minimal tab and with the official starter's
 * approach to the same lists.
 */
export async function benchPage() {
  const sandboxes = {
    ours: await startSandbox('dist'),
    floor: await startSandbox(await buildVariant('floor.js')),
    fluent: await startSandbox(await buildVariant('fluent.jsx')),
  };
  const names = /** @type {(keyof typeof sandboxes)[]} */ (Object.keys(sandboxes));
  const browser = await chromium.launch(launchOptions());
  try {
    /** @type {Record<string, Measured>[]} */
    const taken = [];
    for (let round = 0; round <= rounds; round += 1) {
      /** @type {Record<string, Measured>} */
      const measured = {};
      for (const name of names) measured[name] = await open(browser, sandboxes[name].url);
      // The first round is a warm-up.
      if (round > 0) taken.push(measured);
    }
    /** @param {string} name @param {keyof Measured} figure */
    const ratio = (name, figure) =>
      median(
        taken.map(({ ours, [name]: other }) => (ours?.[figure] ?? NaN) / (other?.[figure] ?? NaN)),
      ).toFixed(2);
    /** @param {string} name @param {keyof Measured} figure */
    const all = (name, figure) => taken.map((round) => round[name]?.[figure] ?? NaN);
    return [
      '## Page',
      '',
      `Chromium with its CPU slowed ${throttle.cpu} times, 10 Mbit/s, ${throttle.latencyMs} ms, an empty cache; identity provider and Graph answer in`,
      `${serviceMs} ms each. Times start with the navigation of the tab's frame; medians of ${rounds} rounds, each of which opens every variant once.`,
      '_Floor_: teams-js, one script, the same two requests, plain DOM. _Fluent page_: the same lists as the official starter would show',
      'them, one script with React and Fluent, requests in an effect.',
      '',
      toTable(
        ['what', 'ratio', 'limit'],
        [
          ['list painted, ours ÷ floor', ratio('floor', 'list'), '≤ 1.10'],
          ['list painted, ours ÷ Fluent page', ratio('fluent', 'list'), ''],
          ['first paint, ours ÷ Fluent page', ratio('fluent', 'firstPaint'), ''],
          ['scripts before the list, ours ÷ Fluent page', ratio('fluent', 'scriptBytes'), ''],
        ],
      ),
      '',
      `Scripts before the list: ${(median(all('ours', 'scriptBytes')) / 1000).toFixed(1)} KB of brotli (limit 92). Largest layout shift of all rounds: ${Math.max(...all('ours', 'layoutShift')).toFixed(3)} (limit 0).`,
      '',
    ].join('\n');
  } finally {
    await browser.close();
    await Promise.all(Object.values(sandboxes).map(({ stop }) => stop()));
  }
}

/** @param {import('@playwright/test').Browser} browser @param {string} url @returns {Promise<Measured>} */
async function open(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: `${root}bench/variants/watch.js` });
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle.cpu });
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: throttle.latencyMs,
      downloadThroughput: throttle.bytesPerSecond,
      uploadThroughput: throttle.bytesPerSecond,
    });
    const painted = page.waitForEvent('console', {
      predicate: (message) => message.text() === 'list painted',
      timeout: 60_000,
    });
    await page.goto(`${url}?user=${user}`, { waitUntil: 'commit' });
    await painted;
    const frame = page.frames().find((one) => new URL(one.url()).pathname === '/tab');
    if (frame === undefined) throw new Error('The tab is not framed.');
    return await frame.evaluate('measured()');
  } finally {
    await context.close();
  }
}

/**
 * Copies the production build and replaces the script in its page.
 * @param {string} file in bench/variants
 */
async function buildVariant(file) {
  const folder = `dist-${file.split('.')[0]}`;
  await rm(root + folder, { recursive: true, force: true });
  await cp(`${root}dist`, root + folder, { recursive: true });
  const { outputFiles } = await build({
    entryPoints: [`${root}bench/variants/${file}`],
    bundle: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
    logLevel: 'error',
  });
  const [script] = outputFiles;
  const asset = `${root}${folder}/tab/assets/variant.js`;
  await writeFile(asset, script?.contents ?? '');
  await writeFile(`${asset}.br`, brotliCompressSync(script?.contents ?? ''));
  await writeFile(
    `${root}${folder}/tab/tab.en.html`,
    '<!doctype html><html><head><title>Variant</title></head><body><div id="root"></div><script type="module" src="/assets/variant.js"></script></body></html>',
  );
  return folder;
}

/** @param {string} dist */
async function startSandbox(dist) {
  const sandbox = spawn(process.execPath, [`${root}${dist}/sandbox/main.js`], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      SANDBOX_PORT: '0',
      SANDBOX_DELAY_MS: String(serviceMs),
      RATE_LIMIT_PER_MINUTE: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const chunk of sandbox.stdout) {
    text += String(chunk);
    const url = /Open {2}(\S+)/.exec(text)?.[1];
    if (url === undefined) continue;
    return {
      url,
      stop: async () => {
        sandbox.kill('SIGTERM');
        await once(sandbox, 'exit');
      },
    };
  }
  throw new Error(`The sandbox did not start: ${text}`);
}
