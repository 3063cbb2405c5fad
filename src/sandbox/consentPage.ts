import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { challengeOf } from './claimsChallenges.js';
import { readForm } from './httpServer.js';
import type { SandboxState } from './state.js';
import { companyName, type DemoPerson } from './tenant.js';

/** The page on which a user consents, passes a challenge, or learns that an administrator must approve. */
export async function consentPage(
  provider: Provider,
  state: SandboxState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const person = [...state.people.values()].find(({ username }) => username === params['login_hint']);
  const refuse = (error: string, words: string) =>
    provider.interactionFinished(request, response, { error, error_description: words });
  if (person === undefined) {
    await refuse('login_required', 'AADSTS50058: A sign-in request was sent without a known user.');
    return;
  }
  if (request.method !== 'POST') {
    askInBrowser(response, person, kindOf(person));
    return;
  }
  if ((await readForm(request)).get('choice') !== 'accept') {
    const words =
      person.problem === 'needsAdmin'
        ? 'AADSTS90094: Admin consent is required.'
        : 'AADSTS65004: User declined to consent.';
    await refuse('access_denied', words);
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

export type QuestionKind = 'consent' | 'proof' | 'adminApproval';

const kindOf = ({ problem }: DemoPerson): QuestionKind => {
  if (problem === 'needsAdmin') return 'adminApproval';
  return challengeOf(problem) === undefined ? 'consent' : 'proof';
};

const button = (choice: 'accept' | 'cancel', text: string): string =>
  `<button name="choice" value="${choice}"${choice === 'accept' ? ' class="primary"' : ''}>${text}</button>`;
const cancel = button('cancel', 'Cancel');

const questions: Readonly<Record<QuestionKind, readonly [title: string, words: string, buttons: string]>> = {
  adminApproval: [
    'Need admin approval',
    'Call Delegates needs permission that only an administrator can grant.',
    button('cancel', 'Return to the application without granting consent'),
  ],
  proof: [
    'Approve sign-in request',
    'Open your authenticator app and enter the number shown: <b>42</b>',
    button('accept', 'Approve') + cancel,
  ],
  consent: [
    'Permissions requested',
    'Call Delegates would like to: <b>Read your delegation settings</b>, <b>read basic profiles</b>, <b>read presence</b>.',
    cancel + button('accept', 'Accept'),
  ],
};

/** Answers with a prompt of the identity provider. Its form posts `choice`: `accept` or `cancel`. */
export function askInBrowser(
  response: ServerResponse,
  person: DemoPerson,
  kind: QuestionKind,
  script = '',
): void {
  const [title, words, buttons] = questions[kind];
  const body = `<p>${words}</p><form method="post">${buttons}</form>${script}`;
  sendEntraPage(response, person.username, title, body);
}

/**
 * Answers with a page of the emulated Entra. Arguments are inserted as HTML without escaping: never pass values from a
 * request.
 */
export function sendEntraPage(
  response: ServerResponse,
  account: string,
  title: string,
  body: string,
  status = 200,
): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
    .end(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${title}</title>
<style>body{font:15px/1.5 "Segoe UI",system-ui,sans-serif;margin:0;display:grid;place-items:center;min-height:100vh;background:#f2f2f2;color:#1b1b1b}
main{background:#fff;padding:36px 44px;max-width:380px;box-shadow:0 2px 6px #0003}h1{font-size:24px;font-weight:600;margin:8px 0}
small{color:#616161}button{font:inherit;padding:6px 20px;margin-top:20px;margin-inline-end:8px;border:1px solid #8a8a8a;background:#fff;cursor:pointer}
.primary{background:#0067b8;border-color:#0067b8;color:#fff}</style>
<main><small>${companyName.replace('&', '&amp;')} · emulated sign-in, no Microsoft account</small><div>${account}</div>
<h1>${title}</h1>${body}</main></html>`);
}
