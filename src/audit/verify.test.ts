import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkpointText } from './checkpoint.ts';
import { apart, EMPTY_FRONTIER, grow, joined, rootOf } from './frontier.ts';
import { leafHash } from './hashing.ts';
import { type NoteKey, noteOf, signatureLine, signedBytes } from './note.ts';
import { consistencyRanges, hashOfRange } from './ranges.ts';
import { TileWriter, tilePath } from './tiles.ts';
import { type LoggedEntry, verifyLog } from './verify.ts';
import { judgeSubmission } from './witness.ts';

function logOf(texts: readonly string[]) {
  let frontier = EMPTY_FRONTIER;
  const entries: LoggedEntry[] = [];
  const trees = [{ size: 0, root: rootOf(frontier) }];
  for (const [position, text] of texts.entries()) {
    const entry = Buffer.from(text);
    const grown = grow(frontier, leafHash(entry));
    frontier = grown.frontier;
    entries.push({ position, entry, completed: joined(grown.completed) });
    trees.push({ size: position + 1, root: rootOf(frontier) });
  }
  const tree = (size: number) => trees[size] ?? { size: 0, root: rootOf(EMPTY_FRONTIER) };
  return { entries, tree };
}

async function* given(entries: readonly LoggedEntry[]): AsyncIterable<LoggedEntry> {
  yield* entries;
}

const texts = (count: number, word = 'act') => Array.from({ length: count }, (_, at) => `${word} ${at}`);

describe('a log that is verified', () => {
  const { entries, tree } = logOf(texts(50));

  it('holds when it is what it was', async () => {
    const state = await verifyLog(given(entries), [0, 1, 13, 50].map(tree));
    expect(state).toEqual({ ...tree(50), problems: [] });
  });

  it('names the entry that was rewritten', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(49), async (at) => {
        const changed = entries.map((one) => (one.position === at ? { ...one, entry: Buffer.from('nothing') } : one));
        const { problems } = await verifyLog(given(changed), [tree(50)]);
        expect(problems[0]).toEqual({ kind: 'rewritten', from: at, to: at });
        expect(problems.map(({ kind }) => kind)).toContain('forked');
      }),
    ));

  it('names the subtree where whoever rewrote an entry rewrote its hash too', async () => {
    const own = logOf(texts(50).map((text, at) => (at === 20 ? 'nothing' : text))).entries[20];
    const changed = entries.map((one) => (one.position === 20 && own !== undefined ? own : one));
    expect((await verifyLog(given(changed), [])).problems).toEqual([{ kind: 'rewritten', from: 20, to: 21 }]);
  });

  it('finds a log written anew against what was signed before, and says how far both agree', async () => {
    const anew = logOf(texts(50).map((text, at) => (at === 20 ? 'nothing' : text))).entries;
    expect((await verifyLog(given(anew), [])).problems).toEqual([]);
    const { problems } = await verifyLog(given(anew), [10, 20, 30, 50].map(tree));
    expect(problems).toEqual([{ kind: 'forked', signed: 30, agreed: 20 }]);
  });

  it('finds entries cut off at the end, and taken out of the middle', async () => {
    const cut = await verifyLog(given(entries.slice(0, 45)), [tree(40), tree(50)]);
    expect(cut.problems).toEqual([{ kind: 'truncated', size: 45, signed: 50 }]);
    const holed = await verifyLog(given(entries.filter(({ position }) => position !== 7)), [tree(50)]);
    expect(holed.problems).toEqual([{ kind: 'missing', position: 7 }]);
  });
});

describe('a witness', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const log: NoteKey = { name: 'log', type: 'log', publicKey };
  const { entries, tree } = logOf(texts(20));
  const completedBy = new Map(entries.map(({ position, completed }) => [position, completed]));
  const proof = (before: number, after: number) =>
    consistencyRanges(before, after).map((range) => hashOfRange(range, completedBy));
  const note = (at: { size: number; root: Uint8Array }, origin = 'log') => {
    const text = checkpointText({ origin, ...at });
    return noteOf(text, [signatureLine(log, sign(null, signedBytes(text, null), privateKey), null)]);
  };

  it('cosigns what continues what it saw', () => {
    expect(judgeSubmission(log, null, { old: 0, proof: [], note: note(tree(5)) })).toMatchObject({ kind: 'cosign' });
    expect(judgeSubmission(log, tree(5), { old: 5, proof: proof(5, 20), note: note(tree(20)) })).toMatchObject({
      kind: 'cosign',
    });
    expect(judgeSubmission(log, tree(20), { old: 20, proof: [], note: note(tree(20)) })).toMatchObject({
      kind: 'cosign',
    });
  });

  const other = logOf(texts(20, 'lie')).tree;
  it.each([
    ['another history', tree(5), { old: 5, proof: proof(5, 20), note: note(other(20)) }, 422],
    ['the same size with another root', tree(20), { old: 20, proof: [], note: note(other(20)) }, 409],
    ['a shorter log', tree(20), { old: 20, proof: [], note: note(tree(5)) }, 400],
    ['a step it has not seen', tree(5), { old: 4, proof: proof(4, 20), note: note(tree(20)) }, 409],
    ['a log it does not know', null, { old: 0, proof: [], note: note(tree(5), 'other') }, 404],
    [
      'a signature that does not hold',
      null,
      { old: 0, proof: [], note: note(tree(5)).replace('log\n5', 'log\n6') },
      403,
    ],
    ['a proof where none belongs', null, { old: 0, proof: proof(5, 20), note: note(tree(5)) }, 422],
  ])('refuses %s', (_, known, submission, status) => {
    expect(judgeSubmission(log, known, submission)).toMatchObject({ kind: 'refused', status });
  });
});

describe('the tiles of a log', () => {
  it('are named as c2sp.org/tlog-tiles names them', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: null, index: 0, width: 3 })).toBe('tile/entries/000.p/3');
  });

  it('are those of its example of 70,000 entries', () => {
    const writer = new TileWriter();
    const paths: string[] = [];
    let frontier = EMPTY_FRONTIER;
    let first: Uint8Array | undefined;
    for (let at = 0; at < 70_000; at++) {
      const entry = Buffer.from(String(at));
      const { frontier: grown, completed } = grow(frontier, leafHash(entry));
      frontier = grown;
      for (const [path, bytes] of writer.add(entry, completed)) {
        paths.push(path);
        if (path === 'tile/0/000') first = bytes;
      }
    }
    for (const [path] of writer.rest()) paths.push(path);
    const of = (level: string) => paths.filter((path) => path.startsWith(`tile/${level}/`));
    expect([of('0').length, of('0').at(-1)]).toEqual([274, 'tile/0/273.p/112']);
    expect(of('1')).toEqual(['tile/1/000', 'tile/1/001.p/17']);
    expect(of('2')).toEqual(['tile/2/000.p/1']);
    expect(of('entries')).toHaveLength(274);
    expect(apart(first ?? new Uint8Array())).toHaveLength(256);
  });
});
