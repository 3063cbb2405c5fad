import { useEffect, useState, type ComponentType } from 'react';
import type { TabProblem } from '../api/TabProblem.js';
import type { ExpectedFailure } from '../host/teams.js';
import { PlainNotice } from './PlainNotice.js';
import type { ProblemNoticeProps } from './ProblemNotice.js';

/** Code needed only by a page without its lists. */
export type ProblemScreen = {
  readonly ProblemNotice: ComponentType<ProblemNoticeProps>;
  readonly toHostReason: (problem: TabProblem) => ExpectedFailure;
};

const plainScreen: ProblemScreen = { ProblemNotice: PlainNotice, toHostReason: () => 'Other' };

/** Milliseconds to wait for the screen's code before the plain notice is shown. */
const patienceMs = 5_000;

/** Never rejects. Falls back to the plain notice. */
export async function loadProblemScreen(): Promise<ProblemScreen> {
  const patience = new Promise<ProblemScreen>((resolve) => {
    setTimeout(resolve, patienceMs, plainScreen);
  });
  const full = import('./problemScreen.js').then(({ problemScreen }) => problemScreen);
  return await Promise.race([full.catch(() => plainScreen), patience]);
}

/** Loads the screen at the first problem and retries at each later one. Undefined while it is not loaded. */
export function useProblemScreen(problem: TabProblem | undefined): ProblemScreen | undefined {
  const [screen, setScreen] = useState<ProblemScreen>();
  useEffect(() => {
    if (problem !== undefined) void loadProblemScreen().then(setScreen);
  }, [problem]);
  return screen;
}
