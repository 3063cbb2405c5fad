import type { Page } from '@playwright/test';
import { expect, test, type RawTab } from './rawTab.js';

/** Tokens and sign-in windows of the emulated Teams client, tested without the product's tab. */

const askToken = (tab: RawTab, { claims, silent = true }: { claims?: string; silent?: boolean } = {}) =>
  tab.ask('authentication.getAuthToken', null, claims === undefined ? null : [claims], silent);
const dialogOf = (page: Page) => page.getByRole('dialog');
const readClaims = (token: unknown) =>
  JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
const mfaClaims =
  '{"access_token":{"capolids":{"essential":true,"values":["c5a1f7de-1d0a-4c1b-8b19-5a5b6f5e8a01"]}}}';
const contextClaims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

test('the host caches its token until a request has claims or is not silent', async ({ openRaw }) => {
  const tab = await openRaw('amina');
  const first = await askToken(tab);

  expect(first[0]).toBe(true);
  expect(await askToken(tab)).toEqual(first);
  const second = await askToken(tab, { silent: false });
  expect(second).not.toEqual(first);
  expect(await askToken(tab)).toEqual(second);
  expect(await askToken(tab, { claims: mfaClaims })).not.toEqual(second);
});

for (const reason of ['resourceRequiresConsent', 'resourceRequiresMfa', 'tokenRevoked']) {
  test(`a refusal with ${reason} ends when the user accepts the host's dialog`, async ({ openRaw, page }) => {
    const tab = await openRaw('amina', { answers: `refuse:${reason}` });
    expect(await askToken(tab)).toEqual([false, reason]);
    await expect(dialogOf(page)).toBeHidden();

    const cancelled = askToken(tab, { silent: false });
    await dialogOf(page).getByRole('button', { name: 'Cancel' }).click();
    expect(await cancelled).toEqual([false, 'CancelledByUser']);
    expect(await askToken(tab)).toEqual([false, reason]);

    const accepted = askToken(tab, { silent: false });
    await dialogOf(page).getByRole('button', { name: 'Accept' }).click();
    expect((await accepted)[0]).toBe(true);
    expect((await askToken(tab))[0]).toBe(true);
  });
}

test('any other refusal persists, for silent requests and others', async ({ openRaw }) => {
  const tab = await openRaw('amina', { answers: 'refuse:something new' });

  expect(await askToken(tab)).toEqual([false, 'something new']);
  expect(await askToken(tab, { silent: false })).toEqual([false, 'something new']);
});

test('a refusal can end by itself', async ({ openRaw }) => {
  const tab = await openRaw('amina', { answers: 'refuse:renewalTimeout', refusals: '1' });

  expect(await askToken(tab)).toEqual([false, 'renewalTimeout']);
  expect((await askToken(tab))[0]).toBe(true);
});

for (const [func, args] of [
  ['initialize', ['2.58.0', 4, []]],
  ['getContext', []],
  ['authentication.getAuthToken', [null, null, true]],
] as const) {
  const name = func.replace('authentication.', '');
  test(`${func} can be answered late or never`, async ({ openRaw, page }) => {
    await page.clock.install();
    const tab = await openRaw('amina', { answers: `slow:${name}`, seconds: '16' });
    let isAnswered = false;
    const answer = tab.ask(func, ...args).then(() => (isAnswered = true));
    // The host has received the message once it answers a later one.
    await tab.ask('clipboard.writeToClipboard');
    await page.clock.fastForward(15_000);
    await tab.ask('clipboard.writeToClipboard');
    expect(isAnswered).toBe(false);
    await page.clock.fastForward(1_000);
    await answer;

    await page.getByLabel('Host answers').selectOption(`never:${name}`);
    await tab.frame.getByRole('heading', { name: 'Raw tab' }).waitFor();
    isAnswered = false;
    tab.ask(func, ...args).then(
      () => (isAnswered = true),
      () => undefined,
    );
    await tab.ask('clipboard.writeToClipboard');
    await page.clock.fastForward('10:00');
    await tab.ask('clipboard.writeToClipboard');
    expect(isAnswered).toBe(false);
  });
}

