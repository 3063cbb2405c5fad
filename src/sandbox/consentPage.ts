import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { challengeOf } from './claimsChallenges.js';
import { entraPage } from './entraPage.js';
import { readBody } from './httpServer.js';
import type { SandboxState } from './state.js';
import { usernameOf, type DemoPerson } from './tenant/DemoPerson.js';

/** The page on which a user consents, passes a challenge, or learns that an administrator must approve. */
export async function consentPage(
  provider: Provider,
  state: SandboxState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const person = [...state.people.values()].find((person) => usernameOf(person) === params['login_hint']);
  if (person === undefined) {
    await refuse(
      provider,
      request,
      response,
      'login_required',
      'AADSTS50058: A sign-in request was sent without a known user.',
    );
    return;
  }
  if (request.method !== 'POST') {
    const { title, body } = toQuestion(kindOf(person));
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(entraPage(usernameOf(person), title, body));
    return;
  }
  const choice = new URLSearchParams(await readBody(request)).get('choice');
  if (choice !== 'accept') {
    const words =
      person.problem === 'needsAdmin'
        ? 'AADSTS90094: Admin consent is required.'
        : 'AADSTS65004: User declined to consent.';
    await refuse(provider, request, response, 'access_denied', words);
    return;
  }
  // The consent is recorded here, because Entra keeps it even if the app never redeems the code.
  if (kindOf(person) === 'consent') state.consented.add(person.id);
  const grant = new provider.Grant({ accountId: person.id, clientId: String(params['client_id']) });
  grant.addOIDCScope('openid profile offline_access');
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, {
    login: { accountId: person.id },
    consent: { grantId },
  });
}

const refuse = (
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  error: string,
  words: string,
) => provider.interactionFinished(request, response, { error, error_description: words });

export type QuestionKind = 'consent' | 'proof' | 'adminApproval';

const kindOf = ({ problem }: DemoPerson): QuestionKind => {
  if (problem === 'needsAdmin') return 'adminApproval';
  return challengeOf(problem) === undefined ? 'consent' : 'proof';
};

const accept = '<button name="choice" value="accept" class="primary">Accept</button>';
const approve = '<button name="choice" value="accept" class="primary">Approve</button>';
const cancel = '<button name="choice" value="cancel">Cancel</button>';
const goBack =
  '<button name="choice" value="cancel">Return to the application without granting consent</button>';

const questions: Readonly<Record<QuestionKind, readonly [title: string, words: string, buttons: string]>> = {
  adminApproval: [
    'Need admin approval',
    'Call Delegates needs permission that only an administrator can grant.',
    goBack,
  ],
  proof: [
    'Approve sign-in request',
    'Open your authenticator app and enter the number shown: <b>42</b>',
    approve + cancel,
  ],
  consent: [
    'Permissions requested',
    'Call Delegates would like to: <b>Read your delegation settings</b>, <b>read basic profiles</b>, <b>read presence</b>.',
    cancel + accept,
  ],
};

/** HTML of the identity provider's prompt. The form posts `choice`: `accept` or `cancel`. */
export function toQuestion(kind: QuestionKind): { readonly title: string; readonly body: string } {
  const [title, words, buttons] = questions[kind];
  return { title, body: `<p>${words}</p><form method="post">${buttons}</form>` };
}
