import { languages } from '../../src/contract/languages.js';
import { readMessages } from '../support/readMessages.js';
import { openHost } from './openHost.js';
import { expect, test } from './sandbox.js';

const spoken = languages.filter(({ tag }) => ['de', 'ar'].includes(tag));

const pageCode = /\/assets\/page\.\w+\.js$/;
const aList = /\/api\/delegat(?:or|e)s$/;

test('requests both lists while the page’s code is still loading', async ({ page, sandboxUrl }) => {
  const asked = Promise.all([
    page.waitForRequest('**/api/delegators'),
    page.waitForRequest('**/api/delegates'),
  ]);
  await page.route(pageCode, async (route) => {
    await asked;
    await route.continue();
  });
  await openHost(page, sandboxUrl, 'amina');

  await expect(page.frameLocator('#tab').getByRole('heading', { level: 1 })).toContainText('You can act for');
});

test('requests the page’s code before the host has returned a token', async ({ page, sandboxUrl }) => {
  const asked = page.waitForRequest(pageCode);
  await page.route('**/sso-token*', async (route) => {
    await asked;
    await route.continue();
  });
  await openHost(page, sandboxUrl, 'amina');

  await expect(page.frameLocator('#tab').getByRole('heading', { level: 1 })).toContainText('You can act for');
});

test('makes six requests before the lists are there', async ({ page, sandboxUrl }) => {
  const seen: string[] = [];
  page.on('request', (request) => {
    const { hostname, pathname } = new URL(request.url());
    // The content security policy blocks teams-js's request for Microsoft's list of hosts.
    if (request.frame() !== page.mainFrame() && hostname === 'localhost') seen.push(pathname);
  });
  await page.route(aList, () => undefined);
  await openHost(page, sandboxUrl, 'amina');
  await expect(page.frameLocator('#tab').locator('#root main')).toBeAttached();

  const ofOne = (path: string) => path.replace(/\.\w+(?=\.(?:js|css)$)/, '');
  expect(seen.map(ofOne).sort()).toEqual([
    '/api/delegates',
    '/api/delegators',
    '/assets/griffel.css',
    '/assets/page.js',
    '/assets/tab.js',
    '/tab',
  ]);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('the first script has no log line of the version of teams-js, which is slow', async ({
  page,
  sandboxUrl,
}) => {
  const loaded = page.waitForResponse(/\/assets\/tab\.\w+\.js$/);
  await openHost(page, sandboxUrl, 'amina');
  const script = await (await loaded).text();

  expect(script).toContain('initializeCompleted');
  expect(script).not.toContain('instance is version');
});

for (const { tag, direction } of spoken) {
  test.describe(`in ${tag}`, () => {
    test('the skeleton is in the host’s language, not the browser’s', async ({ page, sandboxUrl }) => {
      await page.route('**/api/delegat*', () => undefined);
      await openHost(page, sandboxUrl, 'amina', tag.toLowerCase());
      const tab = page.frameLocator('#tab');

      await expect(tab.locator('#skeleton')).toHaveAttribute('aria-label', readMessages(tag).first.loading);
      await expect(tab.locator('html')).toHaveAttribute('lang', new RegExp(`^${tag}\\b`));
      await expect(tab.locator('html')).toHaveAttribute('dir', direction);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    });

    test('the page says in the host’s language that its code cannot be loaded', async ({
      page,
      sandboxUrl,
    }) => {
      await page.route('**/assets/page.*.js', (route) => route.abort());
      await openHost(page, sandboxUrl, 'amina', tag.toLowerCase());
      const tab = page.frameLocator('#tab');
      const { problems, tryAgain } = readMessages(tag).first;

      await expect(tab.getByRole('heading', { level: 1 })).toHaveText(problems.unreachable.title);
      await expect(tab.getByRole('button')).toHaveText(tryAgain);
      await expect(tab.locator('html')).toHaveAttribute('lang', new RegExp(`^${tag}\\b`));
      await expect(tab.locator('main')).toHaveCSS('direction', direction);
    });

    test.describe('in a browser of that language', () => {
      test.use({ locale: tag });

      test('the page outside a host is in the browser’s language', async ({ page, sandboxUrl }) => {
        const { tabEndpoint } = (await (await page.request.get(`${sandboxUrl}tenant.json`)).json()) as {
          tabEndpoint: string;
        };
        let release: () => void = () => undefined;
        const released = new Promise<void>((resolve) => {
          release = resolve;
        });
        await page.route('**/assets/page.*.js', async (route) => {
          await released;
          await route.continue();
        });
        await page.goto(`${tabEndpoint}/tab`, { waitUntil: 'commit' });
        await expect(page.locator('#skeleton')).toHaveAttribute(
          'aria-label',
          readMessages(tag).first.loading,
        );
        release();
        const { outside } = readMessages(tag).later;

        await expect(page.getByRole('heading', { level: 1 })).toHaveText(outside.title);
        await expect(page.getByRole('main')).toContainText(outside.steps);
        await expect(page.locator('html')).toHaveAttribute('dir', direction);
        await expect(page.getByRole('main')).toHaveCSS('direction', direction);
        await page.getByRole('link').click();
        await expect(page.locator('html')).toHaveAttribute('lang', tag);
      });
    });
  });
}
