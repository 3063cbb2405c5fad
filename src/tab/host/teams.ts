import { app, authentication, clipboard, nestedAppAuth } from '@microsoft/teams-js';
import { withLimit } from './withLimit.js';

/** Interface to the host. Only this file, teamsPeople.ts and lifecycle.ts import teams-js. */

export type HostContext = {
  readonly theme: string;
  readonly locale: string;
  /** Regional format of the operating system, independent of Teams' language. Only desktop hosts report it. */
  readonly regionalFormat?: string | undefined;
  readonly loginHint?: string | undefined;
  readonly userPrincipalName?: string | undefined;
  readonly tenantId?: string | undefined;
  /** Target of a deep link, such as `delegators/{id}`. */
  readonly subPageId?: string | undefined;
  /** Product name of the host. */
  readonly hostName: string;
  readonly appId?: string | undefined;
  readonly pageId: string;
  /** Client type from teams-js: web, desktop, macos, android, … */
  readonly clientType: string;
  /** The user's object id. Like the whole context it is a hint: a page that frames the tab can forge it. */
  readonly userId?: string | undefined;
  readonly displayName?: string | undefined;
  /** The user may make calls. Undefined when the host does not report it; treat only false as a refusal. */
  readonly isCallingAllowed?: boolean | undefined;
};

/** View from the page's address or the host's context. Either can be out of date. */
export type View = { readonly theme: string; readonly subPageId?: string | undefined };

/** Reads the manifest's placeholders from the address. Teams leaves `subPageId` empty without a deep link. */
export function readAddress({ searchParams }: URL): Partial<View> {
  const theme = searchParams.get('theme') ?? '';
  const subPageId = searchParams.get('subPageId') ?? '';
  return { ...(theme !== '' && { theme }), ...(subPageId !== '' && { subPageId }) };
}

/** True in a frame or in a native host's web view. Only an answer proves that a host is there. */
export const mayHaveHost = (): boolean => window.parent !== window || 'nativeInterface' in window;

/**
 * Rejects without a Microsoft 365 host, at the latest after teams-js's own limit of 60 s.
 * @param hostOrigins further origins that may be the host, in addition to Microsoft's
 */
export const connectToHost = (hostOrigins: readonly string[]): Promise<void> =>
  app.initialize([...hostOrigins]);

/** Milliseconds. teams-js itself sets no limit. */
const contextLimitMs = 10_000;

/** Rejects with TimedOut after 10 s. */
export async function getHostContext(): Promise<HostContext> {
  const { app: host, user, page } = await withLimit(app.getContext(), contextLimitMs);
  return {
    theme: host.theme,
    locale: host.locale,
    regionalFormat: host.osLocaleInfo?.regionalFormat,
    loginHint: user?.loginHint,
    userPrincipalName: user?.userPrincipalName,
    tenantId: user?.tenant?.id,
    subPageId: page.subPageId === '' ? undefined : page.subPageId,
    hostName: toProductName(host.host.name),
    appId: host.appId?.toString(),
    pageId: page.id,
    clientType: host.host.clientType,
    // teams-js returns an empty id if the host reports none.
    userId: user?.id === '' ? undefined : user?.id,
    displayName: user?.displayName,
    isCallingAllowed: user?.isCallingAllowed,
  };
}

/** Hosts report several names for one product. */
function toProductName(name: string): string {
  if (name.startsWith('Outlook')) return 'Outlook';
  if (name === 'Office' || name.startsWith('Microsoft365')) return 'Microsoft 365';
  return 'Microsoft Teams';
}

/**
 * Requests an SSO token silently. Hosts cache it, and teams-js sets no time limit. Rejects with the host's own error.
 * @param claims JSON as Entra sent it. Empty when there are none.
 */
export const getSsoToken = (claims = ''): Promise<string> => requestToken(true, claims);

/**
 * Requests an SSO token with the host's dialog. Call it only on a click: Teams on the web may navigate away from the
 * page.
 */
export const askForSsoToken = (claims: string): Promise<string> => requestToken(false, claims);

const requestToken = (silent: boolean, claims: string): Promise<string> =>
  authentication.getAuthToken({ silent, ...(claims !== '' && { claims: [claims] }) });

/** Returns true if msal can ask the host for tokens. Some hosts have the bridge but do not recommend it. */
export function hasNestedAppAuth(): boolean {
  if ('nestedAppAuthBridge' in window && window.nestedAppAuthBridge !== undefined) return true;
  try {
    return nestedAppAuth.isNAAChannelRecommended();
  } catch {
    return false;
  }
}

/** Characters. teams-js refuses a longer address. */
export const maxWindowUrlLength = 2_048;

/** teams-js accepts https only. A local development host maps loopback back to http. */
export const toWindowUrl = (url: URL): string => url.href.replace(/^http:/, 'https:');

/**
 * Opens the sign-in window. Requires a click. Rejects with the string of the window or host. The promise may never
 * settle, and `CancelledByUser` can also mean that the host lost the window.
 */
export const openSignInWindow = (url: string): Promise<string> =>
  authentication.authenticate({ url, width: 600, height: 560 });

/** Reports from the sign-in window to the tab, through the host, how the sign-in ended. Never passes a token. */
export const endSignInWindow = {
  succeeded: () => authentication.notifySuccess(),
  failed: (reason: string) => authentication.notifyFailure(reason),
};

export type ExpectedFailure = 'PermissionError' | 'NotFound' | 'Throttling' | 'Offline' | 'Other';

/** Controls the host's loading indicator. */
export const notifyHost = {
  loaded: () => app.notifyAppLoaded(),
  succeeded: () => void app.notifySuccess(),
  /** The page explains the problem itself. `notifyFailure` would replace it with the host's error page. */
  failedAsExpected: (reason: ExpectedFailure, message: string) => {
    app.notifyExpectedFailure({ reason: app.ExpectedFailureReason[reason], message });
  },
};

/** Throws when neither the host nor the browser allows it. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    // Deprecated, but some hosts still deny their frames the browser's clipboard.
    /* eslint-disable @typescript-eslint/no-deprecated */
    if (!clipboard.isSupported()) throw error;
    await clipboard.write(new Blob([text], { type: 'text/plain' }));
    /* eslint-enable @typescript-eslint/no-deprecated */
  }
}
