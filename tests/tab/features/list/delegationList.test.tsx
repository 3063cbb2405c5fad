import { isolated } from '../../../support/isolated.js';
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { DelegationCards } from '../../../../src/tab/features/list/DelegationCards.js';
import { DelegationTable } from '../../../../src/tab/features/list/DelegationTable.js';
import type { Traits } from '../../support/delegation.js';
import { mixedDelegation } from '../../support/mixedDelegation.js';

const delegation = (id: string, displayName: string, traits: Traits = {}) =>
  mixedDelegation(id, { person: { displayName, mail: `${id}@contoso.com` }, ...traits });
const show = (element: ReactElement) =>
  render(<FluentProvider theme={teamsLightTheme}>{element}</FluentProvider>);
const nothing = () => undefined;

test('the table has a column per right, with Yes, No or Not reported in each cell', () => {
  show(
    <DelegationTable
      list="delegates"
      delegations={[delegation('a', 'Adele')]}
      extras={new Map()}
      changed={new Map()}
      marks={new Map()}
      open={nothing}
    />,
  );
  const table = screen.getByRole('table', { name: 'Your delegates' });

  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((head) => head.textContent),
  ).toEqual([
    'Person',
    'Make calls',
    'Receive calls',
    'Pick up held calls',
    'Join active calls',
    'Change settings',
    'Status',
  ]);
  const cells = within(table)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
  expect(cells.slice(0, 5)).toEqual(['Yes', 'No', 'Not reported', 'Yes', 'No']);
  expect(screen.getByTitle(`${isolated('Adele')} can make calls on your behalf.`)).toBeTruthy();
});

test('shows the mail address when job titles are not permitted', () => {
  show(
    <DelegationTable
      list="delegates"
      delegations={[delegation('a', 'Adele')]}
      extras={new Map()}
      changed={new Map()}
      marks={new Map()}
      open={nothing}
    />,
  );

  expect(screen.getByRole('rowheader').textContent).toContain('a@contoso.com');
});

test('cards show held rights, then unreported ones, then one line with those not held', () => {
  show(
    <DelegationCards
      list="delegators"
      delegations={[delegation('a', 'Adele')]}
      extras={new Map()}
      changed={new Map()}
      marks={new Map()}
      open={nothing}
    />,
  );
  const [, rights] = screen.getAllByRole('list');
  if (rights === undefined) throw new Error('There is no list of rights.');

  expect(
    within(rights)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['Make calls', 'Join active calls', 'Pick up held calls (Not reported)']);
  expect(screen.getByText('Not: Receive calls and Change settings')).toBeTruthy();
});

test('a click on the name or anywhere in the row opens the details', async () => {
  const opened: string[] = [];
  const people = [delegation('a', 'Adele'), delegation('b', 'Lee')];
  show(
    <DelegationTable
      list="delegates"
      delegations={people}
      extras={new Map()}
      changed={new Map()}
      marks={new Map()}
      open={(id) => void opened.push(id)}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Lee' }));

  expect(opened).toEqual(['b']);
  const [, ofAdele] = screen.getAllByRole('row');
  await userEvent.click(within(ofAdele ?? document.body).getAllByText('Yes')[0] ?? document.body);

  expect(opened).toEqual(['b', 'a']);
});

test('an entry without an id shows its rights but opens no details', () => {
  const nameless = delegation('', '', { person: null, personStatus: 'unavailable' });
  show(
    <DelegationTable
      list="delegates"
      delegations={[nameless, nameless]}
      extras={new Map()}
      changed={new Map()}
      marks={new Map()}
      open={nothing}
    />,
  );

  expect(screen.getAllByRole('rowheader')).toHaveLength(2);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a deleted account is labelled as deleted despite other data from Graph', () => {
  const ghost = delegation('a', '', { person: null, personStatus: 'notFound', isActive: true });
  show(
    <DelegationTable
      list="delegates"
      delegations={[ghost]}
      extras={new Map()}
      changed={new Map()}
      marks={new Map()}
      open={nothing}
    />,
  );

  expect(screen.getByRole('rowheader').textContent).toContain('This account was deleted');
  expect(screen.getByText('Account deleted')).toBeTruthy();
});

test.each([
  ['a blocked account', { person: { displayName: 'Otto', accountEnabled: false } }, 'Account blocked'],
  ['an inactive delegation', { isActive: false }, 'Inactive'],
  ['an unreported status', { isActive: null }, 'Not reported'],
])('%s has a badge', (_, traits: Traits, badge) => {
  show(
    <DelegationTable
      list="delegates"
      delegations={[delegation('a', 'Otto', traits)]}
      extras={new Map()}
      changed={new Map()}
      marks={new Map()}
      open={nothing}
    />,
  );

  expect(screen.getAllByRole('cell').at(-1)?.textContent).toContain(badge);
  expect(screen.queryByText('Active')).toBeNull();
});

test('an unchanged row updates its relative date after midnight', () => {
  jest.useFakeTimers({ now: new Date(2026, 10, 23, 23, 50) });
  show(
    <DelegationTable
      list="delegates"
      delegations={[delegation('a', 'Adele', { createdDateTime: new Date(2026, 10, 23, 9).toISOString() })]}
      extras={new Map()}
      changed={new Map()}
      marks={new Map()}
      open={nothing}
    />,
  );
  expect(screen.getByText(/\(today\)/)).toBeTruthy();
  jest.setSystemTime(new Date(2026, 10, 24, 0, 10));
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });

  expect(screen.getByText(/\(yesterday\)/)).toBeTruthy();
  jest.useRealTimers();
});
