import { listNames, type ListName } from '../../contract/delegation.js';
import { matchLanguage } from '../../contract/languages.js';
import { createApi } from '../api/client.js';
import { nameSkeleton } from '../components/skeleton.js';
import { connectToHost, getHostContext, getSsoToken, notifyHost } from '../host/teams.js';
import type { FirstMessages } from '../i18n/en/first.js';
import type { Language } from '../i18n/Language.js';
import { loadLanguage } from '../i18n/loadLanguage.js';
import { readPageConfig } from './pageConfig.js';

/**
 * The first code of the tab: asks the host for a token and our server for both lists while the page's own code is still
 * on its way. React takes over what has arrived.
 */
async function start(): Promise<void> {
  const config = readPageConfig();
  try {
    await connectToHost(config.hostOrigins);
  } catch {
    const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    const language = await speak(matchLanguage(navigator.languages));
    const { runPageCode } = await loadPageCode();
    const { showOutside } = await runPageCode();
    await showOutside(language, isDark ? 'dark' : 'default');
    return;
  }
  const token = getSsoToken();
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
  const context = await getHostContext();
  const language = speak(context.locale);
  document.documentElement.dataset['theme'] = context.theme;
  try {
    const { runPageCode } = await pageCode;
    const { showPage } = await runPageCode();
    // React starts once the requests are on their way; until they are answered the skeleton stands.
    await token.catch(() => undefined);
    const api = createApi({ getSsoToken });
    showPage({ api, firstApi, early, context, config }, await language);
  } catch (error) {
    showUnreachable((await language).messages);
    notifyHost.failedAsExpected('Other', String(error));
  }
}

/** Tells the browser which language the page speaks from here on; the skeleton as well. */
async function speak(locale: string): Promise<Language> {
  const language = await loadLanguage(locale);
  Object.assign(document.documentElement, { lang: language.locale, dir: language.direction });
  nameSkeleton(language.messages.loading);
  return language;
}

/** Milliseconds within which a host answers that need not ask Entra first. */
const atHandMs = 200;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const loadPageCode = () => import(/* webpackChunkName: "page" */ './page.js');

/** Without the page's own code there is no component to say it. */
function showUnreachable({ problems, tryAgain }: FirstMessages): void {
  const notice = document.createElement('main');
  notice.className = 'unreachable';
  const title = document.createElement('h1');
  title.textContent = problems.unreachable.title;
  const explanation = document.createElement('p');
  explanation.textContent = problems.unreachable.text;
  const button = document.createElement('button');
  button.textContent = tryAgain;
  button.addEventListener('click', () => {
    location.reload();
  });
  notice.append(title, explanation, button);
  document.getElementById('skeleton')?.remove();
  document.getElementById('root')?.replaceChildren(notice);
}

void start();
