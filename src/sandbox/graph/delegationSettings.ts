import type { DelegateAllowedActions, DelegationSettings } from '@microsoft/microsoft-graph-types-beta';
import { rights } from '../../contract/delegation.js';
import type { DemoDelegation } from '../tenant/delegations.js';
import { failure, type GraphAnswer } from './GraphAnswer.js';

export function toSettings(delegations: readonly DemoDelegation[], areDelegates: boolean, objectId: string) {
  return delegations
    .filter(({ delegatorId, delegateId }) => (areDelegates ? delegatorId : delegateId) === objectId)
    .map(
      ({ delegatorId, delegateId, isActive, createdDateTime, allowedActions }) =>
        ({
          '@odata.type': '#microsoft.graph.delegationSettings',
          id: areDelegates ? delegateId : delegatorId,
          createdDateTime,
          isActive,
          allowedActions: { '@odata.type': 'microsoft.graph.delegateAllowedActions', ...allowedActions },
        }) satisfies Typed<DelegationSettings> & { allowedActions: Typed<DelegateAllowedActions> },
    );
}

type Typed<Entity> = Entity & { readonly '@odata.type': string };

type Settings = ReturnType<typeof toSettings>[number];

/** @param hasEmptyLink whether the last page has an empty `@odata.nextLink` */
export function listPage(
  entries: readonly Settings[],
  url: URL,
  pageSize: number,
  hasEmptyLink: boolean,
): GraphAnswer {
  const filter = url.searchParams.get('$filter');
  const wanted = filter === null ? entries : filterEntries(entries, filter);
  if (wanted === undefined) return failure(400, 'BadRequest', 'Invalid filter clause.');
  const start = Number(url.searchParams.get('$skiptoken') ?? 0);
  const next = new URLSearchParams(url.searchParams);
  next.set('$skiptoken', String(start + pageSize));
  return {
    status: 200,
    body: {
      '@odata.context': 'https://graph.microsoft.com/beta/$metadata#delegationSettings',
      ...(url.searchParams.get('$count') === 'true' && { '@odata.count': wanted.length }),
      ...(hasEmptyLink && { '@odata.nextLink': '' }),
      ...(start + pageSize < wanted.length && {
        '@odata.nextLink': `${url.origin}${url.pathname}?${next.toString()}`,
      }),
      value: wanted.slice(start, start + pageSize),
    },
  };
}

function filterEntries(entries: readonly Settings[], filter: string): readonly Settings[] | undefined {
  const [, name, wanted] = /^(?:allowedActions\/)?(\w+) eq (true|false)$/.exec(filter) ?? [];
  if (name === 'isActive') return entries.filter(({ isActive }) => String(isActive) === wanted);
  const right = rights.find((candidate) => candidate === name);
  if (right === undefined) return undefined;
  return entries.filter(({ allowedActions }) => String(allowedActions[right]) === wanted);
}

export function oneEntry(entries: readonly Settings[], id: string): GraphAnswer {
  const entry = entries.find((candidate) => candidate.id === id);
  return entry === undefined
    ? failure(404, 'NotFound', 'The delegation was not found.')
    : { status: 200, body: entry };
}
