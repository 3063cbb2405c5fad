import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { test as base } from '@playwright/test';
import { Builder, By, until, type WebDriver } from 'selenium-webdriver';
import { freePort } from '../../src/sandbox/freePort.js';
import type { Look } from '../e2e/sandbox.js';
import { withSandbox, type Sandbox } from '../e2e/withSandbox.js';
import { until as poll } from '../support/until.js';

type WorkerFixtures = { readonly sandbox: Sandbox; readonly driverUrl: string };
type Fixtures = {
  /** Opens the host with a user signed in, waits for the tab's first content, and switches to the tab's frame. */
  readonly openAs: (alias: string, look?: Look) => Promise<WebDriver>;
};

/** Timeout of a step, generous for a loaded machine. */
const patienceMs = 30_000;

export const test = base.extend<Fixtures, WorkerFixtures>({
  // eslint-disable-next-line no-empty-pattern
  sandbox: [async ({}, use) => withSandbox(use), { scope: 'worker' }],
  driverUrl: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const [display] = (await once(screen.stdout, 'data')) as [Buffer];
      const port = await freePort();
      const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
        // Bubblewrap needs privileges that a container lacks. The pages are the product's own, on loopback.
        env: {
          ...process.env,
          DISPLAY: `:${String(display).trim()}`,
          WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        },
        stdio: 'ignore',
      });
      const url = `http://127.0.0.1:${port}`;
      await poll(() =>
        fetch(`${url}/status`).then(
          ({ ok }) => ok,
          () => false,
        ),
      );
      await use(url);
      await end(driver);
      await end(screen);
    },
    { scope: 'worker' },
  ],
  openAs: async ({ sandbox, driverUrl }, use) => {
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(driverUrl)
      .forBrowser('MiniBrowser')
      .build();
    try {
      await use(async (alias, look = {}) => {
        await sandbox.reset();
        await driver.get(sandbox.toHostUrl(alias, look));
        await find(driver, 'body[data-tab-state]');
        await driver.switchTo().frame(await find(driver, '#tab'));
        return driver;
      });
    } finally {
      await driver.quit();
    }
  },
});

export const { expect } = base;

/** Waits for the first element that matches a selector. */
export const find = (driver: WebDriver, selector: string) =>
  driver.wait(until.elementLocated(By.css(selector)), patienceMs, selector);

/** Waits for the button with this text. */
export const button = (driver: WebDriver, words: string) =>
  driver.wait(until.elementLocated(By.xpath(`//button[normalize-space()="${words}"]`)), patienceMs, words);

/** Waits for text anywhere in the current frame's document. */
export const text = (driver: WebDriver, words: string | RegExp) =>
  driver.wait(
    async () => {
      const all = await driver.findElement(By.css('body')).getText();
      return typeof words === 'string' ? all.includes(words) : words.test(all);
    },
    patienceMs,
    String(words),
  );

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
