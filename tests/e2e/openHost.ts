import type { Page } from '@playwright/test';

/** Opens the host with somebody signed in (by alias), and waits for nothing that the tab shows. */
export async function openHost(
  page: Page,
  sandboxUrl: string,
  alias: string,
  locale = 'en',
  look: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { people } = (await (await page.request.get(`${sandboxUrl}tenant.json`)).json()) as {
    people: { id: string; alias: string }[];
  };
  const user = people.find((person) => person.alias === alias)?.id ?? '';
  await page.goto(`${sandboxUrl}?${new URLSearchParams({ user, locale, ...look }).toString()}`);
}
