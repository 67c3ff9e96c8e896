import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../test/support/deep.ts';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { call, global, type Piece, pickle, readBytes, readPickle, STOP, stackGlobal } from './assemble.fixture.ts';
import { OPCODE_NAMES, OPCODES } from './opcodes.ts';
import { pickleFormat } from './reader.ts';

const PRINT = global('harmless', 'function');
const texts = async (...pieces: readonly Piece[]): Promise<string[]> =>
  (await readPickle(...pieces)).facts.programs.flatMap(({ calls }) => calls.map(({ form, text }) => `${form} ${text}`));
const codes = async (...pieces: readonly Piece[]): Promise<string[]> =>
  (await readPickle(...pieces)).defects.map(({ code }) => code);

/** Programs that end in calling the function with what they put on the stack. */
const ARGUMENTS: readonly [string, readonly Piece[]][] = [
  ['None', [['NONE']]],
  ['True', [['NEWTRUE']]],
  ['False', [['NEWFALSE']]],
  ['True', [['INT', '01']]],
  ['-7', [['INT', '-7']]],
  ['12', [['LONG', '12L']]],
  // C's numbers end at NUL.
  ['7', [['INT', '7\0x']]],
  ['0', [['INT', '\0x']]],
  ['-31', [['INT', '-0x1f']]],
  ['255', [['LONG', '0x_ffL']]],
  ['-15', [['LONG', '-0o17']]],
  ['1.5', [['FLOAT', '1.5']]],
  ['0.25', [['BINFLOAT', 0.25]]],
  ['<float nan>', [['BINFLOAT', Number.NaN]]],
  ['-2', [['BININT', -2]]],
  ['200', [['BININT1', 200]]],
  ['65535', [['BININT2', 65535]]],
  ['-1', [['LONG1', Uint8Array.of(0xff)]]],
  ['119547037146038801333356', [['LONG1', Uint8Array.of(0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19)]]],
  ['256', [['LONG4', Uint8Array.of(0, 1)]]],
  ["'it\\\\x'", [['STRING', "'it\\\\x'"]]],
  ["'ab'", [['BINSTRING', 'ab']]],
  ["'ab'", [['SHORT_BINSTRING', 'ab']]],
  ["'é\\n'", [['UNICODE', 'é\\u000a'.replace('é', '\\u00e9')]]],
  ["'ab'", [['BINUNICODE', 'ab']]],
  ["'ab'", [['SHORT_BINUNICODE', 'ab']]],
  ["'ab'", [['BINUNICODE8', 'ab']]],
  ["b'ab'", [['BINBYTES', 'ab']]],
  ["b'a\\x00'", [['SHORT_BINBYTES', 'a\0']]],
  ["b'ab'", [['BINBYTES8', 'ab']]],
  ["b'ab'", [['BYTEARRAY8', 'ab']]],
  ['<buffer from outside>', [['NEXT_BUFFER'], ['READONLY_BUFFER']]],
  ['()', [['EMPTY_TUPLE']]],
  ['(1,)', [['BININT1', 1], ['TUPLE1']]],
  ['(1, 2)', [['BININT1', 1], ['BININT1', 2], ['TUPLE2']]],
  ['(1, 1, 1)', [['BININT1', 1], ['DUP'], ['DUP'], ['TUPLE3']]],
  ['(1, 2)', [['MARK'], ['BININT1', 1], ['BININT1', 2], ['TUPLE']]],
  ['[1, 2]', [['EMPTY_LIST'], ['BININT1', 1], ['APPEND'], ['MARK'], ['BININT1', 2], ['APPENDS']]],
  ['[1]', [['MARK'], ['BININT1', 1], ['LIST']]],
  [
    "{'a': 1, 'b': 2, 'c': 3}",
    [
      ['EMPTY_DICT'],
      ['BINUNICODE', 'a'],
      ['BININT1', 1],
      ['SETITEM'],
      ['MARK'],
      ['BINUNICODE', 'b'],
      ['BININT1', 2],
      ['BINUNICODE', 'c'],
      ['BININT1', 3],
      ['SETITEMS'],
    ],
  ],
  ["{'a': 1}", [['MARK'], ['BINUNICODE', 'a'], ['BININT1', 1], ['DICT']]],
  ['{1, 2}', [['EMPTY_SET'], ['MARK'], ['BININT1', 1], ['BININT1', 2], ['ADDITEMS']]],
  ['frozenset({1})', [['MARK'], ['BININT1', 1], ['FROZENSET']]],
  ['1', [['BININT1', 1], ['BININT1', 2], ['POP']]],
  ['1', [['BININT1', 1], ['MARK'], ['BININT1', 2], ['POP_MARK']]],
  ['1', [['BININT1', 1], ['MARK'], ['POP']]],
  ["'m'", [['BINUNICODE', 'm'], ['PUT', '7'], ['POP'], ['GET', '7']]],
  ["'m'", [['BINUNICODE', 'm'], ['BINPUT', 7], ['POP'], ['BINGET', 7]]],
  ["'m'", [['BINUNICODE', 'm'], ['LONG_BINPUT', 700], ['POP'], ['LONG_BINGET', 700]]],
  // MEMOIZE takes the number of entries, not the next free index: after PUT 5 it is 1.
  ["'n'", [['BINUNICODE', 'm'], ['BINPUT', 5], ['POP'], ['BINUNICODE', 'n'], ['MEMOIZE'], ['POP'], ['BINGET', 1]]],
  ["persistent('p')", [['PERSID', 'p']]],
  ["persistent(('storage', 1))", [['BINUNICODE', 'storage'], ['BININT1', 1], ['TUPLE2'], ['BINPERSID']]],
  ['harmless.function', [PRINT]],
  ['harmless.other', [stackGlobal('harmless', 'other')]],
];

