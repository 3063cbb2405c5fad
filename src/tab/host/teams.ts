import { app, authentication, clipboard } from '@microsoft/teams-js';

/** All that the tab asks of its host. Only this file and teamsPeople.ts know teams-js. */

export type HostContext = {
  readonly theme: string;
  readonly locale: string;
  /** How the reader's machine writes dates and numbers, whatever language Teams speaks; desktop hosts alone know it. */
  readonly regionalFormat: string | undefined;
  readonly loginHint: string | undefined;
  readonly userPrincipalName: string | undefined;
  readonly tenantId: string | undefined;
  /** What a deep link pointed at, such as `delegators/{id}`. */
  readonly subPageId: string | undefined;
  /** The host's own name as teams-js gives it: Teams, TeamsModern, Outlook, Office, … */
  readonly hostName: string;
  readonly appId: string | undefined;
  readonly pageId: string;
  /** Of the device that the host runs on, as teams-js gives it: web, desktop, macos, android, … */
  readonly clientType: string;
  /** The reader's own object id. A hint, as all of this: a page that frames the tab can lie. */
  readonly userId: string | undefined;
  readonly displayName: string | undefined;
  /** Whether the reader may make calls; undefined: the host does not say, and only false is a no. */
  readonly isCallingAllowed: boolean | undefined;
};

/** Why the host gives no token: its own bare string. */
export class SignInFailed extends Error {
  override name = 'SignInFailed';
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** Milliseconds; teams-js itself would wait for a minute. */
const initializeMs = 15_000;

/**
 * Throws when no Microsoft 365 host answers: the page was opened outside of one.
 * @param hostOrigins origins beside Microsoft's own that may be the host
 */
export async function connectToHost(hostOrigins: readonly string[]): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The host does not answer.'));
    }, initializeMs);
  });
  await Promise.race([app.initialize([...hostOrigins]), tooLate]).finally(() => {
    clearTimeout(timer);
  });
}

export async function getHostContext(): Promise<HostContext> {
  const { app: host, user, page } = await app.getContext();
  return {
    theme: host.theme,
    locale: host.locale,
    regionalFormat: host.osLocaleInfo?.regionalFormat,
    loginHint: user?.loginHint,
    userPrincipalName: user?.userPrincipalName,
    tenantId: user?.tenant?.id,
    subPageId: page.subPageId === '' ? undefined : page.subPageId,
    hostName: host.host.name,
    appId: host.appId?.toString(),
    pageId: page.id,
    clientType: host.host.clientType,
    // teams-js gives an empty id where the host gave none.
    userId: user?.id === '' ? undefined : user?.id,
    displayName: user?.displayName,
    isCallingAllowed: user?.isCallingAllowed,
  };
}

/** A fresh SSO token, without any interaction. Never kept: the host does that. Throws SignInFailed. */
export async function getSsoToken(): Promise<string> {
  try {
    return await authentication.getAuthToken({ silent: true });
  } catch (error) {
    throw new SignInFailed(error instanceof Error ? error.message : String(error));
  }
}

/** Opens the pop-up; must come from a click. Throws SignInFailed with what the pop-up or the host said. */
export async function openSignInPopup(url: URL): Promise<void> {
  // teams-js takes https only. A host on a developer's machine maps loopback back to http.
  const secure = url.href.replace(/^http:/, 'https:');
  try {
    await authentication.authenticate({ url: secure, width: 600, height: 560 });
  } catch (error) {
    throw new SignInFailed(error instanceof Error ? error.message : String(error));
  }
}

/** In the pop-up: tells the tab, through the host, how it ended. Never a token. */
export const endSignInPopup = {
  succeeded: () => {
    authentication.notifySuccess();
  },
  failed: (reason: string) => {
    authentication.notifyFailure(reason);
  },
};

export const onThemeChange = (handler: (theme: string) => void): void => {
  app.registerOnThemeChangeHandler(handler);
};

export type ExpectedFailure = 'PermissionError' | 'NotFound' | 'Throttling' | 'Offline' | 'Other';

/** What the host shows or hides its own loading indicator by. */
export const notifyHost = {
  loaded: () => {
    app.notifyAppLoaded();
  },
  succeeded: () => {
    void app.notifySuccess();
  },
  /** The host may put its own error page over ours: for when ours has nothing better to say. */
  failed: (reason: 'AuthFailed' | 'Other', message: string) => {
    app.notifyFailure({
      reason: reason === 'AuthFailed' ? app.FailedReason.AuthFailed : app.FailedReason.Other,
      message,
    });
  },
  /** Ours explains what happened; the host need not. */
  failedAsExpected: (reason: ExpectedFailure, message: string) => {
    app.notifyExpectedFailure({ reason: app.ExpectedFailureReason[reason], message });
  },
};

/** The host keeps the page alive while it is away; each needs the host to support caching. */
export function onSuspendAndResume(
  suspend: () => void,
  resume: (subPageId: string | undefined) => void,
): void {
  app.lifecycle.registerBeforeSuspendOrTerminateHandler(() => {
    suspend();
    return Promise.resolve();
  });
  app.lifecycle.registerOnResumeHandler(({ contentUrl }) => {
    const subPageId = new URL(contentUrl).searchParams.get('subPageId');
    resume(subPageId === null || subPageId === '' ? undefined : subPageId);
  });
}

/** Throws when neither the host nor the browser lets us. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    // Deprecated, but some hosts still give their frames no clipboard of the browser.
    /* eslint-disable @typescript-eslint/no-deprecated */
    if (!clipboard.isSupported()) throw error;
    await clipboard.write(new Blob([text], { type: 'text/plain' }));
    /* eslint-enable @typescript-eslint/no-deprecated */
  }
}
