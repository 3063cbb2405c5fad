import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiProblem } from '../../../src/tab/api/TabProblem.js';
import { ActionButton } from '../../../src/tab/problem/ActionButton.js';
import { showInSession } from '../support/inSession.js';

const press = () => userEvent.click(screen.getByRole('button', { name: 'Chat' }));

test('acts once on a double press and again on a later one', async () => {
  let end: () => void = () => undefined;
  const slow = jest.fn(() => new Promise<void>((resolve) => (end = resolve)));
  showInSession(<ActionButton act={slow}>Chat</ActionButton>);
  await userEvent.dblClick(screen.getByRole('button', { name: 'Chat' }));
  expect(slow).toHaveBeenCalledTimes(1);

  await act(async () => {
    end();
    await Promise.resolve();
  });
  await press();
  expect(slow).toHaveBeenCalledTimes(2);
});

test('shows the host’s refusal until the action succeeds', async () => {
  const moody = jest.fn().mockRejectedValueOnce({ errorCode: 100 }).mockResolvedValue(undefined);
  showInSession(<ActionButton act={moody}>Chat</ActionButton>);
  await press();
  expect(screen.getByRole('alert').textContent).toContain('Microsoft Teams couldn’t do this');

  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(moody).toHaveBeenCalledTimes(2);
});

test('shows the API’s own problem', async () => {
  const fail = () => Promise.reject(new ApiProblem({ code: 'offline' }));
  showInSession(<ActionButton act={fail}>Chat</ActionButton>);
  await press();

  expect(screen.getByRole('alert').textContent).toContain('You’re offline');
});