describe('each instruction', () => {
  it.each(ARGUMENTS)('puts %s on the stack: %j', async (spelt, pieces) => {
    expect(await texts(['PROTO', 5], PRINT, ...pieces, ['TUPLE1'], ['REDUCE'], STOP)).toContain(
      `REDUCE harmless.function(${spelt})`,
    );
  });

  it.each<[string, readonly Piece[]]>([
    ["REDUCE a.B('x')", [call(global('a', 'B'), 'x')]],
    ["NEWOBJ a.B('x')", [global('a', 'B'), ['BINUNICODE', 'x'], ['TUPLE1'], ['NEWOBJ']]],
    [
      "NEWOBJ_EX a.B('x', {'k': 1})",
      [
        global('a', 'B'),
        ['BINUNICODE', 'x'],
        ['TUPLE1'],
        ['EMPTY_DICT'],
        ['BINUNICODE', 'k'],
        ['BININT1', 1],
        ['SETITEM'],
        ['NEWOBJ_EX'],
      ],
    ],
    ["INST a.B('x')", [['MARK'], ['BINUNICODE', 'x'], ['INST', 'a', 'B']]],
    ["OBJ a.B('x')", [['MARK'], global('a', 'B'), ['BINUNICODE', 'x'], ['OBJ']]],
    ["BUILD a.B().__setstate__('x')", [call(global('a', 'B')), ['BINUNICODE', 'x'], ['BUILD']]],
    ['BUILD a.B.__setstate__({})', [global('a', 'B'), ['EMPTY_DICT'], ['BUILD']]],
    ["APPEND a.B().extend('x')", [call(global('a', 'B')), ['BINUNICODE', 'x'], ['APPEND']]],
    ["APPENDS a.B().extend('x')", [call(global('a', 'B')), ['MARK'], ['BINUNICODE', 'x'], ['APPENDS']]],
    ["SETITEM a.B().__setitem__('x', 1)", [call(global('a', 'B')), ['BINUNICODE', 'x'], ['BININT1', 1], ['SETITEM']]],
    [
      "SETITEMS a.B().__setitem__('x', 1)",
      [call(global('a', 'B')), ['MARK'], ['BINUNICODE', 'x'], ['BININT1', 1], ['SETITEMS']],
    ],
    ["ADDITEMS a.B().add('x')", [call(global('a', 'B')), ['MARK'], ['BINUNICODE', 'x'], ['ADDITEMS']]],
    ["REDUCE a.B('x')('y')", [call(call(global('a', 'B'), 'x'), 'y')]],
    ["REDUCE a.B('x')", [call(global('a', 'B'), 'x'), ['POP'], ['NONE']]],
    [
      "BINPERSID persistent_load('p')".replace('persistent_load', '<persistent_load>'),
      [['BINUNICODE', 'p'], ['BINPERSID']],
    ],
  ])('that calls is listed: %s', async (text, pieces) => {
    expect(await texts(...pieces, STOP)).toContain(text);
  });

  it('stands in a test above', () => {
    const used = new Set([...ARGUMENTS.flatMap(([, pieces]) => pieces), PRINT].map((piece) => piece[0]));
    const calls = ['REDUCE', 'NEWOBJ', 'NEWOBJ_EX', 'INST', 'OBJ', 'BUILD', 'STOP', 'PROTO', 'STACK_GLOBAL'];
    const below = ['EXT1', 'EXT2', 'EXT4', 'FRAME'];
    expect(OPCODE_NAMES.filter((name) => !used.has(name) && ![...calls, ...below].includes(name))).toEqual([]);
    expect(OPCODES.filter((opcode) => opcode !== undefined)).toHaveLength(68);
  });

  it.each([
    ['EXT1', 200],
    ['EXT2', 2000],
    ['EXT4', 200_000],
  ] as const)('%s looks a registered global up', async (opcode, code) => {
    const register = pickle(
      global('copyreg', 'add_extension'),
      ['BINUNICODE', 'os'],
      ['BINUNICODE', 'system'],
      ['BININT', code],
      ['TUPLE3'],
      ['REDUCE'],
      ['POP'],
    );
    expect(await texts(register, call([opcode, code], 'id'), STOP)).toContain("REDUCE os.system('id')");
    const { facts } = await readPickle([opcode, code], STOP);
    expect(facts.programs[0]?.imports).toMatchObject([{ module: null, name: null, opcode }]);
  });
});

