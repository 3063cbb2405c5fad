import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { graphScopes } from '../contract/graphScopes.js';
import { challengeOf, isAskedFor, provenClaims } from './claimsChallenges.js';
import { askInBrowser, type QuestionKind } from './consentPage.js';
import type { EntraContext } from './entraContext.js';
import { readForm } from './httpServer.js';
import { grantedScopes } from './grants.js';
import { clientId, tenantId, type DemoPerson } from './tenant.js';
import { sign, signGraphToken, userClaims } from './tokens.js';

export type TokenParams = {
  readonly clientId?: string;
  /** Separated by spaces. */
  readonly scope?: string;
  /** JSON. */
  readonly claims?: string;
};

export type Outcome = Readonly<Record<string, unknown>> & { readonly success: boolean };
export type Reply = {
  readonly outcome?: Outcome;
  readonly interaction?: { readonly id: string; readonly url: string };
};

type Target = { readonly resource: 'graph' | 'ownApi'; readonly scopes: readonly string[] };
type Interaction = {
  readonly person: DemoPerson;
  readonly kind: QuestionKind;
  readonly accept: () => Promise<Outcome>;
  outcome?: Outcome;
};

const oidcScopes = new Set(['openid', 'profile', 'email', 'offline_access']);

const failed = (status: string, code: string, description: string, subError?: string): Outcome => ({
  success: false,
  error: { status, code, description, ...(subError !== undefined && { subError }) },
});
const persistent = (code: string, description: string) => failed('PERSISTENT_ERROR', code, description);

const noConsent = failed(
  'USER_INTERACTION_REQUIRED',
  'invalid_grant',
  'AADSTS65001: The user or administrator has not consented.',
  'consent_required',
);
/** Answers to a silent request. */
const interactionRequired: Readonly<Record<QuestionKind, Outcome>> = {
  proof: failed('USER_INTERACTION_REQUIRED', 'interaction_required', 'AADSTS50076: MFA is required.'),
  consent: noConsent,
  adminApproval: noConsent,
};

