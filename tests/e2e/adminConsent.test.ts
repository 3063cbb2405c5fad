import { expect, test, unmarkedLinks } from './sandbox.js';

test('an administrator declines consent, then grants it', async ({ openAs, page, browser }) => {
  const tab = await openAs('priya');
  await tab.getByRole('button', { name: 'Send to my administrator' }).click();
  const link = /^https?:\S+$/m.exec(await tab.getByRole('group').last().innerText())?.[0] ?? '';

  // An administrator who has never opened the tab.
  const admin = await browser.newPage({ locale: 'ar-EG' });
  await admin.goto(link);
  await expect(admin.getByRole('listitem')).toHaveCount(4);
  await admin.getByRole('button', { name: 'Cancel' }).click();
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('لم يُمنح الإذن');
  await expect(admin.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(admin.getByText('AADSTS65004')).toBeVisible();
  // The page does not repeat Microsoft's error text.
  expect(await admin.content()).not.toContain('resource owner');
  // A retry that is still running would already find the consent that is granted below.
  const refusals = ['delegators', 'delegates'].map((list) => page.waitForResponse(`**/api/${list}`));
  await tab.getByRole('button', { name: 'Try again' }).click();
  await Promise.all(refusals);
  await expect(
    tab.getByRole('heading', { name: 'This app needs your administrator’s approval' }),
  ).toBeVisible();

  await admin.getByRole('link', { name: 'منح الإذن للجميع' }).click();
  await admin.getByRole('button', { name: 'Accept' }).click();
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('مُنح الإذن لمؤسستك');
  await expect(admin).toHaveTitle(/^مُنح الإذن لمؤسستك · /);
  await admin.close();
  await tab.getByRole('button', { name: 'Try again' }).click();
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 1 person');
  // The consent also covers the permission to read names.
  await expect(tab.getByRole('rowheader')).toContainText(['Beatrice Sand']);
});

const ends: readonly [query: string, heading: string][] = [
  ['code=0.abc&session_state=x', 'Permission granted for one person'],
  ['admin_consent=True&tenant=x&state=consent', 'Permission granted for your organization'],
  ['admin_consent=True&error=access_denied&error_description=AADSTS65004', 'Permission was not granted'],
  ['error=access_denied&error_description=AADSTS90094', 'Only an administrator can grant this'],
  ['error=access_denied&error_description=AADSTS90095', 'Your request is waiting for approval'],
  ['error=interaction_required&error_description=AADSTS53003', 'Your organization stopped this sign-in'],
  ['error=invalid_client&error_description=AADSTS650056', 'The app is not set up correctly'],
  ['error=%3Cimg%20src=x%3E&error_description=%3Cscript%3Emarker', 'That did not work'],
  ['', 'You can close this page'],
];

test('the result pages show their own text for each result, in each language, and nothing from the query string', async ({
  page,
  complaints,
  sandbox: {
    tenant: { tabEndpoint },
  },
}) => {
  for (const path of ['/auth/end', '/auth/start']) {
    // Without a result in the query, /auth/start begins to sign in.
    for (const [query, heading] of path === '/auth/end' ? ends : ends.slice(-3, -1)) {
      await page.goto(`${tabEndpoint}${path}?${query}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
      expect(await page.content()).not.toMatch(/marker|<img|0\.abc/);
      expect(await unmarkedLinks(page.mainFrame())).toEqual([]);
    }
  }
  await page.goto(`${tabEndpoint}/auth/end?error=access_denied&error_description=AADSTS90095%3A+marker`);
  await page.getByRole('link', { name: '日本語' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('承認を待っています');
  await expect(page.getByText('AADSTS90095')).toBeVisible();
  expect(page.url()).not.toContain('marker');
  expect(complaints).toEqual([]);
});

test('the pop-up uses the tab’s language, on its result page too', async ({ openAs, page }) => {
  const tab = await openAs('priya', { locale: 'de-de', window: 'opener', bridge: 'off' });
  const opening = page.waitForEvent('popup');
  // Hold the requests so that the pop-up's text can be read.
  const held: (() => void)[] = [];
  await page.context().route('**/.well-known/openid-configuration', async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  const letGo = async () => {
    await expect.poll(() => held.length).toBe(1);
    held.pop()?.();
  };
  await tab.getByRole('button', { name: 'Ich kann selbst zustimmen' }).click();
  const popup = await opening;
  await expect(popup.getByRole('status')).toHaveText('Sie werden angemeldet…');
  await letGo();
  await popup.getByRole('button', { name: 'Accept' }).click();
  await popup.waitForURL('**/auth/end**');
  await expect(popup.getByRole('status')).toHaveText('Sie werden angemeldet…');
  await letGo();

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Sie können für 1 Person handeln');
  await expect.poll(() => popup.isClosed()).toBe(true);
});