describe('names', () => {
  it('that are computed are null', async () => {
    const { facts } = await readPickle(
      call(global('a', 'join'), 'os'),
      ['BINUNICODE', 'system'],
      ['STACK_GLOBAL'],
      STOP,
    );
    expect(facts.programs[0]?.imports.at(-1)).toMatchObject({ module: null, name: 'system', opcode: 'STACK_GLOBAL' });
  });

  it('that come out of the memo are followed', async () => {
    const remembered = pickle(
      ['BINUNICODE', 'os'],
      ['BINPUT', 9],
      ['POP'],
      ['BINUNICODE', 'system'],
      ['BINPUT', 1],
      ['POP'],
    );
    expect(
      await texts(remembered, ['BINGET', 9], ['BINGET', 1], ['STACK_GLOBAL'], ['EMPTY_TUPLE'], ['REDUCE'], STOP),
    ).toEqual(['REDUCE os.system()']);
  });

  it('are told apart by whether they are called', async () => {
    const { facts } = await readPickle(global('a', 'B'), ['POP'], call(global('c', 'D')), STOP);
    expect(facts.programs[0]?.imports.map(({ name, called }) => [name, called])).toEqual([
      ['B', false],
      ['D', true],
    ]);
  });
});

describe('streams', () => {
  const EVIL = pickle(call(global('posix', 'system'), 'id'), STOP);
  const names = async (...pieces: readonly Piece[]): Promise<(string | null)[]> =>
    (await readPickle(...pieces)).facts.programs.flatMap(({ imports }) => imports.map(({ module }) => module));

  it.each<[string, readonly Piece[], readonly string[]]>([
    ['directly', [EVIL], []],
    ['after NUL', [new Uint8Array(5000), EVIL], ['hidden-program']],
    ['after spaces', ['   ', EVIL], ['hidden-program']],
    ['after junk', [Uint8Array.of(1, 2, 3), 'junk', pickle(['PROTO', 2], EVIL)], ['hidden-program']],
    ['in protocol 0 after junk', ['\x01junk\x01', EVIL], ['hidden-program']],
    ['after two megabytes of NUL', [new Uint8Array(2_000_000), EVIL], ['hidden-program']],
  ])('have their second program read %s', async (_, between, defects) => {
    expect(await names(['PROTO', 2], ['NONE'], STOP, ...between)).toContain('posix');
    expect(await codes(['PROTO', 2], ['NONE'], STOP, ...between)).toEqual(defects);
  });

  it('that break tell what went before', async () => {
    expect(await names(call(global('posix', 'system'), 'id'), Uint8Array.of(0xff))).toEqual(['posix']);
    expect(await codes(call(global('posix', 'system'), 'id'), Uint8Array.of(0xff))).toContain('broken-program');
    expect(await codes(['PROTO', 4], ['NONE'])).toEqual(['broken-program']);
    expect(await codes(['PROTO', 2], ['STRING', String.raw`'a\x'`], STOP)).toContain('broken-program');
    expect(await codes(['PROTO', 2], ['STRING', String.raw`'a\\\x4'`], STOP)).toContain('broken-program');
    expect(await codes(['PROTO', 2], ['STRING', String.raw`'a\x41\\x\\'`], STOP)).toEqual([]);
    expect(await codes(['NEXT_BUFFER'], ['READONLY_BUFFER'], STOP)).toEqual(['outside-buffers']);
  });

  it('of which nothing makes sense are malformed', async () => {
    await expect(readBytes(new TextEncoder().encode('Hello'))).rejects.toThrow(MalformedError);
    await expect(readBytes(new Uint8Array(0))).rejects.toThrow(MalformedError);
  });

  it('may end in NUL, and in nothing else', async () => {
    expect(await codes(['NONE'], STOP, new Uint8Array(100))).toEqual([]);
    expect(await codes(['NONE'], STOP, 'some text')).toEqual(['trailing-bytes']);
  });

  it('with a frame past the end say so', async () => {
    expect(await codes(['PROTO', 4], ['FRAME', 3], ['NONE'], STOP)).toEqual(['frame-past-end']);
    expect(await codes(['PROTO', 4], ['FRAME', 2], ['NONE'], STOP)).toEqual([]);
  });

  const MAGIC = Uint8Array.of(0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19);
  const legacy = (elements: number, trailing: number, count = elements): readonly Piece[] => [
    ['PROTO', 2],
    ['LONG1', MAGIC],
    STOP,
    ['PROTO', 2],
    ['BININT2', 1001],
    STOP,
    ['PROTO', 2],
    ['EMPTY_DICT'],
    STOP,
    ['PROTO', 2],
    ['MARK'],
    ['BINUNICODE', 'storage'],
    global('torch', 'FloatStorage'),
    ['BINUNICODE', '0'],
    ['BINUNICODE', 'cpu'],
    ['BININT1', elements],
    ['NONE'],
    ['TUPLE'],
    ['BINPERSID'],
    STOP,
    ['PROTO', 2],
    ['EMPTY_LIST'],
    ['BINUNICODE', '0'],
    ['APPEND'],
    STOP,
    counted(trailing, count),
  ];
  /** A storage: the number of its elements, and as many bytes as there are to be. */
  const counted = (trailing: number, count: number): Uint8Array => {
    const bytes = new Uint8Array(trailing).fill(7);
    new DataView(bytes.buffer).setBigInt64(0, BigInt(count), true);
    return bytes;
  };

  it('of a legacy PyTorch file are followed by their storages', async () => {
    const { facts, defects, coverage } = await readPickle(...legacy(4, 8 + 16));
    expect([facts.layout, facts.programs.length, facts.trailing, defects, coverage]).toEqual([
      'torch-legacy',
      5,
      24,
      [],
      'structure',
    ]);
    expect(await codes(...legacy(4, 8 + 15))).toContain('storage-mismatch');
    expect(await names(...legacy(4, 8 + 15), EVIL)).toContain('posix');
    expect(await codes(...legacy(4, 8 + 16, 5))).toEqual(['storage-mismatch']);
  });

  it('hand out the bytes that they unpickle in turn', async () => {
    const inner = pickle(['PROTO', 2], EVIL);
    const { parts } = await readPickle(
      global('torch.storage', '_load_from_bytes'),
      ['BINBYTES', inner],
      ['TUPLE1'],
      ['REDUCE'],
      STOP,
    );
    expect(await parts[0]?.bytes.read(0, inner.length)).toEqual(inner);
  });

  it('skip large payloads without reading them', async () => {
    const bytes = pickle(['PROTO', 4], ['BINBYTES8', new Uint8Array(8_000_000)], ['POP'], EVIL);
    let read = 0;
    const source: ByteSource = {
      size: bytes.length,
      read: async (offset, length) => {
        read += length;
        return bytes.subarray(offset, offset + length);
      },
    };
    const { facts } = await pickleFormat.read(source, { path: 'x.pkl', budget: createBudget(() => 0) });
    expect(facts.programs[0]?.calls[0]?.text).toBe("posix.system('id')");
    expect(read).toBeLessThan(300_000);
  });
});

