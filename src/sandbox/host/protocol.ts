/** The host's side of teams-js 2.x: messages from the tab, and answers and events to it. */

type TabMessage = {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
  /** JSON. Set only in `nestedAppAuth.execute`. */
  readonly data?: unknown;
};

type Answer = readonly unknown[];

/** Functions of the protocol that have an answer. If the promise never settles, the host sends no answer. */
export type Answers = Readonly<
  Record<string, (args: readonly unknown[], source: Peer, message: TabMessage) => Answer | Promise<Answer>>
>;

/** Functions of the protocol that have no answer. */
export type Notifications = Readonly<Record<string, (args: readonly unknown[]) => void>>;

/** A window that exchanges teams-js messages with this host, and the only origin that is allowed for it. */
export type Peer = { readonly window: () => Window | null; readonly origin: string };

export const peers = new Set<Peer>();

/** Sends an event. */
export const emit = (peer: Peer, func: string, ...args: readonly unknown[]): void =>
  post(peer, { func, args });

const post = (peer: Peer, message: unknown): void => peer.window()?.postMessage(message, peer.origin);

/** Answers messages of the peers from the table. Messages from any other window or origin are dropped. */
export function listenToPeers(answers: Answers, notifications: Notifications): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const peer = [...peers].find(
      (candidate) => candidate.window() === event.source && candidate.origin === event.origin,
    );
    if (peer === undefined || !isTabMessage(event.data)) return;
    const message = event.data;
    const { id, uuidAsString, func, args = [] } = message;
    console.debug('teams-js →', func, func.includes('AuthToken') ? '' : message.args);
    notifications[func]?.(args);
    void (async () => {
      const answer = await answers[func]?.(args, peer, message);
      if (answer !== undefined) post(peer, { id, uuidAsString, args: answer });
    })();
  });
}

function isTabMessage(data: unknown): data is TabMessage {
  return typeof data === 'object' && data !== null && 'func' in data && typeof data.func === 'string';
}
