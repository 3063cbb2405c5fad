import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * Returns the network that a rate limit counts: the IPv4 address, or the /64 prefix of an IPv6 address, because one
 * subscriber owns the whole prefix. Ignores a port, which some proxies add. Returns `unknown` for anything else.
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

/** Supports `192.0.2.7:443` and `[2001:db8::1]:443`. */
function withoutPort(address: string): string {
  const [, bracketed, ipv4] = /^(?:\[(.*)\]|([^:]+)):\d+$/.exec(address.slice(0, maxLength)) ?? [];
  return bracketed ?? ipv4 ?? address;
}

/** An address with zone and port is not longer than this. */
const maxLength = 80;

/** Maximum number of forwarding addresses that are checked per request. Each trusted proxy adds one. */
const maxHops = 8;

/**
 * Creates a `trustProxy` function for Fastify that checks a bounded number of addresses. `X-Forwarded-For` may contain
 * thousands.
 * @param ranges addresses and CIDR ranges
 */
export function createProxyTrust(ranges: readonly string[]): (address: string, hop: number) => boolean {
  const trusted = new BlockList();
  for (const range of ranges) {
    const [address = '', length] = range.split('/');
    const type = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (length === undefined) trusted.addAddress(address, type);
    else trusted.addSubnet(address, Number(length), type);
  }
  return (address, hop) =>
    hop < maxHops && isIP(address) !== 0 && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