describe('bombs', () => {
  it('of nested tuples are told in few characters', async () => {
    const doubling = Array.from({ length: 500 }, (): Piece => pickle(['DUP'], ['TUPLE2']));
    const [text] = await texts(PRINT, ['NONE'], ...doubling, ['TUPLE1'], ['REDUCE'], STOP);
    expect(text?.length).toBeLessThan(400);
  });

  it('of instructions end with the budget', async () => {
    const flood = new Uint8Array(500_100).fill(0x30);
    // Puts a value on the stack and takes it off.
    for (let at = 0; at < flood.length; at += 2) flood[at] = 0x4e;
    const nearlySpent = createBudget(() => 0);
    nearlySpent.spend('opcodes', LIMITS.pickleOpcodes - 500_000);
    await expect(readBytes(flood, 'model.pkl', nearlySpent)).rejects.toThrow(/opcodes/);
  });

  it('of marks end with the stack', async () => {
    await expect(readBytes(new Uint8Array(1_000_100).fill(0x28))).rejects.toThrow(OverBudgetError);
  });

  it('of one memo index, for which an unpickler would set memory aside, are refused at no cost', async () => {
    await expect(codes(['NONE'], ['LONG_BINPUT', 4_000_000_000], STOP)).rejects.toThrow(OverBudgetError);
    expect(await codes(['NONE'], ['LONG_BINPUT', 4_000_000], STOP)).toEqual([]);
  });

  it('take back nothing of what a program did before, or one ahead of it', async () => {
    const bomb: Piece[] = [['NONE'], ['LONG_BINPUT', 4_000_000_000]];
    const attack = call(global('os', 'system'), 'true');
    for (const bytes of [pickle(attack, ...bomb, STOP), pickle(attack, STOP, ...bomb, STOP)]) {
      const { facts, defects } = await readBytes(bytes);
      expect(facts.programs[0]?.calls.map(({ callee }) => callee)).toEqual(['os.system']);
      expect(defects).not.toEqual([]);
    }
  });

  it('in the first bytes of another format keep no other reader from them', async () => {
    const bytes = pickle(['NONE'], ['LONG_BINPUT', 4_000_000_000], STOP);
    expect(pickleFormat.claims('model.cbm', bytes, bytes.length)).toBe(true);
    await expect(readBytes(bytes, 'model.cbm')).rejects.toThrow(MalformedError);
  });

  it('of calls are listed up to a bound, and say that there were more', async () => {
    const calls = Array.from({ length: 50_000 }, (_, index) =>
      pickle(global('a', `f${index}`), ['EMPTY_TUPLE'], ['REDUCE'], ['POP']),
    );
    expect(await codes(...calls, ['NONE'], STOP)).toContain('too-much');
  });
});

