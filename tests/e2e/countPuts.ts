import type { Page } from '@playwright/test';

type Put = {
  readonly id: string;
  readonly fingerprint: string;
  readonly wrong: readonly string[];
  readonly shared: boolean;
};

/** Records the requests that confirm a list, with their bodies. */
export function countPuts(page: Page): Put[] {
  const puts: Put[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'PUT') return;
    const body = request.postDataJSON() as Omit<Put, 'id'>;
    puts.push({ ...body, id: request.url().split('/').at(-1) ?? '' });
  });
  return puts;
}
