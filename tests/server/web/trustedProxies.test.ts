import { createProxyTrust } from '../../../src/server/web/trustedProxies.js';

describe('decides if an address is a trusted proxy:', () => {
  test.each([
    ['10.0.0.7', '10.0.0.7', true],
    ['10.0.0.7', '::ffff:10.0.0.7', true],
    ['10.0.0.7', '10.0.0.70', false],
    ['10.0.0.7', '110.0.0.7', false],
    ['10.1.0.0/16', '10.1.255.255', true],
    ['10.1.0.0/16', '10.2.0.0', false],
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['loopback', '127.0.0.1', true],
    ['loopback', '127.255.0.1', true],
    ['loopback', '::1', true],
    ['loopback', '128.0.0.1', false],
    ['loopback', '10.0.0.1', false],
    ['linklocal', '169.254.1.1', true],
    ['linklocal', 'fe80::1%eth0', true],
    ['uniquelocal', '10.0.0.1', true],
    ['uniquelocal', '172.31.255.255', true],
    ['uniquelocal', '172.32.0.0', false],
    ['uniquelocal', '192.168.0.1', true],
    ['uniquelocal', 'fd00::1', true],
    ['loopback,10.0.0.7', '10.0.0.7', true],
    ['loopback', 'loopback', false],
    ['loopback', '127.0.0.1:443', false],
    ['loopback', '', false],
  ])('TRUST_PROXY=%s, %s: %s', (list, address, expected) => {
    expect(createProxyTrust(list)(address, 0)).toBe(expected);
  });
});

test('trusts at most eight addresses of a request', () => {
  const isTrusted = createProxyTrust('loopback');

  expect([7, 8, 3_000].map((hop) => isTrusted('127.0.0.1', hop))).toEqual([true, false, false]);
});
