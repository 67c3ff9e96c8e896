import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { call, global, type Piece, pickle, STOP } from '../../src/formats/pickle/assemble.fixture.ts';
import { type CheckpointTensor, readCheckpoint } from '../../src/formats/pickle/checkpoint.ts';
import { safetensorsFormat } from '../../src/formats/safetensors/reader.ts';
import { writeSafetensors } from '../../src/formats/safetensors/write.ts';
import { tensorBytes } from '../../src/formats/strided.ts';
import { openMembers } from '../../src/formats/zip/open-members.ts';
import { createBudget } from '../../src/kernel/budget.ts';
import { type ByteSource, sliceOf, sourceOf } from '../../src/kernel/bytes.ts';

const budget = () => createBudget(() => 0);
const genuine = (name: string): ByteSource =>
  sourceOf(new Uint8Array(readFileSync(new URL(`genuine/pickle/files/${name}`, import.meta.url))));

async function join(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk.slice());
  return new Uint8Array(Buffer.concat(parts));
}

/** Converts a genuine file, zip or legacy, to safetensors. */
async function convert(name: string): Promise<Uint8Array> {
  const file = genuine(name);
  const legacy = name.includes('.legacy.');
  const members = legacy ? null : await openMembers(file, { path: name, budget: budget() });
  const root = members?.names[0]?.split('/')[0] ?? '';
  const main = members === null ? file : await members.open(`${root}/data.pkl`);
  const read = await readCheckpoint(main, budget());
  if (read.kind === 'refused') throw new Error(read.reason);
  const storage = async ({ storage: key }: CheckpointTensor): Promise<ByteSource> => {
    if (members !== null) return members.open(`${root}/data/${key}`);
    const place = read.storages.get(key);
    if (place === undefined) throw new Error(`no storage ${key}`);
    return sliceOf(file, place.start, place.size);
  };
  const tensors = read.tensors.map((tensor) => ({
    ...tensor,
    bytes: async function* () {
      yield* tensorBytes(tensor, await storage(tensor));
    },
  }));
  return join(writeSafetensors(tensors));
}

