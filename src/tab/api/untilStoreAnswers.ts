import { toTabProblem } from './TabProblem.js';

/** Retries a query while the page is visible: a starting store is ready within seconds, an outage can last longer. */
export const untilStoreAnswers = {
  retry: (_: number, error: Error) => toTabProblem(error).code === 'store_unavailable',
  retryDelay: (count: number) => (count < 5 ? 2_000 : 15_000),
};
