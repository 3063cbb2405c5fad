import { pages } from '../../src/contract/paths.js';
import type { ProblemCode } from '../../src/contract/problem.js';
import { expect, findingsInAllThemes, refuseWith, test, unmarkedLinks } from './sandbox.js';

/** Each problem that leaves the page without a list, and its way out. The last one allows no immediate retry. */
const problems: readonly [code: ProblemCode, title: string, button: string][] = [
  ['consent_required', 'This app needs your administrator’s approval', 'Send to my administrator'],
  ['delegation_not_allowed', 'Call delegation isn’t turned on for you', 'Send to my administrator'],
  ['graph_unavailable', 'Microsoft’s service is down', 'Try again'],
  ['graph_timeout', 'Microsoft took too long', 'Try again'],
  ['graph_unexpected', 'Microsoft sent an unexpected answer', 'Try again'],
  ['entra_unavailable', 'Microsoft’s sign-in is down', 'Try again'],
  ['misconfigured', 'This app isn’t set up correctly', 'Send to my administrator'],
  ['insufficient_scope', 'This app isn’t set up completely', 'Send to my administrator'],
  ['throttled', 'Microsoft is asking us to wait', 'Try again'],
];

test('each problem has its own title and way out, accessible in every theme', async ({ openAs, page }) => {
  let current: ProblemCode = 'invalid_token';
  await page.route(/\/api\/delegat(?:or|e)s$/, (route) =>
    refuseWith(current, {
      scopes: [],
      tenantId: '',
      ...(current === 'throttled' && { retryAfter: 60 }),
    })(route),
  );
  const tab = await openAs('amina');
  await expect(tab.getByRole('heading', { name: 'Your sign-in wasn’t accepted' })).toBeVisible();
  await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'failure');
  for (const [code, title, button] of problems) {
    current = code;
    await tab.getByRole('button', { name: 'Try again' }).click();
    await expect(tab.getByRole('heading', { name: title })).toBeVisible();
    await expect(tab.getByRole('button', { name: button, exact: true })).toBeVisible();
    await expect(tab.getByText(/Support code: [0-9a-f-]{36}/)).toBeVisible();
    if (['consent_required', 'graph_unexpected', 'throttled'].includes(code))
      expect(await findingsInAllThemes(page)).toEqual([]);
  }
});

test('the user can read, copy and mail the administrator’s report', async ({ openAs, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const tab = await openAs('elena');
  const send = tab.getByRole('button', { name: 'Send to my administrator' });
  await expect(send).toHaveAttribute('aria-expanded', 'false');
  await send.click();
  const message = tab.getByRole('group', { name: 'Please turn on call delegation for me' }).first();
  await expect(message).toContainText('elena@');
  await expect(message).toContainText(/Get-CsUserPolicyAssignment -Identity [0-9a-f-]{36}/);
  await expect(message).toContainText(/Support code: [0-9a-f-]{36}/);
  expect(await findingsInAllThemes(page)).toEqual([]);

  const copy = message.getByRole('button', { name: 'Copy message' });
  await copy.click();
  await expect(message.getByRole('status')).toHaveText('Copied');
  await expect(copy).toHaveText('Copy message');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Get-CsUserPolicyAssignment');
  const mail = await message.getByRole('link', { name: 'Email' }).getAttribute('href');
  expect(mail).toMatch(/^mailto:\?subject=Please/);
  expect(mail?.length).toBeLessThanOrEqual(1_900);
});

test('the page says that the pop-up was closed, or consent declined', async ({ openAs, page }) => {
  const tab = await openAs('tomas', { window: 'opener' });
  const approve = tab.getByRole('button', { name: 'I can approve it myself' });
  let popup = page.waitForEvent('popup');
  await approve.click();
  await (await popup).waitForLoadState();
  await (await popup).close();
  await expect(tab.getByText('You can try again.')).toBeVisible();

  popup = page.waitForEvent('popup');
  await approve.click();
  await (await popup).getByRole('button', { name: /without granting consent/ }).click();
  await expect(tab.getByText('In your organization, only administrators can approve this')).toBeVisible();
  await expect(approve).toBeEnabled();
});

test('standalone pages have a heading and mark every external link', async ({ page, sandbox }) => {
  for (const path of [pages.home, pages.privacy, pages.terms, pages.tab]) {
    await page.goto(`${sandbox.tenant.tabEndpoint}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await unmarkedLinks(page.mainFrame())).toEqual([]);
  }
});

test('at 320 pixels the message is centred and the support code is on one line', async ({ openAs, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const tab = await openAs('agnes');
  const code = tab.locator('bdi', { hasText: /^[0-9a-f-]{36}$/ });

  await expect(tab.getByRole('heading', { level: 1 })).toHaveCSS('text-align', 'center');
  await expect(tab.getByText('Try again. If that doesn’t help')).toHaveCSS('text-align', 'center');
  const heights = await code.evaluate((element) => [
    element.getBoundingClientRect().height,
    parseFloat(getComputedStyle(element).lineHeight),
  ]);
  expect(heights[0]).toBe(heights[1]);
});
