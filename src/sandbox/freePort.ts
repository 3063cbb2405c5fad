import { once } from 'node:events';
import { createServer } from 'node:net';

const highest = 65_535;
/** A browser may take either loopback for `localhost`, and a server that listens everywhere takes all. */
const addresses = ['127.0.0.1', '::1', '::'];

/**
 * The wished port when nobody listens there, else the next one that is free.
 * @param wished 0: any
 * @param reserved ports that somebody else is about to take
 */
export async function freePort(wished: number, reserved: readonly number[] = []): Promise<number> {
  if (wished === 0) return await portThatIsFree('127.0.0.1', 0);
  for (let port = wished; port <= highest; port += 1)
    if (!reserved.includes(port) && (await isFree(port))) return port;
  throw new Error(`No port from ${wished} on is free.`);
}

async function isFree(port: number): Promise<boolean> {
  for (const address of addresses) {
    try {
      await portThatIsFree(address, port);
    } catch (error) {
      const { code } = error as { code?: string };
      // A machine without IPv6.
      if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') return false;
    }
  }
  return true;
}

async function portThatIsFree(address: string, port: number): Promise<number> {
  const probe = createServer().listen(port, address);
  await once(probe, 'listening');
  const found = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof found === 'object' && found !== null ? found.port : port;
}
