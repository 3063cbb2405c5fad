import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { entraPage } from './entraPage.js';
import { readBody } from './httpServer.js';
import type { SandboxState } from './state.js';
import { usernameOf, type DemoPerson } from './tenant/DemoPerson.js';

/** The page on which a person consents, proves who they are, or learns that an administrator is needed. */
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
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(person));
    return;
  }
  const choice = new URLSearchParams(await readBody(request)).get('choice');
  if (choice !== 'accept') {
    const words =
      person.trouble === 'needsAdmin'
        ? 'AADSTS90094: Admin consent is required.'
        : 'AADSTS65004: User declined to consent.';
    await refuse(provider, request, response, 'access_denied', words);
    return;
  }
  state.satisfied.add(person.id);
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

function page(person: DemoPerson): string {
  const accept = '<button name="choice" value="accept" class="primary">Accept</button>';
  const cancel = '<button name="choice" value="cancel">Cancel</button>';
  const [title, words, buttons] =
    person.trouble === 'needsAdmin'
      ? [
          'Need admin approval',
          'Call Delegates needs permission that only an administrator can grant.',
          '<button name="choice" value="cancel">Return to the application without granting consent</button>',
        ]
      : person.trouble === 'mfa'
        ? [
            'Approve sign-in request',
            'Open your authenticator app and enter the number shown: <b>42</b>',
            accept.replace('Accept', 'Approve') + cancel,
          ]
        : [
            'Permissions requested',
            'Call Delegates would like to: <b>Read your delegation settings</b>, <b>read basic profiles</b>, <b>read presence</b>.',
            cancel + accept,
          ];
  return entraPage(usernameOf(person), title, `<p>${words}</p><form method="post">${buttons}</form>`);
}
