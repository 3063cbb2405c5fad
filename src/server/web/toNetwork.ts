/**
 * Whose address it is, as far as an address tells: an IPv4 address itself, of an IPv6 address the first 64 bits, since
 * whoever has one has the rest as well.
 * @see RFC 6177; RFC 4291, section 2.5.5.2 for IPv4-mapped addresses
 */
export function toNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [front = [], back = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const groups = [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
