import { pickers } from './controls.js';
import { peers, type Notifications, type Peer } from './protocol.js';
import { askSandbox, tenant, user } from './tenant.js';

/** The answer of `authentication.authenticate`: `[true, result]` or `[false, reason]`. */
type End = readonly unknown[];

/** At most one sign-in window is open; it exchanges teams-js messages with the host. */
let popup: Window | null = null;
let finish: ((end: End) => void) | undefined;
const peer: Peer = { window: () => popup, origin: tenant.tabEndpoint };

const mode = (): string => (user().isOnCoopOnly === true ? 'coop' : pickers.window.value);

/** Sends the selected behavior of sign-in windows and of the app registration to the sandbox. */
export const applySignIn = (): Promise<unknown> =>
  askSandbox('/sign-in', {
    hasCoop: mode() === 'coop',
    hasBrokerRedirect: pickers.bridge.value !== 'unregistered',
  });

/** Answers `authentication.authenticate`. */
export function openSignInWindow([url, width, height]: readonly unknown[]): Promise<End> {
  // teams-js requires https; the sandbox uses http on loopback.
  const local = String(url).replace(/^https:\/\/(localhost|127\.0\.0\.1)(?=[:/])/, 'http://$1');
  if (mode() === 'external') {
    // The default browser opens the window, and the request never settles. Virtual desktops behave like this.
    window.open(local, '_blank', 'noopener');
    return new Promise(() => undefined);
  }
  popup =
    mode() === 'blocked'
      ? null
      : window.open(local, 'authenticate', `width=${Number(width) || 600},height=${Number(height) || 535}`);
  if (popup === null) return Promise.resolve([false, 'FailedToOpenWindow']);
  peers.add(peer);
  // Under Cross-Origin-Opener-Policy `closed` becomes true although the window is still open.
  const watch = setInterval(() => {
    if (popup?.closed === true) close([false, 'CancelledByUser']);
  }, 200);
  return new Promise((resolve) => {
    finish = (end) => {
      clearInterval(watch);
      resolve(end);
    };
  });
}

function close(end: End): void {
  peers.delete(peer);
  popup?.close();
  popup = null;
  finish?.(end);
  finish = undefined;
}

export const signInNotifications: Notifications = {
  'authentication.authenticate.success': ([result]) => close([true, result]),
  'authentication.authenticate.failure': ([reason]) => close([false, reason]),
};
