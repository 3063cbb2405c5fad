import { setTimeout as sleep } from 'node:timers/promises';
import type { Configuration, Provider } from 'oidc-provider';
import { adminConsentPage, adminConsentPaths } from './adminConsentPage.js';
import { consentPage } from './consentPage.js';
import { createNestedAppAuth } from './nestedAppAuth.js';
import type { EntraContext } from './entraContext.js';
import { listen, readForm, sendJson } from './httpServer.js';
import { grants, type EntraAnswer } from './grants.js';
import { clientId, tenantId } from './tenant.js';
import { unknownUser, userClaims } from './tokens.js';

export type IdentityProviderOptions = Omit<EntraContext, 'issuer'> & {
  /** Milliseconds before each answer. */
  readonly delayMs: number;
};

type Script = (form: URLSearchParams) => EntraAnswer | undefined | Promise<EntraAnswer | undefined>;

const mount = `/${tenantId}/v2.0`;

/** Pages that users see, which may have a Cross-Origin-Opener-Policy. */
const isSignInPage = (path: string): boolean =>
  adminConsentPaths.has(path) ||
  ['auth', 'interaction', 'broker'].some((name) => path.split('/')[3] === name);

/**
 * Emulates an Entra tenant. oidc-provider serves metadata, keys and the authorization code flow with PKCE.
 * The on-behalf-of and client-credentials grants follow Entra and are answered before oidc-provider sees
 * them: it does not allow one client to be public in the browser and confidential on the server.
 */
export async function startIdentityProvider(options: IdentityProviderOptions) {
  const { state, delayMs } = options;
  const running = await listen(async (request, response, url) => {
    if (delayMs > 0) await sleep(delayMs);
    if (idp.isDown) {
      sendJson(response, 503, { error: 'temporarily_unavailable' });
      return;
    }
    if (state.signIn.hasCoop && isSignInPage(url.pathname))
      response.setHeader('cross-origin-opener-policy', 'same-origin');
    if (request.method === 'POST' && url.pathname === `${mount}/token`) {
      const form = await readForm(request);
      idp.tokenRequests.push(form.get('grant_type') ?? '');
      const grant = grants[form.get('grant_type') ?? ''];
      if (grant !== undefined) {
        const answer = (await idp.script?.(form)) ?? (await grant(form, context));
        sendJson(response, answer.status, answer.body);
        return;
      }
      Object.assign(request, { body: Object.fromEntries(form) });
    }
    if (url.pathname.startsWith(`${mount}/interaction/`)) {
      await consentPage(provider, state, request, response);
      return;
    }
    if (url.pathname.startsWith(`${mount}/broker/`)) {
      await nestedAppAuth.page(request, response, url.pathname);
      return;
    }
    if (adminConsentPaths.has(url.pathname)) {
      await adminConsentPage(request, response, url.searchParams, context);
      return;
    }
    if (url.pathname === '/organizations/v2.0/.well-known/openid-configuration') {
      // Entra's metadata for multitenant apps: the issuer is a template.
      sendJson(response, 200, {
        issuer: `${running.origin}/{tenantid}/v2.0`,
        jwks_uri: `${issuer}/jwks`,
        token_endpoint: `${running.origin}/organizations/v2.0/token`,
        authorization_endpoint: `${issuer}/auth`,
      });
      return;
    }
    if (!url.pathname.startsWith(mount)) {
      sendJson(response, 404, {
        error: 'invalid_tenant',
        error_description: 'AADSTS90002: Tenant not found.',
      });
      return;
    }
    request.url = (request.url ?? '').slice(mount.length);
    Object.assign(request, { originalUrl: `${mount}${request.url}` });
    await provider.callback()(request, response);
  });
  const issuer = `${running.origin}${mount}`;
  silenceProductionWarnings();
  const provider = await createProvider(issuer, options);
  const context: EntraContext = { ...options, issuer };
  const nestedAppAuth = createNestedAppAuth(context);

  const idp = {
    ...running,
    issuer,
    nestedAppAuth,
    /** Grant types of the requests to the token endpoint. */
    tokenRequests: [] as string[],
    /**
     * Replaces the answers to on-behalf-of and client-credentials grants. If it returns undefined, the real
     * grant answers.
     */
    script: undefined as Script | undefined,
    /** While true, metadata and keys answer 503. */
    isDown: false,
  };
  return idp;
}

async function createProvider(
  issuer: string,
  { state, registration, signingKey }: IdentityProviderOptions,
): Promise<Provider> {
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: [...registration.redirectUris],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        application_type: 'web',
      },
    ],
    jwks: { keys: [signingKey.jwk] },
    claims: { openid: ['sub', 'oid', 'tid', 'name', 'preferred_username', 'login_hint', 'ver'] },
    conformIdTokenClaims: false,
    scopes: ['openid', 'profile', 'offline_access'],
    pkce: { required: () => true },
    clientBasedCORS: () => true,
    cookies: { keys: ['sandbox'], long: { signed: false }, short: { signed: false } },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `${issuer}/interaction/${uid}` },
    ttl: {
      AuthorizationCode: 60,
      IdToken: 3600,
      AccessToken: 3600,
      Interaction: 3600,
      Session: 3600,
      Grant: 3600,
    },
    findAccount: (_context, objectId) => ({
      accountId: objectId,
      claims: () => {
        const user = state.people.get(objectId) ?? unknownUser(objectId);
        return { ...userClaims(issuer, user), sub: objectId, login_hint: user.username };
      },
    }),
  };
  // Imported dynamically, because the module warns while it loads.
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(issuer, configuration);
  // Entra adds client_info to its token responses; msal-browser reads the account from it.
  provider.use(async (context, next) => {
    await next();
    const { oidc } = context as { oidc?: { route?: string; account?: { accountId: string } } };
    if (oidc?.route === 'token' && context.status === 200 && oidc.account !== undefined) {
      const info = JSON.stringify({ uid: oidc.account.accountId, utid: tenantId });
      context.body = { ...(context.body as object), client_info: Buffer.from(info).toString('base64url') };
    }
  });
  return provider;
}

/**
 * Silences oidc-provider's warnings that concern only production: its in-memory store, its preferred Node
 * version (it runs on 20), and a request body that is already parsed.
 */
function silenceProductionWarnings(): void {
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes('oidc-provider WARNING')) warn(...words);
  };
}
