import type { Page } from '@playwright/test';

/** Records the requests that confirm a list, with their bodies. */
export function countPuts(page: Page): { id: string; wrong: readonly string[] }[] {
  const puts: { id: string; wrong: readonly string[] }[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'PUT') return;
    const { wrong } = request.postDataJSON() as { wrong: readonly string[] };
    puts.push({ id: request.url().split('/').at(-1) ?? '', wrong });
  });
  return puts;
}
