import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalOf } from './addresses.ts';

const octet = fc.integer({ min: 0, max: 255 });
const word = fc.integer({ min: 0, max: 0xffff });
const v4 = (...start: number[]) =>
  fc.tuple(octet, octet, octet, octet).map((free) => free.map((byte, at) => start[at] ?? byte).join('.'));
const v6 = (...start: number[]) =>
  fc
    .array(word, { minLength: 8, maxLength: 8 })
    .map((free) => free.map((part, at) => (start[at] ?? part).toString(16)).join(':'));
const between = (low: number, high: number) => fc.integer({ min: low, max: high });

describe('an address is refused', () => {
  it.each<[string, string, string]>([
    ['this host', '0.0.0.0', 'this host'],
    ['a loopback', '127.0.0.1', 'loopback'],
    ['the far end of the loopbacks', '127.255.255.254', 'loopback'],
    ['a private network', '10.0.0.1', 'private'],
    ['a private network', '172.31.255.255', 'private'],
    ['a private network', '192.168.1.1', 'private'],
    ['carrier-grade NAT, where a cloud keeps metadata', '100.100.100.200', 'carrier-grade NAT'],
    ['link-local, where clouds keep metadata', '169.254.169.254', 'link-local'],
    ['a metadata service in public space', '168.63.129.16', 'cloud metadata'],
    ['multicast', '224.0.0.1', 'multicast'],
    ['broadcast', '255.255.255.255', 'reserved'],
    ['IPv6 loopback', '::1', 'loopback'],
    ['IPv6 unspecified', '::', 'unspecified'],
    ['IPv4 in IPv6', '::ffff:8.8.8.8', 'IPv4-mapped'],
    ['IPv4 in IPv6, in hexadecimal', '::ffff:7f00:1', 'IPv4-mapped'],
    ['NAT64', '64:ff9b::7f00:1', 'NAT64'],
    ['local NAT64', '64:ff9b:1::1', 'NAT64'],
    ['6to4', '2002:7f00:1::', '6to4'],
    ['Teredo', '2001:0:1::', 'protocol assignments'],
    ['unique-local', 'fd00:ec2::254', 'unique-local'],
    ['link-local', 'fe80::1', 'link-local'],
    ['link-local with a zone', 'fe80::1%eth0', 'link-local'],
    ['IPv4-compatible', '::7f00:1', 'not global unicast'],
    ['a name', 'localhost', 'not an address'],
    ['nothing', '', 'not an address'],
  ])('%s: %s', (_, address, refusal) => {
    expect(refusalOf(address)).toBe(refusal);
  });

  it.each<[string, fc.Arbitrary<string>]>([
    ['in 0/8', v4(0)],
    ['in 10/8', v4(10)],
    ['in 127/8', v4(127)],
    ['in 100.64/10', between(64, 127).chain((second) => v4(100, second))],
    ['in 172.16/12', between(16, 31).chain((second) => v4(172, second))],
    ['in 192.168/16', v4(192, 168)],
    ['in 169.254/16', v4(169, 254)],
    ['multicast or reserved', between(224, 255).chain((first) => v4(first))],
    ['IPv4-mapped', v6(0, 0, 0, 0, 0, 0xffff)],
    ['NAT64', v6(0x64, 0xff9b, 0, 0, 0, 0)],
    ['unique-local', between(0xfc00, 0xfdff).chain((first) => v6(first))],
    ['link-local', between(0xfe80, 0xfebf).chain((first) => v6(first))],
    ['IPv6 multicast', between(0xff00, 0xffff).chain((first) => v6(first))],
    ['outside 2000::/3', fc.oneof(between(0, 0x1fff), between(0x4000, 0xffff)).chain((first) => v6(first))],
  ])('whenever it is %s', (_, addresses) => {
    fc.assert(fc.property(addresses, (address) => refusalOf(address) !== null));
  });

  it('not when it is public, just past every block', () => {
    const PUBLIC = ['1.0.0.0', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'];
    PUBLIC.push('128.0.0.0', '169.253.255.255', '172.15.255.255', '172.32.0.0', '192.167.255.255', '192.169.0.0');
    PUBLIC.push('223.255.255.255', '8.8.8.8', '168.63.129.17', '2606:4700::1111', '2a00:1450::1', '2001:4860::8888');
    expect(PUBLIC.filter((address) => refusalOf(address) !== null)).toEqual([]);
  });
});
