import { createElement, useEffect, useState, type ComponentType } from 'react';
import type { TabProblem } from '../api/TabProblem.js';
import { Fallback } from '../components/Fallback.js';
import type { ExpectedFailure } from '../host/teams.js';
import type { ProblemNoticeProps } from './ProblemNotice.js';

/** Only a page without its lists needs it. */
export type ProblemScreen = {
  readonly ProblemNotice: ComponentType<ProblemNoticeProps>;
  readonly toHostReason: (problem: TabProblem) => ExpectedFailure;
};

const fallbackScreen: ProblemScreen = {
  ProblemNotice: ({ problem, retry, heading = 'h2' }) =>
    createElement(Fallback, { code: problem.code, retry, heading }),
  toHostReason: () => 'Other',
};

/** Milliseconds to wait for the code of the full screen before the fallback is shown. */
const patienceMs = 5_000;

/** Never rejects. */
export async function loadProblemScreen(): Promise<ProblemScreen> {
  const patience = new Promise<ProblemScreen>((resolve) => {
    setTimeout(resolve, patienceMs, fallbackScreen);
  });
  return await Promise.race([import('./ProblemNotice.js').catch(() => fallbackScreen), patience]);
}

/** Loads the screen again at each problem. Returns undefined until the full screen or the fallback is loaded. */
export function useProblemScreen(problem: TabProblem | undefined): ProblemScreen | undefined {
  const [screen, setScreen] = useState<ProblemScreen>();
  useEffect(() => {
    if (problem !== undefined) void loadProblemScreen().then(setScreen);
  }, [problem]);
  return screen;
}
