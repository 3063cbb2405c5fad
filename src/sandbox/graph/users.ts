import type { Presence, User } from '@microsoft/microsoft-graph-types-beta';
import { graphScopes } from '../../contract/graphScopes.js';
import { drawPortrait } from '../portrait.js';
import type { SandboxState } from '../state.js';
import type { DemoPerson } from '../tenant.js';
import { licences } from '../tenant/licences.js';
import { failure, type Caller, type GraphAnswer } from './GraphAnswer.js';

/** Properties that Graph returns without `$select`. */
const defaults = ['id', 'displayName', 'jobTitle', 'department', 'mail', 'userPrincipalName'];
/** Properties of other users that `User.ReadBasic.All` permits. */
const basic = ['id', 'displayName', 'mail', 'userPrincipalName'];

/**
 * Returns status 200 with null, or an empty list, for each property that the caller may not read.
 * @see https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/2410
 */
export function getUser(
  state: SandboxState,
  { scopes, objectId }: Caller,
  id: string,
  select: string | null,
): GraphAnswer {
  const mayReadAll = scopes.has(graphScopes.profiles) || (id === objectId && scopes.has(graphScopes.self));
  if (!mayReadAll && !scopes.has(graphScopes.names))
    return failure(403, 'Authorization_RequestDenied', 'Insufficient privileges.');
  const person = state.people.get(id);
  if (person === undefined)
    return failure(404, 'Request_ResourceNotFound', `Resource '${id}' does not exist.`);
  const wanted = select?.split(',') ?? defaults;
  const user: Readonly<Record<string, unknown>> = { ...toUser(person) };
  const toEntry = (name: string): [string, unknown] => {
    const isThinnedOut = !mayReadAll && !basic.includes(name);
    return [name, isThinnedOut ? (Array.isArray(user[name]) ? [] : null) : user[name]];
  };
  const members = Object.keys(user)
    .filter((name) => wanted.includes(name))
    .map(toEntry);
  return { status: 200, body: Object.fromEntries(members) };
}

function toUser(person: DemoPerson): User {
  return {
    id: person.id,
    displayName: person.displayName,
    jobTitle: person.jobTitle,
    department: person.isOdd === true ? '\u200b ' : person.department,
    mail: person.mail,
    userPrincipalName: person.username,
    accountEnabled: person.isBlocked !== true,
    userType: person.isGuest === true ? 'Guest' : 'Member',
    assignedPlans: licences[person.licence].map((plan) => ({
      assignedDateTime: '2025-02-03T09:12:44Z',
      ...plan,
    })),
  };
}

export function getPhoto(state: SandboxState, { scopes }: Caller, id: string, size: number): GraphAnswer {
  const person = state.people.get(id);
  if (!scopes.has(graphScopes.names))
    return failure(403, 'Authorization_RequestDenied', 'Insufficient privileges.');
  if (person?.hasPhoto !== true) {
    const missing = failure(404, 'ImageNotFound', 'The photo was not found.');
    return person?.isOdd === true ? { ...missing, status: 200 } : missing;
  }
  return {
    status: 200,
    headers: { 'Content-Type': person.isOdd === true ? 'image/jpg' : 'image/png' },
    body: drawPortrait(id, size).toString('base64'),
  };
}

export function getPresences(state: SandboxState, { scopes }: Caller, body: string): GraphAnswer {
  if (!scopes.has(graphScopes.presence)) return failure(403, 'Forbidden', 'Missing scope.');
  const { ids } = JSON.parse(body) as { ids: string[] };
  const value: Presence[] = ids.map((id) => {
    const person = state.people.get(id);
    const availability = person?.availability ?? 'PresenceUnknown';
    return { id, availability, activity: person?.activity ?? availability };
  });
  return { status: 200, body: { value } };
}
