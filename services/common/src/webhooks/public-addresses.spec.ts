import { describe, expect, test } from '@jest/globals';
import { isPublicAddress } from './public-addresses.service.js';

describe('an address', () => {
  test.each(['1.1.1.1', '8.8.8.8', '172.15.255.255', '172.32.0.1', '2606:4700::1111', '2a00:1450::8a'])(
    '%s is one of the internet',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.7', '100.64.0.1', '172.16.0.1', '172.31.255.255'],
    ...[
      '192.168.1.1',
      '169.254.169.254',
      '198.18.0.1',
      '192.0.2.1',
      '203.0.113.9',
      '224.0.0.1',
      '255.255.255.255',
    ],
    ...['::1', '::', '::ffff:127.0.0.1', '::ffff:8.8.8.8', 'fe80::1', 'fd00::1', 'fd00:ec2::254', 'ff02::1'],
    ...['64:ff9b::7f00:1', '2001::1', '2001:db8::1', '2002:7f00:1::1', '3fff::1', 'not an address', ''],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});
