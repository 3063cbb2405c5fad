import type { Host, Peer } from './protocol.js';

/** What the tab is told when the pop-up ends: [true, result] or [false, reason]. */
type End = readonly unknown[];

/** The sign-in pop-up: at most one, which speaks teams-js with the host as the tab does. */
export function createPopup(origin: string) {
  let popup: Window | null = null;
  let finish: ((end: End) => void) | undefined;
  const peer: Peer = { window: () => popup, origin };

  function close(host: Host, end: End): void {
    host.removePeer(peer);
    popup?.close();
    popup = null;
    finish?.(end);
    finish = undefined;
  }

  function open(host: Host, url: string, width: number, height: number): Promise<End> {
    // teams-js takes https only; the sandbox has loopback http.
    const local = url.replace(/^https:\/\/(localhost|127\.0\.0\.1)(?=[:/])/, 'http://$1');
    popup = window.open(local, 'authenticate', `width=${width || 600},height=${height || 535}`);
    if (popup === null) return Promise.resolve([false, 'FailedToOpenWindow']);
    host.addPeer(peer);
    const watch = setInterval(() => {
      if (popup?.closed === true) close(host, [false, 'CancelledByUser']);
    }, 200);
    return new Promise((resolve) => {
      finish = (end) => {
        clearInterval(watch);
        resolve(end);
      };
    });
  }

  return { peer, open, close };
}
