import { act } from '@testing-library/react';

/** Does it, and lets everything come to rest that follows from it at once. */
export const settled = (does: () => void = () => undefined): Promise<void> =>
  act(async () => {
    does();
    await new Promise((resolve) => setTimeout(resolve));
  });

/** Another window was before the page, and for so long. */
export const seenAgainAfter = (milliseconds: number): Promise<void> =>
  settled(() => {
    jest.setSystemTime(Date.now() + milliseconds);
    window.dispatchEvent(new Event('visibilitychange'));
  });
