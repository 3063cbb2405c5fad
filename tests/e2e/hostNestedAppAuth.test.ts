import { expect, test, type RawTab } from './rawTab.js';

/** Nested App Authentication bridge of the emulated Teams client, tested over its wire protocol. */

const clientId = 'b5a0c9f2-3d47-4c1e-8f6a-92e7d15b3c40';
const requestId = 'e0b7a1c2-1111-4000-8000-000000000001';
const ask = (tab: RawTab, method: string, scope: string, claims?: string) =>
  tab.execute({
    method,
    requestId,
    tokenParams: { clientId, scope, ...(claims !== undefined && { claims }) },
  });
const readRuntime = async (tab: RawTab) => {
  const [, , , runtime] = await tab.ask('initialize', '2.58.0', 4, []);
  return JSON.parse(String(runtime)) as { isNAAChannelRecommended?: boolean; supports: object };
};

test('the host announces the bridge and its account to the tab, unless it is switched off', async ({
  openRaw,
  page,
}) => {
  const tab = await openRaw('amina');
  expect(await readRuntime(tab)).toMatchObject({
    isNAAChannelRecommended: true,
    supports: { nestedAppAuth: {} },
  });
  expect(await tab.execute({ method: 'GetInitContext', requestId })).toMatchObject({
    messageType: 'NestedAppAuthResponse',
    requestId,
    success: true,
    initContext: {
      accountContext: { homeAccountId: expect.stringMatching(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/) as unknown },
    },
  });
  const choose = async (bridge: string) => {
    const loaded = page.waitForResponse('**/tab?*');
    await page.getByLabel('Nested app auth').selectOption(bridge);
    await loaded;
    await tab.frame.getByRole('heading', { name: 'Raw tab' }).waitFor();
  };
  // An app without its redirect URI.
  await choose('unregistered');
  expect(await ask(tab, 'GetToken', 'CallDelegation.Read')).toMatchObject({
    success: false,
    error: { description: expect.stringContaining('AADSTS700046') as unknown },
  });
  await choose('off');

  const runtime = await readRuntime(tab);
  expect(runtime).not.toHaveProperty('isNAAChannelRecommended');
  expect(runtime.supports).not.toHaveProperty('nestedAppAuth');
});
