import { useEffect, useRef, useState } from 'react';
import type { Delegation, PersonExtras, Presence } from '../../contract/delegation.js';
import { isGuid } from '../../contract/guid.js';
import { useSession, type Session } from '../session.js';
import { useVisibleAgain } from '../components/browserEvents.js';

/** Data about the people in the lists. */
export type People = {
  /** Presence and photos by id. People who could not be read are missing. */
  readonly extras: ReadonlyMap<string, PersonExtras>;
  /** Presence only. Undefined: not loaded yet; null: failed. */
  readonly presence: ReadonlyMap<string, Presence | null> | null | undefined;
  readonly refresh: () => void;
};

type LoadedPeople = Pick<People, 'extras'> & {
  /** Ids of the last request, joined. Undefined until it has succeeded or failed. */
  readonly whose?: string;
  readonly hasFailed: boolean;
  /** Milliseconds since the epoch. */
  readonly asOf: number;
};

/** Milliseconds after which presence is read again when the page becomes visible. */
const staleMs = 60_000;

/** @param delegations of both lists; empty until each has loaded or failed */
export function usePeople(delegations: readonly Delegation[]): People {
  const session = useSession();
  const [first] = useState(() => requestPeople(session));
  const [loaded, setLoaded] = useState<LoadedPeople>({ extras: new Map(), hasFailed: false, asOf: 0 });
  const ids = idsOf(delegations);
  const whose = ids.join();
  const pending = useRef<Promise<unknown>>();

  const read = async (): Promise<void> => {
    const early = loaded.whose === undefined ? await first : undefined;
    const answer = early?.whose === whose ? early.answer : session.api.getPeople(ids);
    pending.current = answer;
    const people = await answer.catch(() => undefined);
    // Only the latest request may update state.
    if (answer !== pending.current) return;
    pending.current = undefined;
    setLoaded((before) => ({
      extras: people === undefined ? before.extras : new Map(people.map((extras) => [extras.id, extras])),
      hasFailed: people === undefined,
      whose,
      asOf: Date.now(),
    }));
  };
  useEffect(() => {
    if (whose !== '') void read();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- Only other people are a reason to ask.
  }, [whose]);
  const refresh = () => {
    if (loaded.whose === whose && pending.current === undefined) void read();
  };
  useVisibleAgain(() => {
    if (Date.now() - loaded.asOf > staleMs) refresh();
  });

  return { extras: loaded.extras, presence: collectPresence(loaded, whose), refresh };
}

function collectPresence({ extras, whose, hasFailed }: LoadedPeople, wanted: string): People['presence'] {
  if (wanted === '' || (whose === wanted && hasFailed)) return null;
  if (whose !== wanted) return undefined;
  return new Map([...extras.values()].map(({ id, presence }) => [id, presence]));
}

/** Requests the people as soon as the lists arrive, while the lists are still being rendered. */
async function requestPeople({ firstApi, early }: Session) {
  const lists = await Promise.allSettled([early.delegators, early.delegates]);
  const ids = idsOf(lists.flatMap((list) => (list.status === 'fulfilled' ? list.value.value : [])));
  const answer = firstApi.getPeople(ids);
  // Prevents an unhandled rejection. The awaiting caller handles the failure.
  answer.catch(() => undefined);
  return { whose: ids.join(), answer };
}

/** Removes duplicates and sorts: a person can be in both lists, and a refresh can change the order. */
function idsOf(delegations: readonly Delegation[]): string[] {
  const people = delegations.flatMap(({ person }) =>
    person !== null && isGuid(person.id) ? [person.id] : [],
  );
  return [...new Set(people)].sort();
}
