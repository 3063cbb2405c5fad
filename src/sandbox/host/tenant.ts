import type { DemoPerson } from '../tenant.js';
import { pickers } from './controls.js';

/** Content of the sandbox's `/tenant.json`. */
type Tenant = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly companyName: string;
  readonly authorityHost: string;
  readonly tabEndpoint: string;
  /** True under `npm run dev`: the page reloads after each change. */
  readonly reloads: boolean;
  readonly people: readonly DemoPerson[];
  readonly languages: readonly { readonly locale: string; readonly name: string }[];
};

/** Sends a request to the sandbox's server: POST if there is a body. */
export async function askSandbox<Reply>(path: string, body?: object): Promise<Reply> {
  const answer = await fetch(path, body && { method: 'POST', body: JSON.stringify(body) });
  return (await answer.json()) as Reply;
}

export const tenant = await askSandbox<Tenant>('/tenant.json');

/** Parameters of the page's address. */
export const wishes = new URLSearchParams(location.search);

/** The signed-in user. */
export function user(): DemoPerson {
  const person = tenant.people.find(({ id }) => id === pickers.user.value);
  if (person === undefined) throw new Error('No person is selected.');
  return person;
}

/** Name of the user that a request refers to, or the request as text. */
export function nameOf(request: unknown): string {
  const text = typeof request === 'string' ? request : JSON.stringify(request);
  return (
    tenant.people.find(({ id, username }) => text.includes(id) || text.includes(username))?.displayName ??
    text
  );
}
