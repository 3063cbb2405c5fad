import type { Host, Notifications, Peer } from './protocol.js';

/** The answer of `authentication.authenticate`: `[true, result]` or `[false, reason]`. */
type End = readonly unknown[];

/**
 * Manages the sign-in window. At most one is open; it exchanges teams-js messages with the host.
 * @param mode a value of `windowPicker`. `external`: as on virtual desktops, the window opens in the
 * default browser without an opener, and the request never settles. `blocked`: the browser blocks the window.
 */
export function createSignInWindow(host: () => Host, origin: string, mode: () => string) {
  let popup: Window | null = null;
  let finish: ((end: End) => void) | undefined;
  const peer: Peer = { window: () => popup, origin };

  function close(end: End): void {
    host().removePeer(peer);
    popup?.close();
    popup = null;
    finish?.(end);
    finish = undefined;
  }

  function open([url, width, height]: readonly unknown[]): Promise<End> {
    // teams-js requires https; the sandbox uses http on loopback.
    const local = String(url).replace(/^https:\/\/(localhost|127\.0\.0\.1)(?=[:/])/, 'http://$1');
    if (mode() === 'external') {
      window.open(local, '_blank', 'noopener');
      return new Promise(() => undefined);
    }
    popup =
      mode() === 'blocked'
        ? null
        : window.open(local, 'authenticate', `width=${Number(width) || 600},height=${Number(height) || 535}`);
    if (popup === null) return Promise.resolve([false, 'FailedToOpenWindow']);
    host().addPeer(peer);
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

  return {
    /** Answers `authentication.authenticate`. */
    open,
    notifications: {
      'authentication.authenticate.success': ([result]) => close([true, result]),
      'authentication.authenticate.failure': ([reason]) => close([false, reason]),
    } satisfies Notifications,
  };
}
