import type { Page } from '@playwright/test';
import {
  listNames,
  type Delegation,
  type DelegationList,
  type ListName,
} from '../../src/contract/delegation.js';
import { listPath } from '../../src/contract/paths.js';
import { callApi } from './screens.js';

/** Users whose lists have inactive, unreported, nameless, deleted and blocked entries, and a list for each finding. */
const owners: Readonly<Record<ListName, readonly string[]>> = {
  delegators: ['cora', 'amina', 'victor', 'tess', 'milo'],
  delegates: ['miriam', 'nadia', 'ingrid'],
};

/** Entries of the owners, by list and sandbox. They are the same for every test. */
const known = new Map<string, Promise<readonly Delegation[]>>();

async function readEntries(page: Page, sandboxUrl: string, list: ListName): Promise<readonly Delegation[]> {
  const entries: Delegation[] = [];
  for (const person of owners[list]) {
    const answer = await callApi({ page, sandboxUrl, person, look: {} }, listPath(list));
    entries.push(...((await answer.json()) as DelegationList).value);
  }
  return entries;
}

/** Adds entries of other users to each list that the tab reads from here on, so that one opening shows every kind of text. */
export async function showEveryKind(page: Page, sandboxUrl: string): Promise<void> {
  for (const list of listNames) {
    const key = `${sandboxUrl} ${list}`;
    const reading = known.get(key) ?? readEntries(page, sandboxUrl, list);
    known.set(key, reading);
    const others = await reading;
    await page.route(`**${listPath(list)}`, async (route) => {
      const response = await route.fetch();
      if (!response.ok()) {
        await route.fulfill({ response });
        return;
      }
      const own = (await response.json()) as DelegationList;
      const entries = new Map([...own.value, ...others].map((entry) => [entry.id, entry]));
      await route.fulfill({ response, json: { ...own, value: [...entries.values()] } });
    });
  }
}
