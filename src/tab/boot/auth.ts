import { pages } from '../../contract/paths.js';
import {
  toConsentOutcome,
  toErrorOutcome,
  toQuery,
  type ConsentOutcome,
} from '../problem/signIn/consentOutcome.js';
import { toAdminConsentUrl } from '../administrator/consentUrls.js';
import { readSignInRequest } from '../problem/signIn/signInPage.js';
import { readPageConfig } from './pageConfig.js';

/**
 * Script of `/auth/start` and `/auth/end`, the two ends of the sign-in window. `/auth/end` also shows an administrator
 * how the consent ended. Both work without a host and without an opener.
 */
async function run(): Promise<void> {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const outcome = toConsentOutcome(new URLSearchParams(location.search), fragment);
  if (location.pathname === pages.authStart && outcome === undefined) await start();
  else await end(outcome, fragment.has('code'));
}

async function start(): Promise<void> {
  const request = readSignInRequest(location.hash);
  // Removes the mail address from the browser's history.
  history.replaceState(null, '', location.pathname + location.search);
  const { lang, dir } = document.documentElement;
  remember({ lang, dir, text: signingIn().textContent, tenantId: request.tenantId });
  signingIn().hidden = false;
  try {
    const { leaveForSignIn } = await import('./signInWindow.js');
    await leaveForSignIn(readPageConfig(), request);
  } catch (error) {
    await finish(
      toErrorOutcome(error) ?? { end: 'unknown', code: 'unknown_error' },
      true,
      recall()?.tenantId,
    );
  }
}

async function end(outcome: ConsentOutcome | undefined, hasCode: boolean): Promise<void> {
  const begun = recall();
  const isSignIn = begun !== undefined || outcome?.end === 'signedIn';
  if (begun !== undefined) {
    const { lang, dir, text } = begun;
    Object.assign(signingIn(), { lang, dir, textContent: text });
  }
  signingIn().hidden = !isSignIn;
  const known = hasCode && outcome?.end === 'signedIn' ? await redeem(outcome, begun?.tenantId) : outcome;
  await finish(known, isSignIn, begun?.tenantId);
}

/** Without msal's state there is nothing to redeem, but Entra has recorded the consent. */
async function redeem(outcome: ConsentOutcome, tenantId: string | undefined): Promise<ConsentOutcome> {
  try {
    const { finishSignIn } = await import('./signInWindow.js');
    await finishSignIn(readPageConfig(), tenantId);
    return outcome;
  } catch (error) {
    return toErrorOutcome(error) ?? outcome;
  }
}

/** @param isSignIn true for a sign-in window, false for an administrator's consent */
async function finish(
  outcome: ConsentOutcome | undefined,
  isSignIn: boolean,
  tenantId: string | undefined,
): Promise<void> {
  if (!isSignIn) show(outcome, isSignIn, tenantId);
  // Links in Teams on the web also open windows with an opener. Only the host knows whether this is the sign-in
  // window.
  if (isSignIn || window.opener !== null) {
    const { tellTab } = await import('./signInWindow.js');
    await tellTab(readPageConfig(), outcome);
  }
  if (isSignIn) show(outcome, isSignIn, tenantId);
}

function show(outcome: ConsentOutcome | undefined, isSignIn: boolean, tenantId: string | undefined): void {
  const section = document.querySelector<HTMLElement>(`[data-end="${outcome?.end ?? 'nothing-to-do'}"]`);
  if (section === null) throw new Error('The page has no such end.');
  signingIn().hidden = true;
  section.hidden = false;
  document.title = `${section.querySelector('h1')?.textContent ?? ''} · ${document.title}`;
  const back = document.querySelector<HTMLElement>('[data-back]');
  if (back !== null) back.hidden = !isSignIn;
  if (outcome === undefined) return;
  const code = section.querySelector<HTMLElement>('[data-code]');
  if (code !== null && outcome.code !== undefined) {
    code.hidden = false;
    code.querySelector('bdi')?.append(outcome.code);
  }
  section
    .querySelector('[data-grant-for-all]')
    ?.setAttribute('href', toAdminConsentUrl(readPageConfig(), tenantId));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]'))
    link.search += `&${toQuery(outcome)}`;
}

const signingIn = (): HTMLElement => {
  const element = document.getElementById('signing-in');
  if (element === null) throw new Error('The page has no #signing-in.');
  return element;
};

/** State that `/auth/start` passes to `/auth/end` in the same window: the text shown while it works, and the tenant. */
type Begun = {
  readonly lang: string;
  readonly dir: string;
  readonly text: string;
  readonly tenantId: string | undefined;
};

const storageKey = 'signing-in';

/** Microsoft opens the last page in the browser's language instead of the tab's, so the text is stored here. */
function remember(begun: Begun): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(begun));
  } catch {
    // Falls back to the browser's language.
  }
}

function recall(): Begun | undefined {
  try {
    const begun = sessionStorage.getItem(storageKey);
    sessionStorage.removeItem(storageKey);
    return begun === null ? undefined : (JSON.parse(begun) as Begun);
  } catch {
    return undefined;
  }
}

void run();
