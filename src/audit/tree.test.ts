import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../test/support/deep.ts';
import { EMPTY_FRONTIER, type Frontier, grow, joined, rootOf } from './frontier.ts';
import { EMPTY_ROOT, leafHash, nodeHash } from './hashing.ts';
import { extendsTree, includes } from './proofs.ts';
import { consistencyRanges, hashOfRange, inclusionRanges } from './ranges.ts';

/** The inputs and roots of Certificate Transparency's own tests (github.com/transparency-dev/merkle, testonly/constants.go). */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');
const entry = (at: number) => Buffer.from(`entry ${at}`);

interface Log {
  readonly frontiers: readonly Frontier[];
  readonly completedBy: ReadonlyMap<number, Uint8Array>;
}

function logOf(entries: readonly Uint8Array[]): Log {
  const frontiers = [EMPTY_FRONTIER];
  const completedBy = new Map<number, Uint8Array>();
  for (const [position, bytes] of entries.entries()) {
    const { frontier, completed } = grow(frontiers[position] ?? EMPTY_FRONTIER, leafHash(bytes));
    frontiers.push(frontier);
    completedBy.set(position, joined(completed));
  }
  return { frontiers, completedBy };
}

/** The definition (RFC 6962, section 2.1), as slow as it is plain. */
function treeHash(entries: readonly Uint8Array[]): Uint8Array {
  const [first] = entries;
  if (first === undefined) return EMPTY_ROOT;
  if (entries.length === 1) return leafHash(first);
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return nodeHash(treeHash(entries.slice(0, split)), treeHash(entries.slice(split)));
}

describe('a Merkle tree', () => {
  it('has the roots of Certificate Transparency’s tests', () => {
    const { frontiers } = logOf(INPUTS.map((input) => Buffer.from(input, 'hex')));
    expect(frontiers.map((frontier) => hex(rootOf(frontier)))).toEqual(ROOTS);
  });

  it('asks for the nodes that RFC 6962, section 2.1.3, draws', () => {
    // a..j are the nodes of its figure: a = [0,1), h = [2,4), l = [4,7) and so on.
    expect(inclusionRanges(0, 7)).toEqual([span(1, 2), span(2, 4), span(4, 7)]);
    expect(inclusionRanges(3, 7)).toEqual([span(2, 3), span(0, 2), span(4, 7)]);
    expect(inclusionRanges(4, 7)).toEqual([span(5, 6), span(6, 7), span(0, 4)]);
    expect(inclusionRanges(6, 7)).toEqual([span(4, 6), span(0, 4)]);
    expect(consistencyRanges(3, 7)).toEqual([span(2, 3), span(3, 4), span(0, 2), span(4, 7)]);
    expect(consistencyRanges(4, 7)).toEqual([span(4, 7)]);
    expect(consistencyRanges(6, 7)).toEqual([span(4, 6), span(6, 7), span(0, 4)]);
  });

  const sizes = 70;
  const entries = Array.from({ length: sizes }, (_, at) => entry(at));
  const log = logOf(entries);
  const tree = (size: number) => ({ size, root: rootOf(log.frontiers[size] ?? EMPTY_FRONTIER) });
  const hashes = (ranges: readonly { start: number; end: number }[]) =>
    ranges.map((range) => hashOfRange(range, log.completedBy));

  it('is, grown leaf by leaf, the tree of the definition', () => {
    for (let size = 0; size <= sizes; size++) expect(hex(tree(size).root)).toBe(hex(treeHash(entries.slice(0, size))));
  });

  it('proves every leaf in every tree, and every tree the beginning of every longer one', () => {
    for (let size = 1; size <= sizes; size++) {
      for (let position = 0; position < size; position++)
        expect(includes(tree(size), position, leafHash(entry(position)), hashes(inclusionRanges(position, size)))).toBe(
          true,
        );
      for (let before = 0; before <= size; before++)
        expect(extendsTree(tree(size), tree(before), hashes(consistencyRanges(before, size)))).toBe(true);
    }
  });

  it('proves nothing once anything of a proof is changed', () => {
    const change = fc.record({
      size: fc.integer({ min: 2, max: sizes }),
      pick: fc.nat(),
      bit: fc.nat(255),
      how: fc.nat(5),
    });
    fc.assert(
      fc.property(change, ({ size, pick, bit, how }) => {
        const position = pick % size;
        const path = [...hashes(inclusionRanges(position, size))];
        const leaf = leafHash(entry(position));
        expect(spoilt(path, tree(size), how, bit, pick, (proof, at) => includes(at, position, leaf, proof))).toBe(
          false,
        );
        const before = 1 + (pick % (size - 1));
        const steps = [...hashes(consistencyRanges(before, size))];
        const holds = (proof: readonly Uint8Array[], at: ReturnType<typeof tree>) =>
          extendsTree(at, tree(before), proof);
        expect(spoilt(steps, tree(size), how, bit, pick, holds)).toBe(false);
        expect(includes(tree(size), (position + 1) % size, leaf, path)).toBe(false);
      }),
      { numRuns: cases(500) },
    );
  });
});

/** The same proof with a bit turned, a hash more or fewer, or against another root or size. */
function spoilt(
  path: readonly Uint8Array[],
  tree: { readonly size: number; readonly root: Uint8Array },
  how: number,
  bit: number,
  pick: number,
  holds: (path: readonly Uint8Array[], tree: { readonly size: number; readonly root: Uint8Array }) => boolean,
): boolean {
  const at = pick % path.length;
  switch (how) {
    case 0:
      return holds(
        path.map((hash, index) => (index === at ? turned(hash, bit) : hash)),
        tree,
      );
    case 1:
      return holds([...path.slice(0, at), ...path.slice(at + 1)], tree);
    case 2:
      return holds([...path, tree.root], tree);
    case 3:
      return holds([tree.root, ...path], tree);
    case 4:
      return holds(path, { ...tree, root: turned(tree.root, bit) });
    default:
      return holds(path, { ...tree, size: tree.size * 2 + 1 });
  }
}

function turned(hash: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(hash);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

function span(start: number, end: number) {
  return { start, end };
}
