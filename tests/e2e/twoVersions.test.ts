import type { Page } from '@playwright/test';
import { expect, test } from './sandbox.js';

/** Redirects requests for a script to another build, the given number of times. */
async function replaceScript(page: Page, name: string, times: number): Promise<{ readonly loads: string[] }> {
  const loads: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === '/tab') loads.push(pathname);
  });
  await page.route(
    new RegExp(`/assets/${name}\\.\\w+\\.js$`),
    (route) =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/\.\w+\.js$/, '.000000.js'),
      }),
    { times },
  );
  return { loads };
}

for (const name of ['tab', 'page']) {
  test(`reloads when the script "${name}" belongs to another version`, async ({ page, openHost }) => {
    const { loads } = await replaceScript(page, name, 1);
    await openHost('amina');

    await expect(page.frameLocator('#tab').getByRole('rowheader').first()).toBeVisible();
    expect(loads).toHaveLength(2);
  });
}

test('reloads once when the script stays missing, and offers a retry', async ({ page, openHost }) => {
  const { loads } = await replaceScript(page, 'page', 100);
  await openHost('amina');

  await expect(page.frameLocator('#tab').getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(loads).toHaveLength(2);
});
