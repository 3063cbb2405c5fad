import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';

/** Problems are shown with a way out of their own, so nothing is tried again behind the reader's back. */
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', staleTime: 5 * 60 * 1000, refetchOnWindowFocus: true },
  },
});

/** What the later parts of the page have read, shared by all of them. */
export function Queries({ children }: { readonly children: ReactNode }) {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
