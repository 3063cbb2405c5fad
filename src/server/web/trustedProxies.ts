import { BlockList, isIP, isIPv6 } from 'node:net';

/** Maximum number of forwarding addresses that are checked per request. Each trusted proxy adds one. */
const maxHops = 8;

const ranges: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/**
 * Creates a `trustProxy` function for Fastify that checks a bounded number of addresses. `X-Forwarded-For` may contain
 * thousands.
 * @param list value of `TRUST_PROXY`: addresses, ranges and names of ranges, separated by commas
 */
export function createProxyTrust(list: string): (address: string, hop: number) => boolean {
  const trusted = new BlockList();
  for (const range of list.split(',').flatMap((part) => ranges[part] ?? [part])) {
    const [address = '', length] = range.split('/');
    const type = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (length === undefined) trusted.addAddress(address, type);
    else trusted.addSubnet(address, Number(length), type);
  }
  return (address, hop) =>
    hop < maxHops && isIP(address) !== 0 && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
