import type { Page } from '@playwright/test';

/** Requests to confirm, with what they say. */
export function countPuts(page: Page): { id: string; wrong: readonly string[] }[] {
  const puts: { id: string; wrong: readonly string[] }[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'PUT') return;
    const { wrong } = request.postDataJSON() as { wrong: readonly string[] };
    puts.push({ id: request.url().split('/').at(-1) ?? '', wrong });
  });
  return puts;
}
