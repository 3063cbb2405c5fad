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

/** Chooses the host's answers, which reloads the tab. */
async function choose(page: Page, tab: RawTab, answers: string): Promise<void> {
  const loaded = page.waitForResponse('**/tab?*');
  await page.getByLabel('Host answers').selectOption(answers);
  await loaded;
  await tab.frame.getByRole('heading', { name: 'Raw tab' }).waitFor();
}

test('a refusal for a missing sign-in ends with the host’s dialog', async ({ openRaw, page }) => {
  const tab = await openRaw('amina');
  for (const reason of ['resourceRequiresConsent', 'resourceRequiresMfa', 'tokenRevoked']) {
    await choose(page, tab, `refuse:${reason}`);
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
  }
});

test('any other refusal persists, or ends by itself after the given number', async ({ openRaw }) => {
  let tab = await openRaw('amina', { answers: 'refuse:something new' });
  expect(await askToken(tab)).toEqual([false, 'something new']);
  expect(await askToken(tab, { silent: false })).toEqual([false, 'something new']);

  tab = await openRaw('amina', { answers: 'refuse:renewalTimeout', refusals: '1' });
  expect(await askToken(tab)).toEqual([false, 'renewalTimeout']);
  expect((await askToken(tab))[0]).toBe(true);
});

test('the host can answer late or never', async ({ openRaw, page }) => {
  await page.clock.install();
  const tab = await openRaw('amina', { seconds: '16' });
  /** The host has received the messages so far once it answers a later one. */
  const passTime = async (time: number | string) => {
    await tab.ask('clipboard.writeToClipboard');
    await page.clock.fastForward(time);
    await tab.ask('clipboard.writeToClipboard');
  };
  for (const [func, args] of [
    ['initialize', ['2.58.0', 4, []]],
    ['getContext', []],
    ['authentication.getAuthToken', [null, null, true]],
  ] as const) {
    const name = func.replace('authentication.', '');
    await choose(page, tab, `slow:${name}`);
    let isAnswered = false;
    const answer = tab.ask(func, ...args).then(() => (isAnswered = true));
    await passTime(15_000);
    expect(isAnswered).toBe(false);
    await page.clock.fastForward(1_000);
    await answer;

    await choose(page, tab, `never:${name}`);
    isAnswered = false;
    tab.ask(func, ...args).then(
      () => (isAnswered = true),
      () => undefined,
    );
    await passTime('10:00');
    expect(isAnswered).toBe(false);
  }
});

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

for (const [what, look, result] of [
  ['under COOP loses its opener, and the host reports it as cancelled at once', 'coop', 'CancelledByUser'],
  ['keeps its opener without COOP, and the host reports its end', 'opener', 'CancelledByUser'],
  ['can be blocked', 'blocked', 'FailedToOpenWindow'],
  ['in the default browser has no opener, and the host never reports it', 'external', undefined],
] as const) {
  test(`a window ${what}`, async ({ openRaw, sandbox, context }) => {
    const tab = await openRaw('amina', { window: look });
    const { authorityHost } = sandbox.tenant;
    // The identity provider's administrator page needs no sign-in.
    const url = `${authorityHost.replace('http:', 'https:')}/organizations/v2.0/adminconsent`;
    const opened = look === 'blocked' ? undefined : context.waitForEvent('page');
    let answer: readonly unknown[] | undefined;
    tab.ask('authentication.authenticate', url, 500, 500, false).then(
      (args) => (answer = args),
      () => undefined,
    );
    const popup = await opened;
    if (popup !== undefined) {
      await expect(popup.getByRole('heading')).toBeVisible();
      expect(await popup.evaluate(() => window.opener === null)).toBe(look !== 'opener');
      if (look === 'coop') await expect.poll(() => answer).toBeDefined();
      expect(popup.isClosed()).toBe(false);
      await popup.close();
    }
    await tab.ask('clipboard.writeToClipboard');
    if (result === undefined) expect(answer).toBeUndefined();
    else await expect.poll(() => answer).toEqual([false, result]);
  });
}
