import { describe, expect, it } from 'vitest';
import { parseGateway } from './parse.ts';

const server = '{ url: "http://127.0.0.1:8000", unattested: by hand }';
const channel = (name: string, more = '') =>
  `{ name: ${name}, releases: [{ decision: d.json, servers: [${server}] }]${more} }`;
const file = (channels: readonly string[], key = '') =>
  `apiVersion: weighbridge/v1
kind: Gateway
metadata: { name: house }
spec:
  channels:
${channels.map((one) => `    - ${one}\n`).join('')}  keys:
    - { name: k, sha256: ${'a'.repeat(64)}${key} }
`;
const parse = (text: string) => parseGateway(text, 'gateway.yaml', ['chat', 'images', 'transcriptions']);

describe('a Gateway file', () => {
  it('names surfaces, and channels to fall back to', () => {
    const config = parse(file([channel('a', ', surfaces: [images, transcriptions], fallbacks: [b]'), channel('b')]));
    expect(config.channels[0]).toMatchObject({ surfaces: ['images', 'transcriptions'], fallbacks: ['b'] });
    expect(config.channels[1]).toMatchObject({ surfaces: [], fallbacks: [] });
  });

  it.each<[string, string, string]>([
    ['falls back to itself', file([channel('a', ', fallbacks: [a]')]), 'there is no other channel a'],
    [
      'falls back to nobody',
      file([channel('first', ', fallbacks: [secnd]'), channel('second')]),
      'gateway.yaml:6:134: there is no other channel secnd; did you mean second?',
    ],
    ['has a surface that nobody reads', file([channel('a', ', surfaces: [image]')]), 'there is no surface image'],
    ['has a key for a channel that is not there', file([channel('a')], ', channels: [b]'), 'there is no channel b'],
    ['has a channel twice', file([channel('a'), channel('a')]), 'a stands there twice'],
    [
      'shows a certificate without its key',
      file(['{ name: a, servers: [{ url: "https://x", tls: { certificate: c.pem } }] }']),
      'needs certificate and key, or neither',
    ],
    [
      'trusts certificates of a server that shows none',
      file(['{ name: a, servers: [{ url: "http://x", tls: { ca: ca.pem } }] }']),
      'has tls, and an address without it',
    ],
    [
      'has a server nobody answers for',
      file(['{ name: a, releases: [{ decision: d.json, servers: [{ url: "http://x" }] }] }']),
      'needs either attestation',
    ],
    [
      'gives a group a channel that is not there',
      `${file([channel('a')])}  issuers:
    - { name: id, issuer: 'https://id.example', audience: x, callers: [{ group: g, channels: [b] }] }\n`,
      'there is no channel b',
    ],
    [
      'takes tokens that anybody can sign who can read them',
      `${file([channel('a')])}  issuers:
    - { name: id, issuer: 'https://id.example', audience: x, algorithms: [HS256], callers: [{ group: g }] }\n`,
      'gateway.yaml:10',
    ],
    ['has nobody who may call', file([channel('a')]).replace(/ {2}keys:[\s\S]*/, ''), 'nobody may call it'],
    [
      'shares out more than all callers',
      file([`{ name: a, releases: [{ decision: d.json, share: 60, servers: [${server}] }] }`]),
      'come to 60, not to 100',
    ],
  ])('that %s is refused, with the place', (_, text, sentence) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ message: expect.stringContaining(sentence) }));
  });
});
