import { act, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import type { Counterpart } from '../../../../src/contract/confirmation.js';
import type { Api } from '../../../../src/tab/api/client.js';
import { ApiProblem } from '../../../../src/tab/api/TabProblem.js';
import type { RowMarks } from '../../../../src/tab/delegation/OtherSideMark.js';
import { CounterpartMarks } from '../../../../src/tab/features/counterparts/CounterpartMarks.js';
import { loadLaterMessages } from '../../../../src/tab/i18n/loadMessages.js';
import { aDelegation } from '../../support/delegation.js';
import { inSession } from '../../support/inSession.js';

const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const people = (count: number) => Array.from({ length: count }, (_, index) => aDelegation(idOf(index)));
const [ann = aDelegation('')] = people(1);
const sharedByAnn: Counterpart = {
  ...ann,
  isRight: true,
  confirmedAt: `${new Date().getFullYear()}-03-03T12:00:00Z`,
};

type Ask = (path: string) => Promise<{ value: Counterpart[] }>;

function show(ask: Ask, delegations = [ann]) {
  const Page = ({ asOf }: { asOf: number }) => {
    const [marks, setMarks] = useState<RowMarks>(new Map());
    return (
      <>
        <CounterpartMarks list="delegates" delegations={delegations} asOf={asOf} mark={setMarks} />
        {[...marks].map(([id, mark]) => (
          <p key={id}>{mark}</p>
        ))}
      </>
    );
  };
  const wrap = inSession({ api: { send: ask as Api['send'] } });
  const { rerender } = render(wrap(<Page asOf={1} />));
  return (asOf: number) => {
    rerender(wrap(<Page asOf={asOf} />));
  };
}

const settle = () =>
  act(async () => {
    await loadLaterMessages('en');
    await new Promise((resolve) => setTimeout(resolve));
  });

test('marks the row of a person who shared a confirmation, and asks for nothing but the ids', async () => {
  const ask = jest.fn<ReturnType<Ask>, Parameters<Ask>>(() => Promise.resolve({ value: [sharedByAnn] }));
  show(ask);
  await settle();

  expect(await screen.findByText(/^Confirmed by .* · Mar 3$/)).not.toBeNull();
  expect(ask.mock.calls).toEqual([[`/api/counterparts/delegates?id=${idOf(0)}`]]);
});

test('asks for 50 ids at a time', async () => {
  const ask = jest.fn<ReturnType<Ask>, Parameters<Ask>>(() => Promise.resolve({ value: [] }));
  show(ask, people(120));
  await settle();

  expect(ask.mock.calls.map(([path]) => path.split('id=').length - 1)).toEqual([50, 50, 20]);
});

test('reads them again after the list was read again', async () => {
  const answers = [{ value: [sharedByAnn] }, { value: [{ ...sharedByAnn, isRight: false }] }];
  const ask: Ask = () => Promise.resolve(answers.shift() ?? { value: [] });
  const refresh = show(ask);
  await settle();
  await screen.findByText(/^Confirmed by/);

  refresh(2);
  expect(await screen.findByText(/ says this isn’t right$/)).not.toBeNull();
});

test('shows nothing when the read fails, also what was known before', async () => {
  let isDown = false;
  const refresh = show(() =>
    isDown
      ? Promise.reject(new ApiProblem({ code: 'unreachable' }))
      : Promise.resolve({ value: [sharedByAnn] }),
  );
  await settle();
  await screen.findByText(/^Confirmed by/);

  isDown = true;
  refresh(2);
  await waitFor(() => {
    expect(screen.queryByText(/^Confirmed by/)).toBeNull();
  });
});
