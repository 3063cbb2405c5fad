/** The host's side of teams-js 2.x: messages from the tab, and the answers and events that go back. */

export type TabMessage = {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
  /** Only in `nestedAppAuth.execute`: JSON. */
  readonly data?: unknown;
};

type Answer = readonly unknown[];

/** Answers the functions of the protocol. A promise that never settles: no answer is sent. */
export type Answers = Readonly<
  Record<string, (args: readonly unknown[], source: Peer, message: TabMessage) => Answer | Promise<Answer>>
>;

/** Takes the functions of the protocol that have no answer. */
export type Notifications = Readonly<Record<string, (args: readonly unknown[]) => void>>;

/** A window that speaks teams-js with this host, and the only origin that it may have. */
export type Peer = { readonly window: () => Window | null; readonly origin: string };

export type Host = {
  /** Sends an event to a peer. */
  readonly emit: (peer: Peer, func: string, ...args: readonly unknown[]) => void;
  readonly addPeer: (peer: Peer) => void;
  readonly removePeer: (peer: Peer) => void;
};

/** Listens for the peers' messages and answers each from the table. Messages from elsewhere are dropped. */
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
    emit: (peer, func, ...args) => {
      post(peer, { func, args });
    },
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
