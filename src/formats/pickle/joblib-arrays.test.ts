import { describe, expect, it } from 'vitest';
import { call, global, type Piece, pickle, readBytes, STOP } from './assemble.fixture.ts';
import type { PickleFacts } from './facts.ts';

/** What makes a wrapper differ from one that joblib writes. */
interface Lie {
  readonly code?: string;
  readonly size?: number;
  readonly flags?: number;
  readonly shape?: readonly Piece[];
  readonly more?: readonly Piece[];
  readonly frame?: number;
}

/** A wrapper of joblib, built; the array's bytes are to follow. */
function wrapper({ code = 'f8', size = -1, flags = 0, shape, more = [] }: Lie = {}): Uint8Array {
  return pickle(
    global('joblib.numpy_pickle', 'NumpyArrayWrapper'),
    ['EMPTY_TUPLE'],
    ['NEWOBJ'],
    ['EMPTY_DICT'],
    ['MARK'],
    ['BINUNICODE', 'subclass'],
    global('numpy', 'ndarray'),
    ['BINUNICODE', 'shape'],
    ...(shape ?? ([['BININT1', 2], ['TUPLE1']] as const)),
    ['BINUNICODE', 'dtype'],
    global('numpy', 'dtype'),
    ['BINUNICODE', code],
    ['NEWFALSE'],
    ['NEWTRUE'],
    ['TUPLE3'],
    ['REDUCE'],
    ['MARK'],
    ['BININT1', 3],
    ['BINUNICODE', '<'],
    ['NONE'],
    ['NONE'],
    ['NONE'],
    ['BININT', size],
    ['BININT', -1],
    ['BININT1', flags],
    ['TUPLE'],
    ['BUILD'],
    ...more,
    ['SETITEMS'],
    ['BUILD'],
  );
}

const ALIGNED: readonly Piece[] = [
  ['BINUNICODE', 'numpy_array_alignment_bytes'],
  ['BININT1', 16],
];
const DATA = new Uint8Array(16).fill(0xff);
const EVIL = call(global('posix', 'system'), 'true');
const START: Piece = ['PROTO', 2];

async function read(...pieces: readonly Piece[]): Promise<{ facts: PickleFacts; codes: string[] }> {
  const { facts, defects } = await readBytes(pickle(START, ...pieces), 'model.joblib');
  return { facts, codes: defects.map(({ code }) => code) };
}

/** A program as the first bytes of an array. */
function asArray(program: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(program);
  return bytes;
}

const called = ({ programs }: PickleFacts): string[] =>
  programs.flatMap(({ calls }) => calls.map(({ text }) => text)).filter((text) => text.includes('system'));

