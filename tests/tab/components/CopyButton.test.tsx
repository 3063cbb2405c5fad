import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CopyButton } from '../../../src/tab/components/CopyButton.js';
import { showInSession } from '../support/inSession.js';

const refuse = () => {
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('NotAllowedError'));
};

test('copies, announces it and keeps its name', async () => {
  const reader = userEvent.setup();
  showInSession(<CopyButton label="Copy link" text="https://example.test/x" />);
  await reader.click(screen.getByRole('button', { name: 'Copy link' }));

  expect(await navigator.clipboard.readText()).toBe('https://example.test/x');
  expect(screen.getByRole('status').textContent).toBe('Copied');
  expect(screen.getByRole('button').textContent).toBe('Copy link');
});

test('announces each press, even with the same text', async () => {
  const reader = userEvent.setup();
  showInSession(<CopyButton text="c0de" />);
  await reader.click(screen.getByRole('button', { name: 'Copy' }));
  const first = screen.getByRole('status').firstChild;
  await reader.click(screen.getByRole('button', { name: 'Copy' }));

  expect(screen.getByRole('status').textContent).toBe('Copied');
  expect(screen.getByRole('status').firstChild).not.toBe(first);
});

test('shows a text that cannot be copied, for selection', async () => {
  const reader = userEvent.setup();
  refuse();
  showInSession(<CopyButton text="c0de" />);
  await reader.click(screen.getByRole('button', { name: 'Copy' }));

  expect(screen.getByRole('status').textContent).toBe('');
  expect(screen.getByText('c0de')).not.toBeNull();
  expect(screen.getByRole('alert').textContent).toContain('Copying isn’t allowed here');
});
