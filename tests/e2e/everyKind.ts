import type { Page } from '@playwright/test';
import type { Delegation, DelegationList, ListName } from '../../src/contract/delegation.js';
import { listPath } from '../../src/contract/paths.js';
import { callApi } from './screens.js';

/** Users whose lists have inactive, unreported, nameless, deleted and blocked entries, and a list for each finding. */
const owners: Readonly<Record<ListName, readonly string[]>> = {
  delegators: ['cora', 'amina', 'victor', 'tess', 'milo'],
  delegates: ['miriam', 'nadia', 'ingrid'],
};

/** Adds entries of other users to each list that the tab reads from here on, so that one opening shows every kind of text. */
export async function showEveryKind(page: Page, sandboxUrl: string): Promise<void> {
  for (const [list, people] of Object.entries(owners) as [ListName, readonly string[]][]) {
    const others: Delegation[] = [];
    for (const person of people) {
      const answer = await callApi({ page, sandboxUrl, person, look: {} }, listPath(list));
      others.push(...((await answer.json()) as DelegationList).value);
    }
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
