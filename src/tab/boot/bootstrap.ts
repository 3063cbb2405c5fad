import type { ListName } from '../../contract/delegation.js';
import { createApi } from '../api/client.js';
import {
  explainInSkeleton,
  isSkeletonShown,
  nameSkeleton,
  sayInSkeleton,
  type Explanation,
} from '../components/skeleton.js';
import { createSsoTokens } from '../host/ssoTokens.js';
import {
  connectToHost,
  getHostContext,
  mayHaveHost,
  notifyHost,
  readAddress,
  type HostContext,
} from '../host/teams.js';
import { loadLanguage, type Language } from '../i18n/Language.js';
import { readPageConfig } from './pageConfig.js';

/** Milliseconds within which a host answers from its cache. */
const atHandMs = 200;
/** Milliseconds without content until the page says that it is waiting, and until it offers a way out. */
const wordsMs = 5_000;
const wayOutMs = 15_000;

/**
 * The tab's first script. Requests a token from the host and both lists from our server while the page's code loads.
 * React takes over the responses.
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
    // The way out is already on the screen: teams-js gives up after a minute.
    return;
  }
  const tokens = createSsoTokens();
  const token = tokens.first;
  notifyHost.loaded();
  // Runs as a separate task, so that it does not delay the request to the host.
  const pageCode = sleep(0).then(loadPageCode);
  // Prevents an unhandled rejection until the failed download is reported below.
  pageCode.catch(() => undefined);
  const firstApi = createApi({ getSsoToken: () => token });
  const read = (list: ListName) => {
    const answer = firstApi.getList(list);
    answer.catch(() => undefined);
    return answer;
  };
  const early = { delegators: read('delegators'), delegates: read('delegates') };
  // Waits briefly for a cached token: other work here would delay it, and the requests above with it.
  await Promise.race([token.catch(() => undefined), sleep(atHandMs)]);
  const context = await getHostContext().catch(guessContext);
  const language = speak(context.locale);
  wait.language = language;
  document.documentElement.dataset['theme'] = context.theme;
  try {
    const { runPageCode } = await pageCode;
    const { showPage } = await runPageCode();
    // Starts React once the requests are sent. The skeleton stays until they are answered.
    await token.catch(() => undefined);
    wait.hasToken = true;
    const api = createApi({ getSsoToken: tokens.get, onRefused: tokens.drop });
    showPage({ api, firstApi, early, context, config, tokens }, await language);
  } catch {
    // Without the page's code there is no component for this message.
    const { problems, tryAgain } = (await language).messages;
    wait.explain({ ...problems.unreachable, button: tryAgain });
  }
}

async function explainOutside(): Promise<void> {
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const language = await speak(document.documentElement.lang);
  const { runPageCode } = await loadPageCode();
  const { showOutside } = await runPageCode();
  await showOutside(language, isDark ? 'dark' : 'default');
}

/**
 * Shows text after 5 s and a way out after 15 s until the first content arrives. A late answer is still used. After 30
 * s without a notification the host covers the tab with its own error page.
 */
function watchFirstContent(connected: Promise<void>) {
  const wait = {
    language: undefined as Promise<Language> | undefined,
    hasToken: false,
    explain: (explanation: Explanation): void => {
      if (!isSkeletonShown()) return;
      explainInSkeleton(explanation);
      connected.then(
        () => notifyHost.failedAsExpected('Other', explanation.title),
        () => undefined,
      );
    },
  };
  const messages = async () => (await (wait.language ??= speak(document.documentElement.lang))).messages;
  setTimeout(() => void messages().then(({ stillLoading }) => sayInSkeleton(stillLoading)), wordsMs);
  setTimeout(() => {
    void messages().then(({ problems, stillLoading, tryAgain }) => {
      const { title, text } = wait.hasToken ? { title: stillLoading, text: '' } : problems.host_silent;
      wait.explain({ title, text, button: tryAgain });
    });
  }, wayOutMs);
  return wait;
}

function guessContext(): HostContext {
  const { theme = 'default', subPageId } = readAddress(new URL(location.href));
  const { lang } = document.documentElement;
  return { theme, locale: lang, subPageId, hostName: 'Microsoft Teams', pageId: '', clientType: '' };
}

/** Sets the language of the document, including the skeleton. */
async function speak(locale: string): Promise<Language> {
  const language = await loadLanguage(locale);
  Object.assign(document.documentElement, { lang: language.locale, dir: language.direction });
  nameSkeleton(language.messages.loading);
  return language;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const loadPageCode = () => import(/* webpackChunkName: "page" */ './page.js');

void start();
