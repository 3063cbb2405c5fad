import type { TabProblem } from '../api/TabProblem.js';
import type { ProblemScreen } from './useProblemScreen.js';
import { ProblemNotice } from './ProblemNotice.js';
import { toHandling } from './toHandling.js';

export const problemScreen: ProblemScreen = {
  ProblemNotice,
  toHostReason: (problem: TabProblem) => toHandling(problem).host,
};
