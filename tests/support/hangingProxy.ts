import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Starts a TCP proxy to a local server that accepts connections and can then stop forwarding. */
export async function startHangingProxy(serverPort: number) {
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
    /** New connections hang once this text is sent to the server. Empty: they hang at once. */
    hangAt: (text: string) => {
      hangAt = text;
    },
    /** New connections work. Hanging connections remain so. */
    pass: () => {
      hangAt = undefined;
    },
    /** Returns the number of connections that hang. */
    hanging: () => hanging,
    close: async () => {
      const closed = once(proxy, 'close');
      proxy.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
