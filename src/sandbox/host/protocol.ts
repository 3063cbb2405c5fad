/** The host's side of teams-js 2.x: what comes from the tab, and the answers and events that go back. */

export type TabMessage = {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
};

/** What answers one function of the protocol. Undefined: no answer is sent. */
export type Answers = Readonly<
  Record<
    string,
    (
      args: readonly unknown[],
      source: Peer,
    ) => readonly unknown[] | undefined | Promise<readonly unknown[] | undefined>
  >
>;

/** A window that speaks teams-js with this host, and the only origin that it may be. */
export type Peer = { readonly window: () => Window | null; readonly origin: string };

export type Host = {
  /** Sends an event to a peer. */
  readonly emit: (peer: Peer, func: string, ...args: readonly unknown[]) => void;
  readonly addPeer: (peer: Peer) => void;
  readonly removePeer: (peer: Peer) => void;
};

/** Listens for the peers' messages and answers each from the table; anything from elsewhere is dropped. */
export function createHost(answers: Answers, onMessage: (message: TabMessage) => void): Host {
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
    onMessage(event.data);
    void (async () => {
      const answer = await answers[func]?.(args, peer);
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
