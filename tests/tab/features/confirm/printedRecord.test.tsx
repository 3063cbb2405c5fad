import { act } from '@testing-library/react';
import type { Confirmation } from '../../../../src/contract/confirmation.js';
import { PrintedRecord } from '../../../../src/tab/features/confirm/PrintedRecord.js';
import { loadLaterMessages } from '../../../../src/tab/i18n/loadMessages.js';
import { showInSession } from '../../support/inSession.js';

const confirmation: Confirmation = {
  id: 'a1de4f1c-0000-4000-8000-000000000c01',
  confirmedAt: '2026-11-24T12:00:00Z',
  fingerprint: 'f',
  shared: false,
  entries: [],
};

const recordOf = (whenDone: () => void) => (
  <PrintedRecord
    list="delegates"
    confirmation={confirmation}
    toName={() => null}
    counterparts={undefined}
    whenDone={whenDone}
  />
);

test('prints once despite repeated rendering and calls the latest whenDone', async () => {
  const print = jest.spyOn(window, 'print').mockReturnValue(undefined);
  const first = jest.fn();
  const latest = jest.fn();
  const { showAgain } = showInSession(recordOf(first));
  await act(async () => {
    await loadLaterMessages('en');
  });
  showAgain(recordOf(jest.fn()));
  showAgain(recordOf(latest));
  window.dispatchEvent(new Event('afterprint'));

  expect(document.querySelector('[data-record]')).not.toBeNull();
  expect(print).toHaveBeenCalledTimes(1);
  expect(first).not.toHaveBeenCalled();
  expect(latest).toHaveBeenCalledTimes(1);
});
