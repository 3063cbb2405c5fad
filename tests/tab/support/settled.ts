import { act } from '@testing-library/react';

/** Runs the action and waits for its immediate effects. */
export const settled = (does: () => void = () => undefined): Promise<void> =>
  act(async () => {
    does();
    await new Promise((resolve) => setTimeout(resolve));
  });

/** Makes the page visible again after this time in the background. */
export const seenAgainAfter = (milliseconds: number): Promise<void> =>
  settled(() => {
    jest.setSystemTime(Date.now() + milliseconds);
    window.dispatchEvent(new Event('visibilitychange'));
  });
