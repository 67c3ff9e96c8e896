import { describe, expect, it } from 'vitest';
import { parseGateway } from './parse.ts';
import { rotated } from './rotate.ts';

const [OLD, NEW, OLDER, OTHER] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64)) as [
  string,
  string,
  string,
  string,
];
const NOW = new Date('2026-06-01T00:00:00Z');
const UNTIL = new Date('2026-06-08T00:00:00Z');

const HEAD = `# Who may call, and what
apiVersion: weighbridge/v1
kind: Gateway
metadata: { name: house }
spec:
  channels:
    - { name: a, releases: [{ decision: d, servers: [{ url: 'http://x', unattested: a test }] }] }
  keys:
    - { name: other, sha256: ${OTHER} }
`;
const TAIL = `    # the last
    - { name: last,   sha256: '${'e'.repeat(64)}' }
`;

const give = (text: string) =>
  rotated(text, 'gateway.yaml', { name: 'k', sha256: NEW, until: UNTIL, now: NOW, surfaces: [] });
const keyIn = (text: string) => parseGateway(text, 'gateway.yaml', []).keys.find(({ name }) => name === 'k');

describe('a new key in a Gateway file', () => {
  it.each<[string, string]>([
    ['on one line', `    - { name: k, sha256: ${OLD}, channels: [a] } # ours\n`],
    ['in quotes', `    - {sha256: "${OLD}", name: k, channels: [a]}\n`],
    ['on lines of its own', `    - name: k\n      sha256: ${OLD}   # of May\n      channels: [a]\n`],
    ['with the hash first', `    -   sha256: ${OLD}\n        name: k\n        channels:\n          - a\n`],
    [
      'with an older one that ended',
      `    - { name: k, previous: { sha256: ${OLDER}, until: "2026-05-31T00:00:00Z" }, sha256: ${OLD}, channels: [a] }\n`,
    ],
    [
      'with an older one that ended, on lines',
      `    - name: k\n      sha256: ${OLD}\n      previous:\n        sha256: ${OLDER}\n        until: "2026-05-31T00:00:00Z"\n      channels: [a]\n`,
    ],
  ])('stands beside the old one in a row %s', (_, row) => {
    const changed = give(`${HEAD}${row}${TAIL}`);
    expect(keyIn(changed)).toMatchObject({
      sha256: NEW,
      previous: { sha256: OLD, until: UNTIL.toISOString() },
      channels: ['a'],
    });
    expect(changed.startsWith(HEAD)).toBe(true);
    expect(changed.endsWith(TAIL)).toBe(true);
    for (const comment of row.match(/#.*/g) ?? []) expect(changed).toContain(comment);
  });

  it('does not push an older one out that still counts, nor make up a caller', () => {
    const row = `    - { name: k, sha256: ${OLD}, previous: { sha256: ${OLDER}, until: "2026-06-02T00:00:00Z" } }\n`;
    expect(() => give(`${HEAD}${row}`)).toThrow('counts until 2026-06-02');
    expect(() => give(HEAD)).toThrow('gateway.yaml has no key k');
  });

  it('is not what another caller has, or had', () => {
    const row = (former: string) =>
      `    - { name: k, sha256: ${OLD}, previous: { sha256: ${former}, until: "2026-06-02T00:00:00Z" } }\n`;
    for (const taken of [OTHER, OLD])
      expect(() => keyIn(`${HEAD}${row(taken)}`)).toThrow('this key stands there twice');
    expect(keyIn(`${HEAD}${row(OLDER)}`)?.previous?.sha256).toBe(OLDER);
  });
});
