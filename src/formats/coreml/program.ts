import type { Defect } from '../format.ts';
import { integerOf, type Message, messagesOf, textOf, textsOf } from '../protobuf/message.ts';
import type { MessageShape } from '../protobuf/shape.ts';
import { BINDING, BLOCK, FUNCTION, NAMED_TYPE, OPERATION, PROGRAM, TENSOR_TYPE, TYPE, VALUE } from './shapes.ts';
import { type Tensor, tensorOf, wrongOperation } from './wiring.ts';

/** Told of one model. */
const TOLD = 20;

/** Bits of a value by its type (MIL.proto, DataType); 0 for texts, which have no size of their own. */
const BITS: ReadonlyMap<number, number> = new Map([
  [1, 8],
  [2, 0],
  [10, 16],
  [11, 32],
  [12, 64],
  [13, 16],
  [21, 8],
  [22, 16],
  [23, 32],
  [24, 64],
  [25, 4],
  [31, 8],
  [32, 16],
  [33, 32],
  [34, 64],
  [35, 4],
  [36, 2],
  [37, 1],
  [38, 6],
  [39, 3],
  [40, 8],
  [41, 8],
]);
/** Values counted one by one: more are not kept. */
const COUNTED = 4096;

/** Follows a program while it is read: fields of its messages come in the order in which names are given. */
export interface ProgramSurvey {
  readonly enter: (shape: MessageShape) => void;
  readonly leave: (shape: MessageShape, message: Message) => void;
  readonly defects: () => readonly Defect[];
}

/**
 * Programs in Apple's intermediate language (coremltools 9.0, mlmodel/format/MIL.proto): names are given once and before they are used, types
 * have as many sides as they say, values written out are as many as their type has.
 *
 * Defects: `no-name`, a name of nothing, or one twice; `odd-type`, a type that contradicts itself; `odd-value`, another
 * number of values than its type has; `odd-program`, a part without what it needs; `odd-operation`, an operation that
 * there is not, or that is given or makes something else than it takes or makes.
 */
export function surveyProgram(): ProgramSurvey {
  const defects: Defect[] = [];
  const scopes: Map<string, Tensor | null>[] = [];
  const say = (code: string, message: string, { offset }: Message): void => {
    if (defects.length < TOLD) defects.push({ code, message, offset });
  };
  const isKnown = (name: string): boolean => scopes.some((scope) => scope.has(name));
  const typeOf = (name: string): Tensor | null => scopes.findLast((scope) => scope.has(name))?.get(name) ?? null;
  const give = (message: Message): void => {
    const name = textOf(message, 1);
    if (name === '' || isKnown(name)) say('no-name', 'a name that is none, or another value has', message);
    scopes.at(-1)?.set(name, tensorOf(message));
    if (messagesOf(message, 2).length === 0) say('odd-type', 'a value of no type', message);
  };
  const leaveBlock = (message: Message): void => {
    if (!textsOf(message, 2).every(isKnown)) say('no-name', 'a block gives back what it does not have', message);
    scopes.pop();
  };
  return {
    enter: (shape) => {
      if (shape === BLOCK || shape === FUNCTION) scopes.push(new Map());
    },
    leave: (shape, message) => {
      if (shape === NAMED_TYPE) give(message);
      if (shape === BINDING) {
        const isNamed = message.texts.has(1);
        if (isNamed === message.messages.has(2))
          say('odd-program', 'an argument that is no name and no value', message);
        else if (isNamed && !isKnown(textOf(message, 1))) say('no-name', 'an argument that nobody gave', message);
      }
      if (shape === TYPE && message.messages.size !== 1) say('odd-type', 'a type that is none', message);
      if (shape === TENSOR_TYPE && !isTensor(message)) say('odd-type', 'a tensor that contradicts itself', message);
      if (shape === VALUE) {
        const wrong = brokenValue(message);
        if (wrong !== null) say('odd-value', wrong, message);
      }
      if (shape === OPERATION && (textOf(message, 1) === '' || !areArguments(message)))
        say('odd-program', 'an operation without its type or an argument', message);
      if (shape === OPERATION) {
        const wrong = wrongOperation(message, typeOf);
        if (wrong !== null) say('odd-operation', wrong, message);
      }
      if (shape === BLOCK) leaveBlock(message);
      if (shape === FUNCTION) {
        scopes.pop();
        const sets = messagesOf(message, 3).map((entry) => textOf(entry, 1));
        if (!sets.includes(textOf(message, 2))) say('odd-program', 'a function without the block it names', message);
      }
      if (shape === PROGRAM && (integerOf(message, 1) !== 1 || messagesOf(message, 2).length === 0))
        say('odd-program', 'a program of no version or function', message);
    },
    defects: () => defects,
  };
}

function isTensor(message: Message): boolean {
  const sides = messagesOf(message, 3);
  if (!BITS.has(integerOf(message, 1) ?? 0) || (integerOf(message, 2) ?? 0) !== sides.length) return false;
  return sides.every(
    (side) => messagesOf(side, 1).length + (side.opaque.get(2)?.count ?? 0) + (side.messages.get(2)?.length ?? 0) === 1,
  );
}

function areArguments(message: Message): boolean {
  const given = messagesOf(message, 2);
  const names = new Set(given.map((entry) => textOf(entry, 1)));
  return (
    names.size === given.length &&
    given.every((entry) => messagesOf(entry, 2).some((each) => messagesOf(each, 1).length > 0))
  );
}

function brokenValue(message: Message): string | null {
  const [[type], [written], kept] = [messagesOf(message, 2), messagesOf(message, 3), messagesOf(message, 5)];
  if (type === undefined) return 'a value of no type';
  if ((written === undefined) === (kept.length === 0)) return 'a value that is none, or two';
  const [tensor] = messagesOf(type, 1);
  const place = kept[0] === undefined ? null : (integerOf(kept[0], 2) ?? 0);
  // Blobs begin at steps of 64 bytes, behind a head of as many.
  if (place !== null && (place < 64 || place % 64 !== 0)) return 'weights at no place where they begin';
  if (written === undefined) return tensor === undefined ? 'weights that are no tensor' : null;
  const [values] = messagesOf(written, 1);
  if ((tensor === undefined) !== (values === undefined)) return 'a value that is not of its type';
  if (tensor === undefined || values === undefined) return null;
  return brokenTensor(tensor, values);
}

/** As many values as the sides of the type have. */
function brokenTensor(tensor: Message, values: Message): string | null {
  let wanted = 1;
  for (const side of messagesOf(tensor, 3)) wanted *= integerOf(messagesOf(side, 1)[0] ?? side, 1) ?? 0;
  const bits = BITS.get(integerOf(tensor, 1) ?? 0) ?? 0;
  if (values.messages.size !== 1)
    return wanted === 0 && values.messages.size === 0 ? null : 'no values, or of two kinds';
  const [[field, [list]] = [0, []]] = values.messages;
  if (list === undefined) return null;
  const bytes = list.opaque.get(1)?.bytes ?? 0;
  if (field === 1 || field === 6) return bytes === wanted * (field === 1 ? 4 : 8) ? null : 'another number of values';
  if (field === 7) return bytes === Math.ceil((wanted * bits) / 8) ? null : 'another number of bytes';
  const count = field === 4 ? textsOf(list, 1).length : (list.integers.get(1)?.length ?? 0);
  return count === wanted || (count >= COUNTED && wanted >= COUNTED) ? null : 'another number of values';
}
