import { useState } from 'react';
import { listNames, type ListName } from '../../contract/delegation.js';
import { delegationsOf, useDelegations, type ListState } from '../delegation/useDelegations.js';
import { usePeople } from '../delegation/usePeople.js';
import { useMessages } from '../i18n/useMessages.js';
import { useProblemScreen } from '../problem/useProblemScreen.js';

export type Lists = Readonly<Record<ListName, ListState>>;

/** Everything that the page reads: both lists, and presence and photos of the people in them. */
export function usePageData() {
  const messages = useMessages();
  const delegators = useDelegations('delegators');
  const delegates = useDelegations('delegates');
  const lists: Lists = { delegators, delegates };
  const failed = listNames.map((name) => lists[name]).find((list) => list.state === 'failed');
  /** Shows a list's problem. Undefined without one. */
  const screen = useProblemScreen(failed?.problem);
  /** True once both lists have loaded, or failed and can be explained. Never becomes false again. */
  const isSettled =
    listNames.every((name) => lists[name].state !== 'loading') &&
    (failed === undefined || screen !== undefined);
  const people = usePeople(
    isSettled ? [...(delegationsOf(delegators) ?? []), ...(delegationsOf(delegates) ?? [])] : [],
  );
  /** State of the refresh, for screen readers. */
  const [announcement, setAnnouncement] = useState('');
  /** Reads both lists and the people again. Resolves to true if both lists could be read. */
  const refresh = async () => {
    setAnnouncement(messages.refreshing);
    people.refresh();
    const results = await Promise.all(listNames.map((name) => lists[name].refresh()));
    const isFresh = results.every(Boolean);
    setAnnouncement(isFresh ? messages.refreshed : '');
    return isFresh;
  };
  return { lists, people, isSettled, screen, refresh, announcement };
}
