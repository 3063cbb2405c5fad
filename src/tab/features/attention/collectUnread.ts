import { presenceOf, toPresenceNow } from '../../delegation/presenceNow.js';
import type { AttentionInput } from './collectFindings.js';
import type { Unread } from './Finding.js';
import { findCallRecipients } from './reachability.js';

/** Returns the data that `collectFindings` is missing because a read failed. Skips data that is still loading. Pure. */
export function collectUnread(input: AttentionInput): Unread[] {
  const { list, delegations, other, presence, lastConfirmed, teamsPhone, isCallingAllowed } = input;
  const unread: Unread[] = [];
  const add = (what: Unread['what'], ids: readonly string[]) => {
    if (ids.length > 0) unread.push({ what, ids });
  };

  add('names', idsOf(delegations.filter(({ personStatus }) => personStatus === 'unavailable')));
  add(
    'accounts',
    idsOf(delegations.filter(({ person }) => person !== null && person.accountEnabled === null)),
  );
  if (list === 'delegates' && presence !== undefined) {
    const { known } = findCallRecipients(delegations);
    add(
      'presence',
      known.filter((id) => toPresenceNow(presenceOf(presence, id)) === 'unknown'),
    );
  }
  if (teamsPhone === null && isCallingAllowed !== false) unread.push({ what: 'licence', ids: [] });
  if (lastConfirmed === null) unread.push({ what: 'confirmation', ids: [] });
  if (other === null) unread.push({ what: 'otherList', ids: [] });
  return unread;
}

const idsOf = (some: AttentionInput['delegations']): string[] => some.map(({ id }) => id);
