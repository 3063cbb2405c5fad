import { act } from '@testing-library/react';
import { english } from '../../../src/tab/i18n/Language.js';
import { rehearse } from '../../../src/tab/page/rehearse.js';

const media = Object.assign(new EventTarget(), { matches: true });
window.matchMedia = () => media as unknown as MediaQueryList;

/** Returns the names of the elements that the rehearsal creates. */
const rehearsed = () => {
  const make = jest.spyOn(document, 'createElement');
  make.mockClear();
  act(() => {
    rehearse(english);
  });
  return make.mock.calls.map(([name]) => name);
};

test('renders the first screen as it will look, without leaving anything visible', () => {
  expect(rehearsed()).toEqual(expect.arrayContaining(['h1', 'table']));
  media.matches = false;
  const onPhone = rehearsed();
  expect(onPhone).toEqual(expect.arrayContaining(['h1', 'ul']));
  expect(onPhone).not.toContain('table');

  expect(document.body.innerHTML).toBe('');
});
