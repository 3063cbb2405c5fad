import type { DelegateAllowedActions, DelegationSettings } from '@microsoft/microsoft-graph-types-beta';
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
  const start = Number(url.searchParams.get('$skiptoken') ?? 0);
  const end = start + pageSize;
  return {
    status: 200,
    body: {
      '@odata.context': 'https://graph.microsoft.com/beta/$metadata#delegationSettings',
      ...(hasEmptyLink && { '@odata.nextLink': '' }),
      ...(end < entries.length && { '@odata.nextLink': `${url.origin}${url.pathname}?$skiptoken=${end}` }),
      value: entries.slice(start, end),
    },
  };
}

export function oneEntry(entries: readonly Settings[], id: string): GraphAnswer {
  const entry = entries.find((candidate) => candidate.id === id);
  return entry === undefined
    ? failure(404, 'NotFound', 'The delegation was not found.')
    : { status: 200, body: entry };
}