describe("joblib's arrays", () => {
  it('are looked at as a plain unpickler would take them, with its memo where it stood', async () => {
    // The array's bytes are instructions that do nothing: an unpickler goes on, and what it takes out is what was put in.
    const before = pickle(global('collections', 'OrderedDict'), ['MEMOIZE'], ['POP']);
    const behind = pickle(
      ['BINUNICODE', 'collections'],
      ['MEMOIZE'],
      ['BINUNICODE', 'OrderedDict'],
      ['MEMOIZE'],
      ['STACK_GLOBAL'],
      ['BINGET', 0],
      ['EMPTY_TUPLE'],
      ['REDUCE'],
    );
    const nothing = new Uint8Array(16).fill(0x30).map((byte, at) => (at % 2 === 0 ? 0x4e : byte));
    const { facts } = await read(before, wrapper(), nothing, behind, STOP);
    const texts = facts.programs.flatMap(({ calls }) => calls.map(({ text }) => text));
    expect(texts).toContain('collections.OrderedDict()');
    expect(texts.filter((one) => one.startsWith("'"))).toEqual([]);
  });

  it.each<[string, readonly Piece[]]>([
    ['are passed over by shape and type', [wrapper(), DATA, STOP]],
    ['may be padded', [wrapper({ more: ALIGNED }), Uint8Array.of(3, 255, 255, 255), DATA, STOP]],
    ['may be empty', [wrapper({ shape: [['BININT1', 0], ['TUPLE1']] }), STOP]],
    ['may have no dimension', [wrapper({ shape: [['EMPTY_TUPLE']] }), DATA.subarray(0, 8), STOP]],
    ['may hold records', [wrapper({ code: 'V8', size: 8, flags: 16 }), DATA, STOP]],
    ['may hold text of four bytes a character', [wrapper({ code: 'U2', size: 8, flags: 8 }), DATA, STOP]],
    ['may hold objects', [wrapper({ code: 'O8', flags: 63 }), pickle(['PROTO', 5], ['NONE'], STOP), STOP]],
    ['may come one after the other', [wrapper(), DATA, ['POP'], wrapper(), DATA, STOP]],
  ])('%s', async (_, pieces) => {
    expect((await read(...pieces)).codes).toEqual([]);
  });

  it.each<[string, readonly Piece[]]>([
    ['is called after an array', [wrapper(), DATA, EVIL, STOP]],
    [
      'is called within an array of objects',
      [wrapper({ code: 'O8', flags: 63 }), pickle(['PROTO', 4], EVIL, STOP), STOP],
    ],
    ['is called in records of objects', [wrapper({ code: 'V8', size: 8, flags: 27 }), pickle(EVIL, STOP), STOP]],
    ['is called after an array of objects', [wrapper({ code: 'O8', flags: 63 }), pickle(['NONE'], STOP), EVIL, STOP]],
    [
      'a plain unpickler would carry out of an array',
      [wrapper({ shape: [['BININT1', 8], ['TUPLE1']] }), asArray(EVIL, 64), STOP],
    ],
    [
      'so in its padding',
      [
        wrapper({ more: ALIGNED }),
        Uint8Array.of(0x63),
        pickle('posix\nsystem\n', ['MARK'], ['BINUNICODE', 'true'], ['TUPLE'], ['REDUCE'], STOP),
        new Uint8Array(61),
        DATA,
        STOP,
      ],
    ],
    [
      'so after what it finds on its stack',
      [
        ['BINUNICODE', 'true'],
        ['BINPUT', 9],
        wrapper({ shape: [['BININT1', 8], ['TUPLE1']] }),
        asArray(pickle(['POP'], global('posix', 'system'), ['BINGET', 9], ['TUPLE1'], ['REDUCE'], STOP), 64),
        STOP,
      ],
    ],
    ['is called before a cut array', [EVIL, wrapper(), DATA.subarray(0, 3)]],
  ])('tell what %s', async (_, pieces) => {
    expect(new Set(called((await read(...pieces)).facts))).toEqual(new Set(["posix.system('true')"]));
  });

  it.each([0x62, 0x52, 0x61, 0x73, 0x75, 0x63, 0x81, 0x93])(
    'may begin with the byte %i, and are no program',
    async (byte) => {
      const { facts, codes } = await read(
        ['BINUNICODE', 'a'],
        wrapper(),
        DATA.map(() => byte),
        STOP,
      );
      expect({ programs: facts.programs.length, codes }).toEqual({ programs: 1, codes: [] });
    },
  );

  it.each<[string, readonly Piece[]]>([
    ['a type that is no code', [wrapper({ code: 'evil' }), DATA, STOP]],
    ['a size that is not that of its code', [wrapper({ code: 'V8', size: 4 }), DATA, STOP]],
    ['objects that are said to be none', [wrapper({ code: 'O8', flags: 0 }), DATA, STOP]],
    ['a length that is computed', [wrapper({ shape: [global('os', 'name'), ['TUPLE1']] }), DATA, STOP]],
    ['a negative length', [wrapper({ shape: [['BININT', -1], ['TUPLE1']] }), DATA, STOP]],
    [
      'an attribute that stands for its method',
      [wrapper({ more: [['BINUNICODE', 'read'], global('os', 'system')] }), DATA, STOP],
    ],
    ['more bytes than there are', [wrapper(), DATA.subarray(0, 3)]],
    ['a padding past the end', [wrapper({ more: ALIGNED }), Uint8Array.of(255), DATA, STOP]],
    [
      'a place within a frame, behind which the loader reads it',
      [['FRAME', 4000], wrapper(), DATA, STOP, new Uint8Array(4000)],
    ],
  ])('are not followed into %s', async (_, pieces) => {
    expect((await read(...pieces)).codes).toContain('broken-program');
  });
});

describe('numbers that look like instructions', () => {
  /** LONG_BINPUT of a cell that nobody counts to. */
  const FAR = Uint8Array.of(0x4e, 0x72, 0x71, 0x43, 0x8d, 0x3b, ...new Uint8Array(10).fill(0xff));

  it('ask for no memo cell', async () => {
    expect((await read(wrapper(), FAR, STOP)).codes).toEqual([]);
  });

  it('make another format of a file that has no such name', async () => {
    await expect(readBytes(FAR, 'model.cbm')).rejects.toThrow(/no pickle/);
    await expect(readBytes(FAR, 'model.pkl')).rejects.toThrow(/^memo cell/);
  });
});