describe('claims', () => {
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  it.each<[string, Uint8Array, boolean]>([
    ['weights.xyz', pickle(['PROTO', 4], ['NONE'], STOP), true],
    ['weights.xyz', pickle(call(global('posix', 'system'), 'id'), STOP), true],
    ['weights.xyz', pickle(call(global('posix', 'system'), 'id'), Uint8Array.of(0xff)), true],
    ['weights.xyz', pickle(['MARK'], ['LIST'], ['INT', '1'], ['APPEND'], ['INT', '2'], ['APPEND'], STOP), true],
    ['README.md', text('# A model\n\nIt is (very) good.\n'), false],
    ['config.json', text('{"a": [1, 2]}'), false],
    ['train.py', text('import torch\n(lambda: 1)()\n'), false],
    ['vocab.txt', text('cat\ndog\nbird\n'), false],
    ['labels.txt', text('Nine\nTen\n'), false],
    [
      'news.txt',
      text(`GM, Ford cut output as sales fall\n\nUS car firms ${'have been forced to cut production. '.repeat(9)}`),
      false,
    ],
    ['price.txt', text('GM pays $2bn to evade Fiat buyout\n\nGeneral Motors of the US is to pay Fiat'), false],
    ['lookup.txt', text("cposix\nsystem\n(S'id'\ntRzzz"), true],
    ['words.model', text("cno module\nname\n(S'id'\ntRzzz"), true],
    ['model.pkl', text('hello'), true],
    ['pytorch_model.bin', text('hello'), false],
    ['model.pt', text('PK\x03\x04 and more'), false],
    ['model.pkl', new Uint8Array(0), false],
  ])('%s %# is claimed: %s', (path, bytes, claimed) => {
    expect(pickleFormat.claims(path, bytes.subarray(0, 1024), bytes.length)).toBe(claimed);
  });
});

