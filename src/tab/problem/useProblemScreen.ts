import { useEffect, useState, type ComponentType } from 'react';
import type { TabProblem } from '../api/TabProblem.js';
import type { ExpectedFailure } from '../host/teams.js';
import { PlainNotice } from './PlainNotice.js';
import type { ProblemNoticeProps } from './ProblemNotice.js';

/** What only a page without its lists needs. */
export type ProblemScreen = {
  readonly ProblemNotice: ComponentType<ProblemNoticeProps>;
  readonly toHostReason: (problem: TabProblem) => ExpectedFailure;
};

const plainScreen: ProblemScreen = { ProblemNotice: PlainNotice, toHostReason: () => 'Other' };

/** Milliseconds that the code of a screen may take before the problem is told without it. */
const patienceMs = 5_000;

/** Never rejects: a problem that is told plainly is better than one that is not told. */
export async function loadProblemScreen(): Promise<ProblemScreen> {
  const patience = new Promise<ProblemScreen>((resolve) => {
    setTimeout(resolve, patienceMs, plainScreen);
  });
  const full = import('./problemScreen.js').then(({ problemScreen }) => problemScreen);
  return await Promise.race([full.catch(() => plainScreen), patience]);
}

/** Asked for at the first problem, and again at each that follows; undefined until it is there, or cannot be had. */
export function useProblemScreen(problem: TabProblem | undefined): ProblemScreen | undefined {
  const [screen, setScreen] = useState<ProblemScreen>();
  useEffect(() => {
    if (problem !== undefined) void loadProblemScreen().then(setScreen);
  }, [problem]);
  return screen;
}
