import { act, render, screen } from '@testing-library/react';
import { useWide, WideProvider } from '../../../src/tab/components/useWide.js';

let isWide = true;
const evaluate = jest.fn(() => isWide);
const media = Object.defineProperty(new EventTarget(), 'matches', { get: evaluate });
window.matchMedia = () => media as MediaQueryList;

const Width = () => <p>{useWide() ? 'wide' : 'narrow'}</p>;
const show = (count: number) => {
  const { unmount } = render(
    <WideProvider>
      {Array.from({ length: count }, (_, at) => (
        <Width key={at} />
      ))}
    </WideProvider>,
  );
  return unmount;
};

test('follows the width of the page', () => {
  show(2);
  expect(screen.getAllByText('wide')).toHaveLength(2);
  act(() => {
    isWide = false;
    media.dispatchEvent(new Event('change'));
  });

  expect(screen.getAllByText('narrow')).toHaveLength(2);
});

test('evaluates the media query as often for many parts of the page as for one', () => {
  const evaluations = [1, 20].map((count) => {
    evaluate.mockClear();
    show(count)();
    return evaluate.mock.calls.length;
  });

  expect(evaluations[1]).toBe(evaluations[0]);
});
