import type { ListName } from '../contract/delegation.js';
import { listNames } from '../contract/delegation.js';
import { createApi } from './api/client.js';
import { readPageConfig } from './host/pageConfig.js';
import { loadLanguage } from './i18n/languages.js';
import { connectToHost, getHostContext, getSsoToken, notifyHost } from './host/teams.js';

/**
 * The first code of the tab: asks the host for a token and our server for both lists while the page's own code is still
 * on its way. React takes over what has arrived.
 */
async function start(): Promise<void> {
  const config = readPageConfig();
  const pageCode = import(/* webpackChunkName: "page" */ './mount.js');
  // A failed download is told below; until then it must not count as unhandled.
  pageCode.catch(() => undefined);
  try {
    await connectToHost(config.hostOrigins);
  } catch {
    (await pageCode).showOutside();
    return;
  }
  notifyHost.loaded();
  const api = createApi({ getSsoToken });
  const early = Object.fromEntries(
    listNames.map((list) => {
      const answer = api.getList(list);
      answer.catch(() => undefined);
      return [list, answer];
    }),
  ) as Record<ListName, ReturnType<typeof api.getList>>;
  const context = await getHostContext();
  const language = loadLanguage(context.locale);
  document.documentElement.dataset['theme'] = context.theme;
  try {
    (await pageCode).showPage({ api, early, context, config, language: await language });
  } catch (error) {
    notifyHost.failed('Other', String(error));
    throw error;
  }
}

void start();
