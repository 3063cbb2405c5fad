import { toNetwork } from '../../../src/server/web/toNetwork.js';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['192.0.2.7:50123', '192.0.2.7'],
  ['[2001:db8:1:2::9]:50123', '2001:db8:1:2::/64'],
  ['', 'unknown'],
  ['tab.contoso.com', 'unknown'],
  ['192.0.2.7, 192.0.2.8', 'unknown'],
])('%s belongs to %s', (address, network) => {
  expect(toNetwork(address)).toBe(network);
});

test('returns a short name for an address of any length', () => {
  expect(toNetwork('1'.repeat(16_000))).toBe('unknown');
});