describe('checkpoints by PyTorch', () => {
  it.each(['torch-t-state-dict', 'torch-t-state-dict-half', 'torch-t-shared', 'torch-t-dtypes'])(
    'become sound safetensors: %s',
    async (name) => {
      if (name === 'torch-t-dtypes') {
        await expect(convert(`${name}.pt`)).rejects.toThrow('of a type that safetensors has not');
        return;
      }
      const bytes = await convert(`${name}.pt`);
      const { facts, defects } = await safetensorsFormat.read(sourceOf(bytes), {
        path: 'x.safetensors',
        budget: budget(),
      });
      expect(defects).toEqual([]);
      expect(facts.tensors.length).toBeGreaterThan(1);
    },
  );

  it('give the same tensors from a zip as from a legacy file', async () => {
    expect(await convert('torch-t-state-dict.legacy.pt').then(({ length }) => length)).toBe(
      (await convert('torch-t-state-dict.pt')).length,
    );
  });

  it('give transposed tensors row by row', async () => {
    const bytes = await convert('torch-t-shared.pt');
    const { facts } = await safetensorsFormat.read(sourceOf(bytes), { path: 'x.safetensors', budget: budget() });
    const values = (name: string): Float32Array => {
      const tensor = facts.tensors.find((one) => one.name === name);
      const from = 8 + facts.headerBytes;
      return new Float32Array(bytes.slice(from + (tensor?.start ?? 0), from + (tensor?.end ?? 0)).buffer);
    };
    const [plain, turned] = [values('a'), values('d')];
    const expected = Array.from({ length: 24 }, (_, index) => plain[(index % 6) * 4 + Math.floor(index / 6)]);
    expect([...turned]).toEqual(expected);
  });

  const tuple = (...pieces: readonly Piece[]): Uint8Array => pickle(['MARK'], ...pieces, ['TUPLE']);
  const storage = pickle(
    tuple(
      ['BINUNICODE', 'storage'],
      global('torch', 'FloatStorage'),
      ['BINUNICODE', '0'],
      ['BINUNICODE', 'cpu'],
      ['BININT', 4],
    ),
    ['BINPERSID'],
  );
  const tensor = (offset: number, size: number, stride: number): Uint8Array =>
    pickle(
      global('torch._utils', '_rebuild_tensor_v2'),
      tuple(storage, ['BININT', offset], tuple(['BININT', size]), tuple(['BININT', stride])),
      ['REDUCE'],
    );
  const dict = (value: Uint8Array): Uint8Array => pickle(['MARK'], ['BINUNICODE', 'w'], value, ['DICT'], STOP);

  it.each<[string, Uint8Array, string]>([
    ['what is no dict', pickle(['NONE'], STOP), 'no state dict'],
    ['an empty dict', pickle(['EMPTY_DICT'], STOP), 'no tensors'],
    ['what is no tensor', dict(pickle(['BININT1', 1])), 'there are no tensors in it'],
    ['a list', dict(pickle(['EMPTY_LIST'])), 'no tensors'],
    ['a call', dict(call(global('posix', 'system'), 'true')), 'no plain tensor'],
    ['a view past its storage', dict(tensor(2, 4, 1)), 'reaches past its storage'],
    ['a view that repeats elements', dict(tensor(0, 9, 0)), 'more than once'],
    ['a broken program', pickle(['EMPTY_DICT']), 'ends without STOP'],
    ['two programs', pickle(['EMPTY_DICT'], STOP, ['NONE'], STOP), 'more than one program'],
  ])('are refused with a reason: %s', async (_, bytes, reason) => {
    const read = await readCheckpoint(sourceOf(bytes), budget());
    expect(read.kind === 'refused' ? read.reason : read).toContain(reason);
  });

  const named = (...entries: readonly (readonly [string, Uint8Array])[]): Uint8Array =>
    pickle(['MARK'], ...entries.flatMap(([name, value]): Piece[] => [['BINUNICODE', name], value]), ['DICT']);
  const W = tensor(0, 3, 1);
  const ONE = pickle(['BININT1', 1]);
  const STATE = named(['a.b', W], ['n', ONE]);
  const UNTEXT = pickle(['MARK'], ['BININT1', 0], W, ['DICT']);

  it.each<[string, Uint8Array, string | null, string[], string | null, string[]]>([
    [
      'one dict beside plain values',
      named(['state_dict', STATE], ['epoch', ONE]),
      null,
      ['a.b'],
      'state_dict',
      ['epoch', 'state_dict.n'],
    ],
    [
      'hyper-parameters beside it',
      named(['hyper', named(['lr', ONE])], ['sd', named(['w', W])]),
      null,
      ['w'],
      'sd',
      ['hyper'],
    ],
    [
      'several dicts, by their names',
      named(['model', named(['w', W])], ['ema', named(['w', W])]),
      null,
      ['model.w', 'ema.w'],
      null,
      [],
    ],
    [
      'a key, whatever stands beside it',
      named(['sd', named(['w', W])], ['optimizer', UNTEXT]),
      'sd',
      ['w'],
      'sd',
      ['optimizer'],
    ],
    [
      'a key with dots in its names',
      named(['a.b', named(['c', named(['w', W])], ['x', ONE])]),
      'a.b.c',
      ['w'],
      'a.b.c',
      ['a.b.x'],
    ],
  ])('are taken apart: %s', async (_, bytes, wanted, names, key, leftOut) => {
    const read = await readCheckpoint(sourceOf(pickle(bytes, STOP)), budget(), wanted);
    expect(read).toMatchObject({ kind: 'tensors', tensors: names.map((name) => ({ name })), key, leftOut });
  });

  it.each<[string, Uint8Array, string | null, string]>([
    ['what hinders, with keys that would do', named(['sd', named(['w', W])], ['optimizer', UNTEXT]), null, '--key: sd'],
    ['a key that is not there', named(['sd', named(['w', W])]), 'model', 'there is no model in it'],
    ['a key of no dict', named(['sd', named(['w', W])]), 'sd.w', 'no dict of tensors'],
    ['two tensors of one name', named(['a', named(['b', W])], ['a.b', W]), null, 'two tensors would be named a.b'],
  ])('are refused, saying %s', async (_, bytes, wanted, reason) => {
    const read = await readCheckpoint(sourceOf(pickle(bytes, STOP)), budget(), wanted);
    expect(read.kind === 'refused' ? read.reason : read).toContain(reason);
  });

  it('have tensors of eight bits, which PyTorch names beside a storage of bytes', async () => {
    const stored = pickle(
      tuple(
        ['BINUNICODE', 'storage'],
        global('torch.storage', 'UntypedStorage'),
        ['BINUNICODE', '0'],
        ['BINUNICODE', 'cpu'],
        ['BININT', 4],
      ),
      ['BINPERSID'],
    );
    const eight = (type: string): Uint8Array =>
      pickle(
        global('torch._utils', '_rebuild_tensor_v3'),
        tuple(
          stored,
          ['BININT', 0],
          tuple(['BININT', 2]),
          tuple(['BININT', 1]),
          ['NEWFALSE'],
          ['NONE'],
          global('torch', type),
        ),
        ['REDUCE'],
      );
    const read = async (type: string) => readCheckpoint(sourceOf(dict(eight(type))), budget());
    expect(await read('float8_e4m3fn')).toMatchObject({ tensors: [{ dtype: 'F8_E4M3', storageElements: 4 }] });
    expect(await read('uint16')).toMatchObject({ tensors: [{ dtype: 'U16', storageElements: 2 }] });
    expect(await read('uint64')).toMatchObject({ reason: expect.stringContaining('its storage') });
    expect(await read('bits8')).toMatchObject({ reason: expect.stringContaining('has not') });
  });

  it('that are plain are read', async () => {
    const read = await readCheckpoint(sourceOf(dict(tensor(1, 3, 1))), budget());
    expect(read).toMatchObject({ kind: 'tensors', tensors: [{ name: 'w', dtype: 'F32', shape: [3], offset: 1 }] });
  });
});
