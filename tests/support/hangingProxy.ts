import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type HangingProxy = {
  readonly port: number;
  /** From now on, connections fall silent once this text goes to the server; empty: as soon as they are made. */
  readonly hangAt: (text: string) => void;
  /** Connections that are made from now on work. Those that hang go on hanging. */
  readonly pass: () => void;
  /** How many have fallen silent. */
  readonly hanging: () => number;
  readonly close: () => Promise<void>;
};

/** A way to a server of this machine that takes connections and may then say nothing. */
export async function startHangingProxy(serverPort: number): Promise<HangingProxy> {
  let hangAt: string | undefined;
  let hanging = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const proxy = createServer((client) => {
    keep(client);
    const text = hangAt;
    if (text === '') {
      hanging += 1;
      client.resume();
      return;
    }
    const server = connect(serverPort, '127.0.0.1');
    keep(server);
    let isSilent = false;
    client.on('data', (chunk) => {
      if (!isSilent && text !== undefined && chunk.includes(text)) {
        isSilent = true;
        hanging += 1;
      }
      if (!isSilent) server.write(chunk);
    });
    server.on('data', (chunk) => {
      if (!isSilent) client.write(chunk);
    });
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    hangAt: (text) => {
      hangAt = text;
    },
    pass: () => {
      hangAt = undefined;
    },
    hanging: () => hanging,
    close: async () => {
      const closed = once(proxy, 'close');
      proxy.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