/** The identity provider's side of Nested App Authentication: issues the app's tokens to the host. */
export function createNestedAppAuth(context: EntraContext) {
  const { state, issuer, graphOrigin, signingKey } = context;
  const { identifierUri } = context.registration;
  const interactions = new Map<string, Interaction>();

  const findTarget = (params: TokenParams): Target | Outcome => {
    if (params.clientId !== clientId)
      return persistent('unauthorized_client', 'AADSTS700016: Application was not found.');
    if (!state.signIn.hasBrokerRedirect)
      return persistent(
        'invalid_request',
        'AADSTS700046: Invalid Reply Address. Reply Address must have scheme brk-multihub://.',
      );
    const names = (params.scope ?? '').split(' ').filter((name) => name !== '' && !oidcScopes.has(name));
    if (names.length === 0)
      return persistent('invalid_scope', 'AADSTS70011: The scope must name a resource.');
    if (names.some((name) => name.startsWith(`${identifierUri}/`)))
      return persistent(
        'invalid_request',
        'AADSTS90009: Application is requesting a token for itself. This scenario is supported only if resource is specified using the GUID based App Identifier.',
      );
    const own = names.filter((name) => name.startsWith(`${clientId}/`));
    if (own.length === names.length)
      return own.every((name) => ['access_as_user', '.default'].includes(name.slice(clientId.length + 1)))
        ? { resource: 'ownApi', scopes: ['access_as_user'] }
        : persistent('invalid_scope', 'AADSTS65005: The application does not have this scope.');
    if (own.length > 0)
      return persistent('invalid_request', 'AADSTS28000: The scopes name more than one resource.');
    const scopes = names
      .map((name) => name.replace(`${graphOrigin}/`, ''))
      .flatMap((name) => (name === '.default' ? Object.values(graphScopes) : [name]));
    const known: readonly string[] = Object.values(graphScopes);
    return scopes.every((name) => known.includes(name))
      ? { resource: 'graph', scopes }
      : persistent('invalid_scope', 'AADSTS650053: The application asked for a scope that doesn’t exist.');
  };

  const findNeed = (person: DemoPerson, target: Target, claims: string): QuestionKind | undefined => {
    const challenge = challengeOf(person.problem);
    if (challenge !== undefined && isAskedFor(challenge, [claims])) return 'proof';
    if (target.resource === 'ownApi') return undefined;
    const granted = grantedScopes(state, person.id);
    if (target.scopes.every((scope) => granted.includes(scope))) return undefined;
    return person.problem === 'needsAdmin' ? 'adminApproval' : 'consent';
  };

  const issue = async (person: DemoPerson, target: Target, claims: string): Promise<Outcome> => {
    const { id: objectId, displayName: name, username } = person;
    const user = userClaims(issuer, person);
    const accessToken =
      target.resource === 'graph'
        ? await signGraphToken(signingKey, graphOrigin, objectId, target.scopes)
        : await sign(signingKey, {
            ...user,
            azp: clientId,
            azpacr: '0',
            scp: target.scopes.join(' '),
            ...provenClaims(person.problem, [claims]),
          });
    const idToken = await sign(signingKey, { ...user, login_hint: username });
    const resource = target.resource === 'graph' ? graphOrigin : clientId;
    return {
      success: true,
      token: {
        access_token: accessToken,
        id_token: idToken,
        expires_in: 3590,
        properties: null,
        scope: target.scopes.map((scope) => `${resource}/${scope}`).join(' '),
        authority: issuer.replace(/v2\.0$/, ''),
      },
      account: {
        environment: new URL(issuer).host,
        username,
        homeAccountId: `${objectId}.${tenantId}`,
        tenantId,
        localAccountId: objectId,
        name,
        idToken,
      },
    };
  };

  const refuse = (kind: QuestionKind): Outcome =>
    kind === 'adminApproval'
      ? persistent('access_denied', 'AADSTS90094: An administrator of the tenant must grant consent.')
      : failed('USER_CANCEL', 'access_denied', 'AADSTS65004: User declined to consent.');

  return {
    /** Answers `GetToken` and `GetTokenPopup` for a user who is signed in to the host. */
    request: async (objectId: string, method: string, params: TokenParams): Promise<Reply> => {
      const person = state.people.get(objectId);
      if (person === undefined) return { outcome: failed('ACCOUNT_UNAVAILABLE', 'no_account', '') };
      const target = findTarget(params);
      if ('success' in target) return { outcome: target };
      const claims = params.claims ?? '';
      const kind = findNeed(person, target, claims);
      if (kind === undefined) return { outcome: await issue(person, target, claims) };
      if (method !== 'GetTokenPopup') return { outcome: interactionRequired[kind] };
      const id = randomUUID();
      interactions.set(id, {
        person,
        kind,
        accept: async () => {
          if (kind === 'consent') state.consented.add(person.id);
          return await issue(person, target, claims);
        },
      });
      return { interaction: { id, url: `${issuer}/broker/${id}` } };
    },

    /** Undefined while the user has not decided. */
    outcome: (id: string): Outcome | undefined => interactions.get(id)?.outcome,

    /**
     * The page in the host's window. The outcome is kept on the server, because the window has no opener to
     * report to.
     */
    page: async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
      const [, id = '', action] = /\/broker\/([^/]+)(?:\/(closed))?$/.exec(path) ?? [];
      const interaction = interactions.get(id);
      if (interaction === undefined) {
        response.writeHead(404).end();
        return;
      }
      const { person, kind } = interaction;
      if (request.method !== 'POST') {
        askInBrowser(response, person, kind, script);
        return;
      }
      const isAccepted = (await readForm(request)).get('choice') === 'accept';
      const isOpen = interaction.outcome === undefined;
      if (isOpen && action === 'closed') interaction.outcome = failed('USER_CANCEL', 'user_cancel', '');
      else if (isOpen) interaction.outcome = isAccepted ? await interaction.accept() : refuse(kind);
      response.writeHead(204).end();
    },
  };
}

export type NestedAppAuth = ReturnType<typeof createNestedAppAuth>;

/** Sends the choice and closes the window. A window that the user closes counts as cancelled. */
const script = `<script>
document.querySelector('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  await fetch(location.href, { method: 'POST', body: new URLSearchParams({ choice: event.submitter.value }) });
  document.querySelector('main').textContent = 'You can close this window.';
  close();
});
addEventListener('pagehide', () => navigator.sendBeacon(location.pathname + '/closed'));
</script>`;
