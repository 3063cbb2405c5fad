/** The host's side of teams-js 2.x: messages from the tab, and answers and events to it. */

export type TabMessage = {
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

export type Host = {
  readonly emit: (peer: Peer, func: string, ...args: readonly unknown[]) => void;
  readonly addPeer: (peer: Peer) => void;
  readonly removePeer: (peer: Peer) => void;
};

/** Answers messages of the peers from the table. Messages from any other window or origin are dropped. */
export function createHost(
  answers: Answers,
  notifications: Notifications,
  onMessage: (message: TabMessage) => void,
): Host {
  const peers = new Set<Peer>();
  const post = (peer: Peer, message: unknown) => {
    peer.window()?.postMessage(message, peer.origin);
  };

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const peer = [...peers].find(
      (candidate) => candidate.window() === event.source && candidate.origin === event.origin,
    );
    if (peer === undefined || !isTabMessage(event.data)) return;
    const { id, uuidAsString, func, args = [] } = event.data;
    const message = event.data;
    onMessage(message);
    notifications[func]?.(args);
    void (async () => {
      const answer = await answers[func]?.(args, peer, message);
      if (answer !== undefined) post(peer, { id, uuidAsString, args: answer });
    })();
  });

  return {
    emit: (peer, func, ...args) => post(peer, { func, args }),
    addPeer: (peer) => {
      peers.add(peer);
    },
    removePeer: (peer) => {
      peers.delete(peer);
    },
  };
}

function isTabMessage(data: unknown): data is TabMessage {
  return typeof data === 'object' && data !== null && 'func' in data && typeof data.func === 'string';
}
