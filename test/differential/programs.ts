import * as fc from 'fast-check';
import { type Piece, pickle } from '../../src/formats/pickle/assemble.fixture.ts';

const WORDS = ['os', 'system', 'a', 'B', 'collections', 'OrderedDict', 'posix', 'latin1'] as const;

/** What lies on the stack: a mark, a global, what a call gave, a tuple, a text, a list, a dict, a set, or another value. */
type Kind = 'mark' | 'global' | 'result' | 'tuple' | 'text' | 'list' | 'dict' | 'set' | 'value';

interface Sketch {
  readonly pieces: Piece[];
  readonly stack: Kind[];
  readonly memo: Map<number, Kind>;
}

/** A step that the unpickler can take in this state, or null when it cannot; `salt` chooses names and numbers. */
type Step = (sketch: Sketch, salt: number) => (() => void) | null;

/** Puts the topmost value into the memo. */
function remember(sketch: Sketch, piece: Piece, index: number, kind: Kind): () => void {
  return () => {
    sketch.pieces.push(piece);
    sketch.memo.set(index, kind);
  };
}

const top = ({ stack }: Sketch, below = 0): Kind | undefined => {
  const kinds = stack.slice(stack.length - 1 - below);
  return kinds.includes('mark') ? undefined : kinds[0];
};
const word = (salt: number): string => WORDS[salt % WORDS.length] ?? 'a';

function emit(sketch: Sketch, pieces: readonly Piece[], taken: number, given: readonly Kind[]): () => void {
  return () => {
    sketch.pieces.push(...pieces);
    sketch.stack.splice(sketch.stack.length - taken, taken, ...given);
  };
}

const pushes = (piece: (salt: number) => Piece, kind: Kind): Step => {
  return (sketch, salt) => emit(sketch, [piece(salt)], 0, [kind]);
};

/** Takes so many values when the deepest and the topmost are of these kinds. */
const takes = (name: string, deep: readonly Kind[], above: readonly (readonly Kind[])[], given: Kind): Step => {
  return (sketch) => {
    const deepest = top(sketch, above.length);
    const fit = above.every((kinds, index) => {
      const kind = top(sketch, above.length - 1 - index);
      return kind !== undefined && (kinds.length === 0 || kinds.includes(kind));
    });
    if (deepest === undefined || !deep.includes(deepest) || !fit) return null;
    return emit(sketch, [[name]], above.length + 1, [given === 'value' && name === 'BUILD' ? deepest : given]);
  };
};

const gathers = (
  name: string,
  given: Kind,
  accepts: (inside: readonly Kind[], before: Kind | undefined) => boolean,
  keeps = false,
): Step => {
  return (sketch) => {
    const at = sketch.stack.lastIndexOf('mark');
    if (at < 0) return null;
    const inside = sketch.stack.slice(at + 1);
    const before = sketch.stack[at - 1];
    if (!accepts(inside, before)) return null;
    return emit(sketch, [[name]], inside.length + 1, keeps ? [] : [given]);
  };
};

const ANY: readonly Kind[] = [];
const CALLABLE: readonly Kind[] = ['global', 'result'];

