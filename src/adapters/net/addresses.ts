import { BlockList, isIP } from 'node:net';

/**
 * IPv4 that is not the public internet (IANA special-purpose address registry), with what to call it. Clouds keep their
 * metadata services in the link-local, shared and protocol blocks; one has a public address, the last row.
 */
const REFUSED_V4: readonly (readonly [network: string, prefix: number, name: string])[] = [
  ['0.0.0.0', 8, 'this host'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'carrier-grade NAT'],
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'protocol assignments'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.88.99.0', 24, '6to4 relay'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'benchmarking'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved'],
  ['168.63.129.16', 32, 'cloud metadata'],
];

/** IPv6 outside `2000::/3` is refused without being named here; these say why, or lie inside it. */
const REFUSED_V6: readonly (readonly [network: string, prefix: number, name: string])[] = [
  ['::', 128, 'unspecified'],
  ['::1', 128, 'loopback'],
  ['::ffff:0:0', 96, 'IPv4-mapped'],
  ['::ffff:0:0:0', 96, 'IPv4-translated'],
  ['64:ff9b::', 96, 'NAT64'],
  ['64:ff9b:1::', 48, 'NAT64'],
  ['fc00::', 7, 'unique-local'],
  ['fe80::', 10, 'link-local'],
  ['fec0::', 10, 'site-local'],
  ['ff00::', 8, 'multicast'],
  ['2001::', 23, 'protocol assignments'],
  ['2001:db8::', 32, 'documentation'],
  ['2002::', 16, '6to4'],
  ['3fff::', 20, 'documentation'],
];

const GLOBAL_V6 = blockOf('2000::', 3, 'ipv6');
const V4_BLOCKS = REFUSED_V4.map(([network, prefix, name]) => ({ name, block: blockOf(network, prefix, 'ipv4') }));
const V6_BLOCKS = REFUSED_V6.map(([network, prefix, name]) => ({ name, block: blockOf(network, prefix, 'ipv6') }));

/**
 * Why an IP address may not be called on the word of a stranger, or null when it may: only public unicast may. IPv6 that
 * carries an IPv4 address inside is refused whatever it carries, since no public host has to be reached that way.
 */
export function refusalOf(address: string): string | null {
  const [bare = ''] = address.split('%');
  switch (isIP(bare)) {
    case 4:
      return V4_BLOCKS.find(({ block }) => block.check(bare, 'ipv4'))?.name ?? null;
    case 6:
      return refusalOfV6(bare);
    default:
      return 'not an address';
  }
}

function refusalOfV6(address: string): string | null {
  const named = V6_BLOCKS.find(({ block }) => block.check(address, 'ipv6'));
  if (named !== undefined) return named.name;
  return GLOBAL_V6.check(address, 'ipv6') ? null : 'not global unicast';
}

function blockOf(network: string, prefix: number, family: 'ipv4' | 'ipv6'): BlockList {
  const block = new BlockList();
  block.addSubnet(network, prefix, family);
  return block;
}
