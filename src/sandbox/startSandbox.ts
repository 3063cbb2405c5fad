import { randomBytes } from 'node:crypto';
import { pages } from '../contract/paths.js';
import { provenClaims } from './claimsChallenges.js';
import { startGraph } from './graph.js';
import { startIdentityProvider } from './identityProvider.js';
import type { ManagedIdentity } from './managedIdentity.js';
import { createState } from './state.js';
import { startTeamsHost } from './teamsHost.js';
import { clientId, people, tenantId } from './tenant.js';
import { createSigningKey, sign, ssoClaims, unknownUser, type SigningKey } from './tokens.js';

export type SandboxOptions = {
  /** The tab's origin, which the host frames and to which the consent pop-up returns. */
  readonly tabEndpoint: string;
  /** Port of the host page. Default: any. */
  readonly hostPort?: number;
  /** PEM of a certificate with which the app may authenticate. */
  readonly certificate?: string;
  /** A managed identity with which the app may authenticate. */
  readonly managedIdentity?: ManagedIdentity;
  /** If true, the host page waits for `reloadHost`. Default false. */
  readonly reloads?: boolean;
  readonly graphPageSize?: number;
  /** Milliseconds that the identity provider and Graph take to answer. Default 0. */
  readonly delayMs?: number;
  /** The key of the identity provider. Default: a new one. */
  readonly signingKey?: SigningKey;
};

type Claims = Readonly<Record<string, unknown>>;

export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

/** Starts an emulated tenant on loopback: identity provider, Graph and Teams host, each on its own port. */
export async function startSandbox(options: SandboxOptions) {
  const { tabEndpoint, certificate, managedIdentity, graphPageSize, delayMs = 0 } = options;
  const state = createState();
  const secret = randomBytes(24).toString('base64url');
  const signingKey = options.signingKey ?? (await createSigningKey());
  const graph = await startGraph({ state, signingKey, pageSize: graphPageSize, delayMs });
  const idp = await startIdentityProvider({
    state,
    signingKey,
    delayMs,
    registration: {
      secret,
      identifierUri: `api://${new URL(tabEndpoint).host}/${clientId}`,
      redirectUris: [`${tabEndpoint}${pages.authEnd}`],
      certificate,
      managedIdentity,
    },
    graphOrigin: graph.origin,
  });

  /**
   * Issues an SSO token of a user (default: the first). `claims` override the valid ones; undefined removes a
   * claim.
   */
  const ssoToken = async (
    claims: Claims = {},
    { objectId = people[0]?.id ?? '', key = signingKey }: { objectId?: string; key?: SigningKey } = {},
  ): Promise<string> => {
    const user = state.people.get(objectId) ?? unknownUser(objectId);
    return await sign(key, { ...ssoClaims(idp.issuer, user), ...claims });
  };

  const host = await startTeamsHost({
    state,
    tabEndpoint,
    port: options.hostPort ?? 0,
    reloads: options.reloads ?? false,
    authorityHost: idp.origin,
    nestedAppAuth: idp.nestedAppAuth,
    ssoToken: (objectId, requested) => {
      const problem = state.people.get(objectId)?.problem;
      return ssoToken({ ...faultyClaims(problem), ...provenClaims(problem, requested) }, { objectId });
    },
  });

  /** Environment variables with which the server uses this tenant. */
  const env: Readonly<Record<string, string>> = {
    TAB_ENDPOINT: tabEndpoint,
    AAD_APP_CLIENT_ID: clientId,
    AAD_APP_TENANT_ID: tenantId,
    SECRET_AAD_APP_CLIENT_SECRET: secret,
    AAD_APP_OAUTH_AUTHORITY_HOST: idp.origin,
    GRAPH_ENDPOINT: graph.origin,
    TEAMS_HOST_ORIGINS: host.origin,
  };

  return {
    hostUrl: `${host.origin}/`,
    env,
    idp,
    graph,
    state,
    signingKey,
    ssoToken,
    reloadHost: host.reload,
    close: async (): Promise<void> => {
      await Promise.all([idp.close(), graph.close(), host.close()]);
    },
  };
}

function faultyClaims(problem: string | undefined): Claims {
  const hourAgo = Math.floor(Date.now() / 1000) - 3600;
  if (problem === 'expiredToken') return { exp: hourAgo, nbf: hourAgo - 3600, iat: hourAgo - 3600 };
  if (problem === 'wrongScope') return { scp: 'something_else' };
  return {};
}
