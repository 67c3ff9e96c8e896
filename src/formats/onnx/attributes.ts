import { integerOf, type Message, textOf } from '../protobuf/message.ts';

/** By AttributeProto.AttributeType, the field that holds the value. */
const FIELDS: ReadonlyMap<number, number> = new Map([
  [1, 2],
  [2, 3],
  [3, 4],
  [4, 5],
  [5, 6],
  [6, 7],
  [7, 8],
  [8, 9],
  [9, 10],
  [10, 11],
  [11, 22],
  [12, 23],
  [13, 14],
  [14, 15],
]);
/** Tensors, graphs and types; numbers and texts that are nought some writers leave out, and lists may be empty. */
const NEEDED: ReadonlySet<number> = new Set([4, 5, 11, 13]);
const [NAME, REFERENCE, TYPE] = [1, 21, 20] as const;

/** What is wrong with an attribute, or null: it has a name, and a value of its type and no other (onnx/checker.cc). */
export function attributeProblem(attribute: Message): string | null {
  if (textOf(attribute, NAME) === '') return 'an attribute without a name';
  const type = integerOf(attribute, TYPE) ?? 0;
  const own = FIELDS.get(type);
  const refers = attribute.opaque.has(REFERENCE);
  // Before version 2 of the format attributes had no type.
  if (own === undefined) return type === 0 ? null : `an attribute of type ${type}`;
  const given = [...FIELDS.values()].filter((field) => isGiven(attribute, field));
  if (given.some((field) => field !== own)) return 'an attribute whose value is not of its type';
  return NEEDED.has(type) && given.length === 0 && !refers ? 'an attribute without its value' : null;
}

function isGiven({ integers, texts, messages, opaque }: Message, field: number): boolean {
  return integers.has(field) || texts.has(field) || messages.has(field) || opaque.has(field);
}
