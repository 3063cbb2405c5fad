import { openHost } from './openHost.js';
import { expect, findingsInAllThemes, test } from './sandbox.js';

const problems: readonly [alias: string, title: string, button: string][] = [
  ['tomas', 'This app needs your administrator’s approval', 'Send to my administrator'],
  ['marcus', 'Confirm that it’s you', 'Sign in'],
  ['elena', 'Call delegation isn’t turned on for you', 'Send to my administrator'],
  ['grace', 'Microsoft is asking us to wait', 'Try again'],
  ['oskar', 'Microsoft’s service is down', 'Try again'],
  ['hana', 'Microsoft took too long', 'Try again'],
  ['ivo', 'Microsoft sent an unexpected answer', 'Try again'],
  ['wen', 'Microsoft’s sign-in is down', 'Try again'],
  ['pavel', 'This app isn’t set up correctly', 'Send to my administrator'],
  ['agnes', 'Your sign-in wasn’t accepted', 'Try again'],
  ['bilal', 'This app isn’t set up completely', 'Send to my administrator'],
];

for (const [alias, title, button] of problems) {
  test(`${alias} reads "${title}" and gets a way out`, async ({ openAs, page }) => {
    const tab = await openAs(alias);

    await expect(tab.getByRole('heading', { name: title })).toBeVisible();
    await expect(tab.getByRole('button', { name: button })).toBeVisible();
    await expect(tab.getByText(/Support code: [0-9a-f-]{36}/)).toBeVisible();
    await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'failure');
    expect(await findingsInAllThemes(page)).toEqual([]);
  });
}

test('the user can read, copy and mail the report for an administrator', async ({
  openAs,
  page,
  context,
}) => {
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

test('a new user consents in the pop-up and then sees the list', async ({ openAs, page }) => {
  const tab = await openAs('priya', { window: 'opener' });
  const popup = page.waitForEvent('popup');
  await tab.getByRole('button', { name: 'I can approve it myself' }).click();
  await (await popup).getByRole('button', { name: 'Accept' }).click();

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 1 person');
  await expect(tab.getByRole('rowheader')).toContainText(['Beatrice Sand']);
});

test('the page says that consent was declined and stays as it was', async ({ openAs, page }) => {
  const tab = await openAs('tomas', { window: 'opener' });
  const popup = page.waitForEvent('popup');
  await tab.getByRole('button', { name: 'I can approve it myself' }).click();
  await (await popup).getByRole('button', { name: /without granting consent/ }).click();

  await expect(tab.getByText('In your organization, only administrators can approve this')).toBeVisible();
  await expect(tab.getByRole('button', { name: 'I can approve it myself' })).toBeEnabled();
});

test('the page handles a pop-up that the user closes', async ({ openAs, page }) => {
  const tab = await openAs('tomas', { window: 'opener' });
  const popup = page.waitForEvent('popup');
  await tab.getByRole('button', { name: 'I can approve it myself' }).click();
  await (await popup).waitForLoadState();
  await (await popup).close();

  await expect(tab.getByText('You can try again.')).toBeVisible();
});

test('the page outside a host says how to open the tab in Teams', async ({ page, openAs }) => {
  await openAs('amina');
  const { tabEndpoint } = (await (
    await page.request.get(new URL('/tenant.json', page.url()).href)
  ).json()) as { tabEndpoint: string };
  await page.goto(`${tabEndpoint}/tab`);

  await expect(page.getByRole('heading', { name: 'Open this in Microsoft Teams' })).toBeVisible();
  for (const path of ['/', '/privacy', '/terms']) {
    await page.goto(`${tabEndpoint}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('the page says that it is offline and recovers by itself', async ({ openAs, context }) => {
  const tab = await openAs('amina');
  // The last content that loads after the list.
  await expect(tab.getByText('How to change who can act for whom')).toBeVisible();
  await context.setOffline(true);
  await tab.getByRole('button', { name: 'Refresh' }).click();
  await expect(tab.getByText('You’re offline').first()).toBeVisible();
  await expect(tab.getByRole('rowheader').first()).toBeVisible();
  await context.setOffline(false);
  await expect(tab.getByText('You’re offline')).toHaveCount(0);
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

test('without names the page says who can grant the permission, with the message and its link', async ({
  openAs,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const tab = await openAs('cora');
  await expect(tab.getByText('Names can’t be shown.')).toBeVisible();
  await tab.getByRole('button', { name: 'Send to my administrator' }).click();
  expect(await findingsInAllThemes(page)).toEqual([]);
  await tab.getByRole('button', { name: 'Copy message' }).click();

  await expect(tab.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^http\S+\/adminconsent\?/m);
});

test('the page says that it is still waiting after five seconds without an answer', async ({
  page,
  sandboxUrl,
}) => {
  await page.clock.install();
  await page.route('**/api/delegat*', () => undefined);
  await openHost(page, sandboxUrl, 'hana');
  const skeleton = page.frameLocator('#tab').locator('#skeleton');
  await expect(skeleton).toHaveAttribute('role', 'status');
  await expect(page.frameLocator('#tab').locator('#root > *')).not.toHaveCount(0);
  await expect(skeleton).not.toContainText('Still waiting');
  await page.clock.fastForward('00:05');

  await expect(skeleton).toContainText('Still waiting for Microsoft…');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