describe('any bytes', () => {
  const sound = async (bytes: Uint8Array): Promise<boolean> =>
    readBytes(bytes).then(
      ({ facts }) => JSON.stringify(facts).isWellFormed(),
      (error: unknown) => error instanceof MalformedError || error instanceof OverBudgetError,
    );

  it('give facts, MalformedError or OverBudgetError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await sound(bytes)).toBe(true);
      }),
    );
  });

  it('made of instructions do so too', async () => {
    const piece = fc.constantFrom(
      ...ARGUMENTS.flatMap(([, pieces]) => pieces),
      ['REDUCE'] as Piece,
      ['BUILD'] as Piece,
      STOP,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        expect(await sound(pickle(...pieces))).toBe(true);
      }),
      { numRuns: cases(150) },
    );
  });

  it('after a program take none of its calls back', async () => {
    const program = pickle(['PROTO', 2], call(global('posix', 'system'), 'id'), STOP);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), async (more) => {
        const { facts } = await readPickle(program, more);
        expect(facts.programs[0]?.calls[0]?.text).toBe("posix.system('id')");
      }),
    );
  });

  it('are read alike in windows of any size', async () => {
    const program = pickle(...ARGUMENTS.flatMap(([, pieces]) => [...pieces, ['POP'] as Piece]), call(PRINT, 'x'), STOP);
    const whole = await readBytes(program);
    const offset = new Uint8Array(70_000).fill(0x4e);
    const shifted = await readPickle(offset, program);
    expect(shifted.facts.programs[0]?.calls.map(({ text }) => text)).toEqual(
      whole.facts.programs[0]?.calls.map(({ text }) => text),
    );
    expect(sourceOf(program).size).toBe(program.length);
  });
});
