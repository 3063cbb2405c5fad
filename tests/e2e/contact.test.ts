import type { Look } from './sandbox.js';
import { expect, test } from './sandbox.js';

const idOf = (number: number) => `a1de4f1c-0000-4000-8000-${String(number).padStart(12, '0')}`;
const every = ['Chat', 'Call', 'Profile card', 'Email'];

const sofia = [`delegators/${idOf(8)}`, 'Sofia Ribeiro'] as const;

for (const [what, alias, [subPageId, name], look, offered] of [
  ['in Teams', 'kenji', sofia, {}, every],
  ['where the host does not report whether calling is allowed', 'kenji', sofia, { calling: 'silent' }, every],
  ['where the host forbids calling', 'kenji', sofia, { calling: 'forbidden' }, except('Call')],
  ['in a host without chat', 'kenji', sofia, { chat: 'none' }, except('Chat')],
  ['in a host without mail', 'kenji', sofia, { mail: 'none' }, except('Email')],
  ['in Outlook', 'kenji', sofia, { host: 'Outlook' }, ['Profile card', 'Email']],
  ['in the Microsoft 365 app', 'kenji', sofia, { host: 'Office' }, ['Profile card', 'Email']],
  ['for a deleted account', 'miriam', [`delegates/${idOf(999)}`, 'Unknown person'], {}, []],
  ['for a blocked account', 'nadia', [`delegates/${idOf(42)}`, 'Otto Renner'], {}, []],
  ['for a person without a name', 'cora', [`delegators/${idOf(13)}`, 'Name not available'], {}, []],
] as const satisfies readonly Case[]) {
  test(`${what} details offer ${offered.length === 0 ? 'nothing' : offered.join(', ')}`, async ({
    openAs,
  }) => {
    const tab = await openAs(alias, { ...look, subPageId });
    const drawer = tab.getByRole('dialog');
    await expect(drawer.getByRole('heading').first()).toContainText(name);
    await expect(drawer.getByText('For support')).toBeVisible();

    for (const each of every) {
      await expect(drawer.getByRole('button', { name: each, exact: true })).toHaveCount(
        (offered as readonly string[]).includes(each) ? 1 : 0,
      );
    }
  });
}

type Case = readonly [
  what: string,
  alias: string,
  about: readonly [subPageId: string, name: string],
  look: Look,
  offered: readonly string[],
];

function except(name: string): readonly string[] {
  return every.filter((each) => each !== name);
}
