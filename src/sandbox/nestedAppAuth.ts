import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWTPayload } from 'jose';
import { graphScopes } from '../contract/graphScopes.js';
import { challengeOf, isAskedFor, provenClaims } from './claimsChallenges.js';
import { toQuestion, type QuestionKind } from './consentPage.js';
import { entraPage } from './entraPage.js';
import { readBody } from './httpServer.js';
import { grantedScopes, type ClientRegistration } from './onBehalfOfGrant.js';
import type { SandboxState } from './state.js';
import { usernameOf, type DemoPerson } from './tenant/DemoPerson.js';
import { sign, signGraphToken, type SigningKey } from './tokens.js';

export type NestedAppAuthOptions = {
  readonly state: SandboxState;
  readonly registration: ClientRegistration;
  readonly keys: readonly SigningKey[];
  readonly tenantId: string;
  readonly issuer: string;
  readonly graphOrigin: () => string;
};

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

/** The identity provider's side of Nested App Authentication: issues the app's tokens to the host. */
export function createNestedAppAuth(options: NestedAppAuthOptions) {
  const { state, registration, tenantId, issuer } = options;
  const { clientId, identifierUri } = registration;
  const interactions = new Map<string, Interaction>();

  const parseTarget = (scope: string): Target | Outcome => {
    const names = scope.split(' ').filter((name) => name !== '' && !oidcScopes.has(name));
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
      .map((name) => name.replace(`${options.graphOrigin()}/`, ''))
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
    const key = options.keys.at(-1);
    if (key === undefined) throw new Error('The sandbox has no key.');
    const now = Math.floor(Date.now() / 1000);
    const username = usernameOf(person);
    const user: JWTPayload = {
      iss: issuer,
      aud: clientId,
      iat: now - 10,
      nbf: now - 10,
      exp: now + 3600,
      name: person.displayName,
      oid: person.id,
      preferred_username: username,
      sub: `sub-${person.id}`,
      tid: tenantId,
      uti: randomUUID(),
      ver: '2.0',
    };
    const accessToken =
      target.resource === 'graph'
        ? await signGraphToken(key, options.graphOrigin(), person.id, target.scopes)
        : await sign(key, {
            ...user,
            azp: clientId,
            azpacr: '0',
            scp: target.scopes.join(' '),
            ...provenClaims(person.problem, [claims]),
          });
    const idToken = await sign(key, { ...user, login_hint: username });
    const resource = target.resource === 'graph' ? options.graphOrigin() : clientId;
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
        homeAccountId: `${person.id}.${tenantId}`,
        tenantId,
        localAccountId: person.id,
        name: person.displayName,
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
      if (params.clientId !== clientId)
        return {
          outcome: persistent('unauthorized_client', 'AADSTS700016: Application was not found.'),
        };
      if (!state.signIn.hasBrokerRedirect)
        return {
          outcome: persistent(
            'invalid_request',
            'AADSTS700046: Invalid Reply Address. Reply Address must have scheme brk-multihub://.',
          ),
        };
      const target = parseTarget(params.scope ?? '');
      if ('success' in target) return { outcome: target };
      const claims = params.claims ?? '';
      const kind = findNeed(person, target, claims);
      if (kind === undefined) return { outcome: await issue(person, target, claims) };
      if (method !== 'GetTokenPopup')
        return {
          outcome:
            kind === 'proof'
              ? failed('USER_INTERACTION_REQUIRED', 'interaction_required', 'AADSTS50076: MFA is required.')
              : failed(
                  'USER_INTERACTION_REQUIRED',
                  'invalid_grant',
                  'AADSTS65001: The user or administrator has not consented.',
                  'consent_required',
                ),
        };
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
        const { title, body } = toQuestion(kind);
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(entraPage(usernameOf(person), title, body + script));
        return;
      }
      const isAccepted = new URLSearchParams(await readBody(request)).get('choice') === 'accept';
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