const STEPS: readonly Step[] = [
  pushes((salt) => ['BINUNICODE', word(salt)], 'text'),
  pushes((salt) => ['SHORT_BINUNICODE', word(salt)], 'text'),
  pushes((salt) => ['BININT1', salt % 7], 'value'),
  pushes(() => ['NONE'], 'value'),
  pushes(() => ['EMPTY_TUPLE'], 'tuple'),
  pushes(() => ['EMPTY_TUPLE'], 'tuple'),
  pushes(() => ['EMPTY_LIST'], 'list'),
  pushes(() => ['EMPTY_DICT'], 'dict'),
  pushes(() => ['EMPTY_SET'], 'set'),
  pushes(() => ['MARK'], 'mark'),
  pushes(() => ['MARK'], 'mark'),
  pushes((salt) => ['GLOBAL', word(salt), word(salt >> 3)], 'global'),
  pushes((salt) => ['GLOBAL', word(salt), word(salt >> 3)], 'global'),
  takes('STACK_GLOBAL', ['text'], [['text']], 'global'),
  takes('STACK_GLOBAL', ['text'], [['text']], 'global'),
  takes('REDUCE', CALLABLE, [['tuple']], 'result'),
  takes('REDUCE', CALLABLE, [['tuple']], 'result'),
  takes('NEWOBJ', ['global'], [['tuple']], 'result'),
  takes('NEWOBJ_EX', ['global'], [['tuple'], ['dict']], 'result'),
  takes('BUILD', CALLABLE, [ANY], 'value'),
  takes('APPEND', ['list'], [ANY], 'list'),
  takes('APPEND', ['result'], [ANY], 'result'),
  takes('SETITEM', ['dict'], [['text', 'tuple', 'global', 'result'], ANY], 'dict'),
  takes('SETITEM', ['result'], [ANY, ANY], 'result'),
  takes('TUPLE1', ['global', 'result', 'tuple', 'text', 'list', 'dict', 'value'], [], 'tuple'),
  takes('TUPLE2', ['global', 'result', 'text', 'value'], [ANY], 'tuple'),
  takes('POP', ['global', 'result', 'tuple', 'text', 'list', 'dict', 'set', 'value'], [], 'mark'),
  takes('BINPERSID', ['tuple', 'text', 'value'], [], 'value'),
  gathers('TUPLE', 'tuple', () => true),
  gathers('LIST', 'list', () => true),
  gathers('POP_MARK', 'value', () => true, true),
  gathers(
    'APPENDS',
    'value',
    (inside, before) => inside.length > 0 && (before === 'list' || before === 'result'),
    true,
  ),
  gathers('SETITEMS', 'value', (inside, before) => inside.length === 2 && before === 'result', true),
  gathers(
    'ADDITEMS',
    'value',
    (inside, before) =>
      inside.length > 0 &&
      (before === 'set' || before === 'result') &&
      !inside.some((kind) => ['list', 'dict', 'set', 'tuple'].includes(kind)),
    true,
  ),
  gathers('OBJ', 'result', ([first]) => first === 'global'),
  (sketch, salt) =>
    sketch.stack.includes('mark')
      ? emit(sketch, [['INST', word(salt), word(salt >> 3)]], sketch.stack.length - sketch.stack.lastIndexOf('mark'), [
          'result',
        ])
      : null,
  (sketch) => {
    const kind = top(sketch);
    return kind === undefined ? null : emit(sketch, [['DUP']], 0, [kind]);
  },
  (sketch, salt) => {
    const kind = top(sketch);
    return kind === undefined ? null : remember(sketch, ['BINPUT', salt % 6], salt % 6, kind);
  },
  (sketch) => {
    const kind = top(sketch);
    return kind === undefined ? null : remember(sketch, ['MEMOIZE'], sketch.memo.size, kind);
  },
  (sketch, salt) => {
    const kind = sketch.memo.get(salt % 6);
    return kind === undefined ? null : emit(sketch, [['BINGET', salt % 6]], 0, [kind]);
  },
];

/** Programs of random instructions, each one that the unpickler can carry out where it stands; a few break all the same. */
export const programs: fc.Arbitrary<Uint8Array> = fc
  .array(fc.nat(0xffff), { minLength: 5, maxLength: 80 })
  .map((choices) => {
    const sketch: Sketch = { pieces: [], stack: [], memo: new Map() };
    for (const choice of choices) {
      const possible = STEPS.flatMap((step) => step(sketch, choice >> 4) ?? []);
      possible[choice % possible.length]?.();
      // POP leaves nothing.
      if (sketch.pieces.at(-1)?.[0] === 'POP') sketch.stack.pop();
    }
    return pickle(['PROTO', 4], ...sketch.pieces, ['NONE'], ['STOP']);
  });

/** A genuine file with some bytes changed, dropped or doubled. */
export function mutations(files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom('set', 'drop', 'double'));
  return fc
    .tuple(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([file, changes]) => {
      let bytes = Buffer.from(file);
      for (const [place, value, how] of changes) {
        const at = place % Math.max(bytes.length, 1);
        if (how === 'set') bytes[at] = value;
        else if (how === 'drop') bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
        else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + 8), bytes.subarray(at)]);
      }
      return new Uint8Array(bytes);
    });
}
