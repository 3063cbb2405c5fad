import { act, fireEvent, screen } from '@testing-library/react';
import { ShareChoice, useSharing } from '../../../../src/tab/features/confirm/ShareChoice.js';
import { loadLaterMessages } from '../../../../src/tab/i18n/loadMessages.js';
import { showInSession } from '../../support/inSession.js';

const Choice = () => <ShareChoice sharing={useSharing()} />;

async function show(userId: string): Promise<HTMLInputElement> {
  document.body.replaceChildren();
  showInSession(<Choice />, {}, { userId });
  await act(async () => {
    await loadLaterMessages('en');
  });
  return screen.getByRole('checkbox', { name: 'Let them see it' });
}

afterEach(() => {
  jest.restoreAllMocks();
  localStorage.clear();
});

test('sharing is on, says exactly what others see, and goes off in one click', async () => {
  const box = await show('ann');

  expect(box.checked).toBe(true);
  expect(screen.getByText(/the delegation between the two of you, and when\. Nothing else\.$/).id).toBe(
    box.getAttribute('aria-describedby'),
  );
  fireEvent.click(box);
  expect(box.checked).toBe(false);
});

test('the browser remembers only that a user turned it off, for that user', async () => {
  fireEvent.click(await show('ben'));
  expect(Object.keys(localStorage)).toEqual(['call-delegates.not-shared.ben']);

  expect((await show('ben')).checked).toBe(false);
  expect((await show('cem')).checked).toBe(true);
  fireEvent.click(await show('ben'));
  expect(Object.keys(localStorage)).toEqual([]);
});

test('without storage it is on, and the choice lasts for the visit', async () => {
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  const box = await show('dan');

  expect(box.checked).toBe(true);
  fireEvent.click(box);
  expect((await show('dan')).checked).toBe(false);
});
