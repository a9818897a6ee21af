import { BlockList, isIPv4 } from 'node:net';

/** Of IPv4 everything that is not the internet: this machine, its networks, clouds' metadata, tests, multicast. */
const closed = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(network, bits);

/** Of IPv6 only what is assigned to the internet is open, without what leads back into IPv4 or is for examples. */
const assigned = new BlockList();
assigned.addSubnet('2000::', 3, 'ipv6');
const inside = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside.addSubnet(network, bits, 'ipv6');

/** Whether we may connect to this address on behalf of somebody who only gave us its name. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address);
  return assigned.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}
