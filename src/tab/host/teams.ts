import { app, authentication, clipboard, nestedAppAuth } from '@microsoft/teams-js';

/** All that the tab asks of its host. Only this file, teamsPeople.ts and lifecycle.ts know teams-js. */

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

/** Whether a host may be there: the page is in a frame, or in the web view of a native host. Certain only once it answers. */
export const mayHaveHost = (): boolean => window.parent !== window || 'nativeInterface' in window;

/**
 * Rejects when no Microsoft 365 host answers within teams-js's own limit of 60 s, or when there is none.
 * @param hostOrigins origins other than Microsoft's that may be the host
 */
export const connectToHost = (hostOrigins: readonly string[]): Promise<void> =>
  app.initialize([...hostOrigins]);

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

const toSignInFailed = (error: unknown): never => {
  throw new SignInFailed(error instanceof Error ? error.message : String(error));
};

/**
 * An SSO token without any interaction. Hosts cache it. teams-js sets no time limit. Throws SignInFailed.
 * @param claims JSON as Entra sent it
 */
export const getSsoToken = (claims?: string): Promise<string> => requestToken(true, claims);

/** The same with the host's dialog; only on a click, because Teams on the web may leave the page for it. */
export const askForSsoToken = (claims: string | undefined): Promise<string> => requestToken(false, claims);

const requestToken = (silent: boolean, claims: string | undefined): Promise<string> =>
  authentication
    .getAuthToken({ silent, ...(claims !== undefined && claims !== '' && { claims: [claims] }) })
    .catch(toSignInFailed);

/** Whether msal can ask the host for tokens. Some hosts have the bridge and do not recommend it. */
export function hasNestedAppAuth(): boolean {
  if ('nestedAppAuthBridge' in window && window.nestedAppAuthBridge !== undefined) return true;
  try {
    return nestedAppAuth.isNAAChannelRecommended();
  } catch {
    return false;
  }
}

/** Characters; teams-js refuses a longer address. */
export const maxWindowUrlLength = 2_048;

/** teams-js takes https only. A host on a developer's machine maps loopback back to http. */
export const toWindowUrl = (url: URL): string => url.href.replace(/^http:/, 'https:');

/**
 * Opens the sign-in window; must come from a click. Throws SignInFailed with what the window or the host said. It may never
 * settle, and `CancelledByUser` may also mean that the host has lost the window.
 */
export const openSignInWindow = (url: string): Promise<string> =>
  authentication.authenticate({ url, width: 600, height: 560 }).catch(toSignInFailed);

/** In the sign-in window: tells the tab, through the host, how it ended. Never a token. */
export const endSignInWindow = {
  succeeded: () => {
    authentication.notifySuccess();
  },
  failed: (reason: string) => {
    authentication.notifyFailure(reason);
  },
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
  /** Our page explains the problem. `notifyFailure` would replace it by the host's own error page. */
  failedAsExpected: (reason: ExpectedFailure, message: string) => {
    app.notifyExpectedFailure({ reason: app.ExpectedFailureReason[reason], message });
  },
};

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
