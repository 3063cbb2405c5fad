import { listNames, type ListName } from '../../contract/delegation.js';
import { createApi } from '../api/client.js';
import {
  explainInSkeleton,
  isSkeletonShown,
  nameSkeleton,
  sayInSkeleton,
  type Explanation,
} from '../components/skeleton.js';
import { readAddress } from '../host/address.js';
import { createSsoTokens } from '../host/ssoTokens.js';
import { connectToHost, getHostContext, mayHaveHost, notifyHost, type HostContext } from '../host/teams.js';
import { withLimit } from '../host/withLimit.js';
import type { Language } from '../i18n/Language.js';
import { loadLanguage } from '../i18n/loadLanguage.js';
import { readPageConfig } from './pageConfig.js';

/** Milliseconds after which a host answers from its cache no longer. */
const atHandMs = 200;
/** Milliseconds; teams-js itself sets no limit. */
const contextLimitMs = 10_000;
/** Milliseconds from the start without content, after which the user reads that we wait, and gets a way out. */
const wordsMs = 5_000;
const wayOutMs = 15_000;

/**
 * The first code of the tab: asks the host for a token and our server for both lists while the page's own code is still
 * being loaded. React takes over what has arrived.
 */
async function start(): Promise<void> {
  const config = readPageConfig();
  if (!mayHaveHost()) {
    await explainOutside();
    return;
  }
  const connected = connectToHost(config.hostOrigins);
  const wait = watchFirstContent(connected);
  try {
    await connected;
  } catch {
    // The way out is on the screen by now: teams-js gives up after a minute.
    return;
  }
  const tokens = createSsoTokens();
  const token = tokens.first;
  notifyHost.loaded();
  // In a task of its own, for which the question to the host need not wait.
  const pageCode = sleep(0).then(loadPageCode);
  // A failed download is told below; until then it must not count as unhandled.
  pageCode.catch(() => undefined);
  const firstApi = createApi({ getSsoToken: () => token });
  const early = Object.fromEntries(
    listNames.map((list) => {
      const answer = firstApi.getList(list);
      answer.catch(() => undefined);
      return [list, answer];
    }),
  ) as Record<ListName, ReturnType<typeof firstApi.getList>>;
  // Anything that runs before would keep a token that the host has at hand waiting, and with it the requests above.
  await Promise.race([token.catch(() => undefined), sleep(atHandMs)]);
  const context = await withLimit(getHostContext(), contextLimitMs, () => new Error()).catch(guessContext);
  const language = speak(context.locale);
  wait.language = language;
  document.documentElement.dataset['theme'] = context.theme;
  try {
    const { runPageCode } = await pageCode;
    const { showPage } = await runPageCode();
    // React starts once the requests are on their way; until they are answered the skeleton stays.
    await token.catch(() => undefined);
    wait.hasToken = true;
    const api = createApi({ getSsoToken: tokens.get, onRefused: tokens.drop });
    showPage({ api, firstApi, early, context, config, tokens }, await language);
  } catch {
    // Without the page's own code there is no component to say it.
    const { problems, tryAgain } = (await language).messages;
    wait.explain({ ...problems.unreachable, button: tryAgain });
  }
}

/** For a page that no Microsoft 365 host has opened. */
async function explainOutside(): Promise<void> {
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const language = await speak(document.documentElement.lang);
  const { runPageCode } = await loadPageCode();
  const { showOutside } = await runPageCode();
  await showOutside(language, isDark ? 'dark' : 'default');
}

/**
 * Until the first content is there: words after 5 s, a way out after 15 s. The wait goes on: a late answer is still used.
 * The host puts its own error page over a tab that has told it nothing after 30 s.
 */
function watchFirstContent(connected: Promise<void>) {
  const wait = {
    language: undefined as Promise<Language> | undefined,
    hasToken: false,
    explain: (explanation: Explanation): void => {
      if (!isSkeletonShown()) return;
      explainInSkeleton(explanation);
      connected.then(
        () => {
          notifyHost.failedAsExpected('Other', explanation.title);
        },
        () => undefined,
      );
    },
  };
  const messages = async () => (await (wait.language ??= speak(document.documentElement.lang))).messages;
  setTimeout(() => {
    void messages().then(({ stillLoading }) => {
      sayInSkeleton(stillLoading);
    });
  }, wordsMs);
  setTimeout(() => {
    void messages().then(({ problems, stillLoading, tryAgain }) => {
      const { title, text } = wait.hasToken ? { title: stillLoading, text: '' } : problems.host_silent;
      wait.explain({ title, text, button: tryAgain });
    });
  }, wayOutMs);
  return wait;
}

/** What is known without the host's answer. */
function guessContext(): HostContext {
  const { theme = 'default', subPageId } = readAddress(new URL(location.href));
  return {
    theme,
    locale: document.documentElement.lang,
    subPageId,
    hostName: '',
    pageId: '',
    clientType: '',
    regionalFormat: undefined,
    loginHint: undefined,
    userPrincipalName: undefined,
    tenantId: undefined,
    appId: undefined,
    userId: undefined,
    displayName: undefined,
    isCallingAllowed: undefined,
  };
}

/** Sets the language of the document from here on, of the skeleton as well. */
async function speak(locale: string): Promise<Language> {
  const language = await loadLanguage(locale);
  Object.assign(document.documentElement, { lang: language.locale, dir: language.direction });
  nameSkeleton(language.messages.loading);
  return language;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const loadPageCode = () => import(/* webpackChunkName: "page" */ './page.js');

void start();
