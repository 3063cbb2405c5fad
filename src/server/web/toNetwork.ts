import { isIP } from 'node:net';

/**
 * The network that an address is counted as: an IPv4 address itself; of an IPv6 address the first 64 bits, since a
 * subscriber has all addresses below them. A port, as some proxies forward it, is ignored; anything else is `unknown`.
 * @see RFC 6177; RFC 4291, section 2.5.5.2 for IPv4-mapped addresses
 */
export function toNetwork(forwarded: string): string {
  const address = withoutPort(forwarded);
  if (isIP(address) === 0) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [front = [], back = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const groups = [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** `192.0.2.7:443` and `[2001:db8::1]:443`. */
function withoutPort(address: string): string {
  const [, bracketed, ipv4] = /^(?:\[(.*)\]|([^:]+)):\d+$/.exec(address.slice(0, maxLength)) ?? [];
  return bracketed ?? ipv4 ?? address;
}

/** Characters of the longest address with zone and port. */
const maxLength = 80;
