import { act } from '@testing-library/react';
import { english } from '../../../src/tab/i18n/Language.js';
import { rehearse } from '../../../src/tab/page/rehearse.js';

const media = Object.assign(new EventTarget(), { matches: true });
const ask = jest.fn(() => media as unknown as MediaQueryList);
window.matchMedia = ask;

/** The names of the elements that are made for it. */
const rehearsed = () => {
  const make = jest.spyOn(document, 'createElement');
  make.mockClear();
  act(() => {
    rehearse(english);
  });
  return make.mock.calls.map(([name]) => name);
};

test('a first screen is rehearsed as it will be drawn, and nobody is shown any of it', () => {
  expect(rehearsed()).toEqual(expect.arrayContaining(['h1', 'table']));
  media.matches = false;
  media.dispatchEvent(new Event('change'));
  const onPhone = rehearsed();
  expect(onPhone).toEqual(expect.arrayContaining(['h1', 'ul']));
  expect(onPhone).not.toContain('table');

  expect(document.body.innerHTML).toBe('');
  // Every asking has the page laid out anew.
  expect(ask).toHaveBeenCalledTimes(1);
});
