import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

const highest = 65_535;
/** A browser may resolve `localhost` to either loopback address, and a server on `::` occupies both. */
const addresses = ['127.0.0.1', '::1', '::'];

/**
 * Returns the preferred port, or the next one that is free.
 * @param wished preferred port. 0 means any below 32,768, where Linux starts to assign ports to connections: one
 * of those could take the port before it is used.
 * @param reserved ports that another server is about to use
 */
export async function freePort(wished = 0, reserved: readonly number[] = []): Promise<number> {
  for (let port = wished === 0 ? randomInt(20_000, 32_000) : wished; port <= highest; port += 1)
    if (!reserved.includes(port) && (await isFree(port))) return port;
  throw new Error(`No free port from ${wished} upwards.`);
}

async function isFree(port: number): Promise<boolean> {
  for (const address of addresses) {
    const probe = createServer().listen(port, address);
    try {
      await once(probe, 'listening');
      await new Promise((resolve) => probe.close(resolve));
    } catch (error) {
      const { code } = error as { code?: string };
      // The machine has no IPv6.
      if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') return false;
    }
  }
  return true;
}
