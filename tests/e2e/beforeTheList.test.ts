import { readMessages } from '../support/readMessages.js';
import { expect, findings, holdBack, test } from './sandbox.js';

const pageCode = /\/assets\/page\.\w+\.js$/;
const aList = /\/api\/delegat(?:or|e)s$/;

test('requests the code without a token, and both lists before it runs', async ({ page, openHost }) => {
  const seen: string[] = [];
  page.on('request', (request) => {
    const { hostname, pathname } = new URL(request.url());
    // The content security policy blocks teams-js's request for Microsoft's list of hosts.
    if (request.frame() !== page.mainFrame() && hostname === 'localhost') seen.push(pathname);
  });
  const codeAsked = page.waitForRequest(pageCode);
  const listsAsked = Promise.all([
    page.waitForRequest('**/api/delegators'),
    page.waitForRequest('**/api/delegates'),
  ]);
  const firstScript = page.waitForResponse(/\/assets\/tab\.\w+\.js$/);
  await page.route('**/sso-token*', async (route) => {
    await codeAsked;
    await route.continue();
  });
  await page.route(pageCode, async (route) => {
    await listsAsked;
    await route.continue();
  });
  const release = await holdBack(page, aList);
  const tab = await openHost('amina');
  await expect(tab.locator('#root main')).toBeAttached();
  const ofOne = (path: string) => path.replace(/\.\w+(?=\.(?:js|css)$)/, '');
  expect(seen.map(ofOne).sort()).toEqual([
    '/api/delegates',
    '/api/delegators',
    '/assets/griffel.css',
    '/assets/page.js',
    '/assets/tab.js',
    '/tab',
  ]);
  // The log line with the version of teams-js is slow.
  const script = await (await firstScript).text();
  expect(script).toContain('initializeCompleted');
  expect(script).not.toContain('instance is version');
  release();

  await expect(tab.getByRole('heading', { level: 1 })).toContainText('You can act for');
});

const { first, later } = readMessages('ar');

test('without the page’s code, the error is in the host’s language', async ({ openAs, page }) => {
  const release = await holdBack(page, pageCode, (route) => route.abort('connectionreset'));
  const opening = openAs('amina', { locale: 'ar', theme: 'dark' });
  const frame = page.frameLocator('#tab');
  await expect(frame.locator('#skeleton')).toHaveAttribute('aria-label', first.loading);
  await expect(frame.locator('html')).toHaveAttribute('lang', /^ar\b/);
  await expect(frame.locator('html')).toHaveAttribute('dir', 'rtl');
  release();
  const tab = await opening;
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText(first.problems.unreachable.title);
  await expect(tab.getByRole('button')).toHaveText(first.tryAgain);
  await expect(tab.locator('main')).toHaveCSS('direction', 'rtl');
  expect(await findings(page)).toEqual([]);
  await page.unroute(pageCode);
  await tab.getByRole('button').click();

  await expect(tab.getByRole('rowheader').first()).toContainText('Diego Marenco');
});

test.describe('in an Arabic browser', () => {
  test.use({ locale: 'ar' });

  test('the page outside a host is in the browser’s language', async ({ page, sandbox }) => {
    const release = await holdBack(page, pageCode);
    await page.goto(`${sandbox.tenant.tabEndpoint}/tab`, { waitUntil: 'commit' });
    await expect(page.locator('#skeleton')).toHaveAttribute('aria-label', first.loading);
    release();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(later.outside.title);
    await expect(page.getByRole('main')).toContainText(later.outside.steps);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('main')).toHaveCSS('direction', 'rtl');
    await page.getByRole('link').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  });
});
