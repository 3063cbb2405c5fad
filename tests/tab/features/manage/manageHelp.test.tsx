import { screen } from '@testing-library/react';
import type { PageConfig } from '../../../../src/contract/pageConfig.js';
import { ManageHelp } from '../../../../src/tab/features/manage/ManageHelp.js';
import { isolated } from '../../../support/isolated.js';
import { showInSession } from '../../support/inSession.js';

/** The messages load after the page. */
const show = async (config: Partial<PageConfig>) => {
  showInSession(<ManageHelp />, config);
  await screen.findByText('How to change who can act for whom', {}, { timeout: 30_000 });
};

test.each([
  ['help@contoso.com', 'mailto:help@contoso.com', ''],
  ['https://help.contoso.com/calls', 'https://help.contoso.com/calls', ' (opens in a new window)'],
])('shows the support contact %s', async (text, href, mark) => {
  await show({ supportContact: { text, href } });
  const link = screen.getByText(`Help with this app: ${isolated(text)}`, { exact: false }).closest('a');

  expect(link?.getAttribute('href')).toBe(href);
  expect(link?.textContent).toBe(`Help with this app: ${isolated(text)}${mark}`);
});

test('shows no support contact when none is configured', async () => {
  await show({});

  expect(screen.queryByText(/Help with this app/)).toBeNull();
});
