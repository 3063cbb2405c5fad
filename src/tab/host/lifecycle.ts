import { app } from '@microsoft/teams-js';
import { getHostContext, readAddress, type View } from './teams.js';

export type LifecycleHandlers = {
  readonly changeTheme: (theme: string) => void;
  readonly suspend: () => void;
  readonly resume: () => void;
  /** Called with each link. Undefined for a link to the page as a whole. */
  readonly follow: (subPageId: string | undefined) => void;
};

/**
 * Registers the theme, suspend and resume handlers. A host deletes all handlers when it suspends the tab, so each
 * resume registers them first.
 * @param opened the view that the tab was opened with
 * @see https://learn.microsoft.com/microsoftteams/platform/apps-in-teams/app-caching
 */
export function followLifecycle(handlers: LifecycleHandlers, opened: View): void {
  let theme = opened.theme;
  const links = { address: opened.subPageId, context: opened.subPageId };
  const changeTheme = (to: string) => {
    theme = to;
    handlers.changeTheme(to);
  };

  const register = () => {
    app.lifecycle.registerOnResumeHandler(({ contentUrl }) => void resume(new URL(contentUrl)));
    app.lifecycle.registerBeforeSuspendOrTerminateHandler(() => {
      handlers.suspend();
      return Promise.resolve();
    });
    app.registerOnThemeChangeHandler(changeTheme);
  };

  const resume = async (contentUrl: URL) => {
    register();
    const before = { theme, ...links };
    const address = readAddress(contentUrl);
    if (address.theme !== undefined) changeTheme(address.theme);
    links.address = address.subPageId;
    const hasNewAddress = address.subPageId !== before.address;
    if (hasNewAddress && address.subPageId !== undefined) handlers.follow(address.subPageId);
    handlers.resume();

    const context = await getHostContext().catch(() => undefined);
    if (context === undefined) return;
    links.context = context.subPageId;
    // After a second deep link, address or context can still name the first one. The one that changed is current.
    const hasNewContext = context.subPageId !== before.context;
    if (!hasNewAddress && hasNewContext && context.subPageId !== undefined)
      handlers.follow(context.subPageId);
    if (theme === before.theme && context.theme !== theme) changeTheme(context.theme);
  };

  register();
}
