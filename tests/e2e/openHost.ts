import type { Page } from '@playwright/test';

/** Opens the host with a user signed in (by alias). Does not wait for the tab's content. */
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