test('claims open a dialog and return a new token with the requested claim', async ({ openRaw, page }) => {
  const tab = await openRaw('marcus');
  const [, known] = await askToken(tab);
  expect(readClaims(known)).not.toHaveProperty('amr');
  expect(await askToken(tab, { claims: mfaClaims })).toEqual([false, 'resourceRequiresMfa']);

  const asked = askToken(tab, { claims: mfaClaims, silent: false });
  await dialogOf(page).getByRole('button', { name: 'Accept' }).click();
  const [, proven] = await asked;
  expect(readClaims(proven)['amr']).toEqual(['pwd', 'mfa']);
  expect((await askToken(tab))[1]).toBe(proven);
});

test('a host that ignores claims returns its cached token', async ({ openRaw, page }) => {
  const tab = await openRaw('maren');
  const known = await askToken(tab);

  expect(await askToken(tab, { claims: contextClaims, silent: false })).toEqual(known);
  await expect(dialogOf(page)).toBeHidden();
});

/** Opens the window at the identity provider's administrator page, which needs no sign-in. */
async function authenticate(tab: RawTab, page: Page, tenantUrl: string) {
  const { authorityHost } = (await (await page.request.get(tenantUrl)).json()) as { authorityHost: string };
  const url = `${authorityHost.replace('http:', 'https:')}/organizations/v2.0/adminconsent`;
  const answer = tab.ask('authentication.authenticate', url, 500, 500, false);
  return { answer };
}

test('under COOP the host reports the window as cancelled while it is still open', async ({
  openRaw,
  page,
  sandboxUrl,
  context,
}) => {
  const tab = await openRaw('amina', { window: 'coop' });
  const opened = context.waitForEvent('page');
  const { answer } = await authenticate(tab, page, `${sandboxUrl}tenant.json`);

  expect(await answer).toEqual([false, 'CancelledByUser']);
  const popup = await opened;
  await expect(popup.getByRole('heading')).toBeVisible();
  expect(await popup.evaluate(() => window.opener === null)).toBe(true);
  expect(popup.isClosed()).toBe(false);
});

test('without COOP the window keeps its opener', async ({ openRaw, page, sandboxUrl, context }) => {
  const tab = await openRaw('amina', { window: 'opener' });
  const opened = context.waitForEvent('page');
  const { answer } = await authenticate(tab, page, `${sandboxUrl}tenant.json`);
  const popup = await opened;
  await expect(popup.getByRole('heading')).toBeVisible();
  expect(await popup.evaluate(() => window.opener !== null)).toBe(true);
  await popup.close();

  expect(await answer).toEqual([false, 'CancelledByUser']);
});

test('a window can be blocked', async ({ openRaw, page, sandboxUrl }) => {
  const tab = await openRaw('amina', { window: 'blocked' });
  const { answer } = await authenticate(tab, page, `${sandboxUrl}tenant.json`);

  expect(await answer).toEqual([false, 'FailedToOpenWindow']);
});

test('a window in the default browser has no opener, and the request never settles', async ({
  openRaw,
  page,
  sandboxUrl,
  context,
}) => {
  const tab = await openRaw('amina', { window: 'external' });
  const opened = context.waitForEvent('page');
  let isAnswered = false;
  const { answer } = await authenticate(tab, page, `${sandboxUrl}tenant.json`);
  answer.then(
    () => (isAnswered = true),
    () => undefined,
  );
  const popup = await opened;
  await expect(popup.getByRole('heading')).toBeVisible();
  expect(await popup.evaluate(() => window.opener === null)).toBe(true);
  await popup.close();
  await tab.ask('clipboard.writeToClipboard');

  expect(isAnswered).toBe(false);
});
