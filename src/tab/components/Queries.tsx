import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { toTabProblem } from '../api/TabProblem.js';

/** Disables retries, because each problem is shown with its own way out. */
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', staleTime: 5 * 60 * 1000, refetchOnWindowFocus: true },
  },
});

/** Provides the query cache that the later parts of the page share. */
export function Queries({ children }: { readonly children: ReactNode }) {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/** Retries a query while the page is visible: a starting store is ready within seconds, an outage can last longer. */
export const untilStoreAnswers = {
  retry: (_: number, error: Error) => toTabProblem(error).code === 'store_unavailable',
  retryDelay: (count: number) => (count < 5 ? 2_000 : 15_000),
};
