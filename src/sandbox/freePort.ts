import { once } from 'node:events';
import { createServer } from 'node:net';

const highest = 65_535;
/** A browser may resolve `localhost` to either loopback address, and a server on `::` occupies both. */
const addresses = ['127.0.0.1', '::1', '::'];

/**
 * Returns the preferred port, or the next one that is free.
 * @param wished preferred port; 0 for any
 * @param reserved ports that another server is about to use
 */
export async function freePort(wished: number, reserved: readonly number[] = []): Promise<number> {
  if (wished === 0) return await portThatIsFree('127.0.0.1', 0);
  for (let port = wished; port <= highest; port += 1)
    if (!reserved.includes(port) && (await isFree(port))) return port;
  throw new Error(`No free port from ${wished} upwards.`);
}

async function isFree(port: number): Promise<boolean> {
  for (const address of addresses) {
    try {
      await portThatIsFree(address, port);
    } catch (error) {
      const { code } = error as { code?: string };
      // The machine has no IPv6.
      if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') return false;
    }
  }
  return true;
}

async function portThatIsFree(address: string, port: number): Promise<number> {
  const probe = createServer().listen(port, address);
  await once(probe, 'listening');
  const bound = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof bound === 'object' && bound !== null ? bound.port : port;
}
