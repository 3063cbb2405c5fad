import { pages } from '../../contract/paths.js';
import { toConsentOutcome, toQuery, type ConsentOutcome } from '../problem/consent/consentOutcome.js';
import { toAdminConsentUrl } from '../problem/consent/consentUrls.js';
import { readPageConfig } from './pageConfig.js';

/**
 * The script of `/auth/start` and `/auth/end`. In the pop-up that the tab opens they are the two ends of signing in; an
 * administrator who comes back from consenting, in a window of their own, reads how it ended.
 */
async function run(): Promise<void> {
  const outcome = toConsentOutcome(new URLSearchParams(location.search));
  const isStart = location.pathname === pages.authStart;
  const words = isStart ? undefined : recallWords();
  if (outcome !== undefined && words === undefined) {
    show(outcome);
    // A link in Teams on the web opens a window with an opener as well: whether it is the pop-up, only the host can say.
    if (window.opener !== null) await endPopup();
    return;
  }
  if (isStart) rememberWords();
  showSigningIn(words);
  if (await endPopup()) show(outcome);
}

/** @returns false while the window goes on to Microsoft */
async function endPopup(): Promise<boolean> {
  const { signIn } = await import('./popup.js');
  // No host: somebody opened this page by hand.
  return await signIn().catch(() => true);
}

function show(outcome: ConsentOutcome | undefined): void {
  const section = document.querySelector<HTMLElement>(`[data-end="${outcome?.end ?? 'nothing-to-do'}"]`);
  if (section === null) throw new Error('The page has no such end.');
  signingIn().hidden = true;
  section.hidden = false;
  document.title = `${section.querySelector('h1')?.textContent ?? ''} · ${document.title}`;
  if (outcome === undefined) return;
  const code = section.querySelector<HTMLElement>('[data-code]');
  if (code !== null && outcome.code !== undefined) {
    code.hidden = false;
    code.querySelector('bdi')?.append(outcome.code);
  }
  const grantForAll = toAdminConsentUrl(readPageConfig(), undefined);
  section.querySelector('[data-grant-for-all]')?.setAttribute('href', grantForAll);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]'))
    link.search += `&${toQuery(outcome)}`;
}

const signingIn = (): HTMLElement => {
  const element = document.getElementById('signing-in');
  if (element === null) throw new Error('The page has no #signing-in.');
  return element;
};

/** What the pop-up says while it works. */
type Words = { readonly lang: string; readonly dir: string; readonly text: string };

const wordsKey = 'signing-in';

/** The pop-up's last page is asked for by Microsoft, in the browser's language and not in the tab's: it takes these words. */
function rememberWords(): void {
  const { lang, dir } = document.documentElement;
  const words: Words = { lang, dir, text: signingIn().textContent };
  try {
    sessionStorage.setItem(wordsKey, JSON.stringify(words));
  } catch {
    // Then it says it in the browser's language.
  }
}

function recallWords(): Words | undefined {
  try {
    const words = sessionStorage.getItem(wordsKey);
    sessionStorage.removeItem(wordsKey);
    return words === null ? undefined : (JSON.parse(words) as Words);
  } catch {
    return undefined;
  }
}

function showSigningIn(words: Words | undefined): void {
  const element = signingIn();
  if (words !== undefined) {
    Object.assign(element, { lang: words.lang, dir: words.dir });
    element.textContent = words.text;
  }
  element.hidden = false;
}

void run();
