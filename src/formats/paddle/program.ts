import type { Defect } from '../format.ts';
import { integerOf, integersOf, type Message, messagesOf, textOf, textsOf } from '../protobuf/message.ts';
import type { MessageShape } from '../protobuf/shape.ts';
import { COMMON, ENDS } from './operators.ts';
import { ATTRIBUTE, BLOCK, OPERATOR, REQUIRED, TENSOR_DESCRIPTION, VARIABLE } from './shapes.ts';

/** Told of one program. */
const TOLD = 20;
/** What stands for an argument that an operator does not get (`kEmptyVarName`). */
const EMPTY = '@EMPTY@';

/** By type of an attribute (AttrType), the field its value is in; lists may be empty. */
const FIELDS: readonly (readonly [number, 'one' | 'list'])[] = [
  [3, 'one'],
  [4, 'one'],
  [5, 'one'],
  [6, 'list'],
  [7, 'list'],
  [8, 'list'],
  [10, 'one'],
  [11, 'list'],
  [12, 'one'],
  [13, 'one'],
  [14, 'list'],
  [15, 'list'],
  [16, 'list'],
  [17, 'one'],
  [18, 'list'],
  [19, 'one'],
  [20, 'one'],
  [21, 'list'],
];
const [BLOCK_TYPE, BLOCKS_TYPE] = [8, 10];
/** Past the bits of roles (OpRole). */
const ROLES = 0x2000;

/** VarType.Type: 0 to 33 but for one that was never given, and whole numbers without a sign. */
function isType(type: number | undefined): boolean {
  return type !== undefined && type >= 0 && (type <= 33 || (type >= 36 && type <= 38));
}
const [DENSE, VARIABLE_LEAST, VARIABLE_MOST] = [7, 7, 31];

/** Blocks within blocks. */
const DEEPEST = 64;

interface Part {
  readonly index: number;
  readonly depth: number;
  readonly parent: number;
  readonly names: ReadonlySet<string>;
}

interface Use {
  readonly block: number;
  readonly name: string;
  readonly offset: number;
}

/** Follows a program while it is read: what is missing, what contradicts itself, what leads nowhere. */
export interface ProgramSurvey {
  readonly leave: (shape: MessageShape, message: Message) => void;
  readonly defects: () => readonly Defect[];
}

/**
 * Names lead to variables of their block or of one around it, blocks to blocks behind them; an attribute's value is of its type.
 *
 * Defects: `no-field`, a message without what no reader does without; `odd-value`, a value of another type, or none of
 * those there are; `no-variable`, a name of nothing; `odd-block`, blocks that do not lie in each other.
 */
export function surveyProgram(): ProgramSurvey {
  const defects: Defect[] = [];
  const parts: Part[] = [];
  const uses: Use[] = [];
  let [names, within] = [new Set<string>(), [] as Omit<Use, 'block'>[]];
  let inner: { readonly block: number; readonly offset: number }[] = [];
  const say = (code: string, message: string, offset: number): void => {
    if (defects.length < TOLD) defects.push({ code, message, offset });
  };
  const leaveOperator = (operator: Message): void => {
    const wrong = brokenOperator(operator);
    if (wrong !== null) say('odd-value', `${textOf(operator, 3)}: ${wrong}`, operator.offset);
    for (const message of [...messagesOf(operator, 1), ...messagesOf(operator, 2)])
      for (const name of textsOf(message, 2)) within.push({ name, offset: message.offset });
    for (const attribute of messagesOf(operator, 4)) {
      const type = integerOf(attribute, 2);
      if (type !== BLOCK_TYPE && type !== BLOCKS_TYPE) continue;
      for (const block of integersOf(attribute, type === BLOCK_TYPE ? 12 : 14))
        inner.push({ block, offset: attribute.offset });
    }
  };
  const leaveBlock = (message: Message): void => {
    const index = parts.length;
    const [told, parent] = [integerOf(message, 1) ?? -1, integerOf(message, 2) ?? -2];
    if (told !== index || parent >= index || parent < -1 || (parent === -1) !== (index === 0))
      say('odd-block', `block ${told} within ${parent} stands at place ${index}`, message.offset);
    const depth = 1 + (parts[parent]?.depth ?? 0);
    if (depth > DEEPEST) say('odd-block', `block ${index} lies too deep`, message.offset);
    for (const { block, offset } of inner)
      if (block <= index) say('odd-block', `block ${index} leads to block ${block}`, offset);
    for (const use of within) uses.push({ ...use, block: index });
    parts.push({ index, parent, depth, names });
    furthest = Math.max(furthest, ...inner.map(({ block }) => block), integerOf(message, 5) ?? -1);
    [names, within, inner] = [new Set(), [], []];
  };
  let furthest = 0;
  const leave = (shape: MessageShape, message: Message): void => {
    for (const field of REQUIRED.get(shape) ?? [])
      if (!isGiven(message, field)) say('no-field', `a ${shape.name} without field ${field}`, message.offset);
    if (shape === TENSOR_DESCRIPTION && !isTensor(message)) say('odd-value', 'a tensor of no type', message.offset);
    if (shape === ATTRIBUTE && !isOfItsType(message))
      say('odd-value', `${textOf(message, 1)} is not of its type`, message.offset);
    if (shape === VARIABLE) {
      const name = textOf(message, 1);
      if (name === '' || names.has(name)) say('odd-value', 'a variable of no name of its own', message.offset);
      if (!isVariable(message)) say('odd-value', `${name} is of no type`, message.offset);
      names.add(name);
    }
    if (shape === OPERATOR) leaveOperator(message);
    if (shape === BLOCK) leaveBlock(message);
  };
  return {
    leave,
    defects: () => {
      if (furthest >= parts.length) say('odd-block', `there is no block ${furthest}`, 0);
      const sound = parts.every(({ index, parent, depth }) => parent < index && depth <= DEEPEST);
      for (const { name, block, offset } of sound ? uses : [])
        if (name !== EMPTY && !stands(parts, block, name)) say('no-variable', 'a name of no variable', offset);
      return defects;
    },
  };
}

function isGiven({ integers, texts, messages, opaque }: Message, field: number): boolean {
  return integers.has(field) || texts.has(field) || messages.has(field) || opaque.has(field);
}

/** Dimensions that are not known are -1. */
function isTensor(message: Message): boolean {
  return isType(integerOf(message, 1)) && integersOf(message, 2).every((side) => side >= -1);
}

function isVariable(message: Message): boolean {
  const [kind] = messagesOf(message, 2);
  const type = kind === undefined ? undefined : integerOf(kind, 1);
  if (kind === undefined || type === undefined || type < VARIABLE_LEAST || type > VARIABLE_MOST || !isType(type))
    return false;
  // Of all others the description may stay away.
  return type !== DENSE || messagesOf(kind, 3).length > 0;
}

/** Its value stands in the field of its type, and in no other. */
function isOfItsType(message: Message): boolean {
  const [field, many] = FIELDS[integerOf(message, 2) ?? -1] ?? [];
  if (field === undefined) return false;
  const others = FIELDS.some(([other]) => other !== field && isGiven(message, other));
  return !others && (many === 'list' || isGiven(message, field));
}

function brokenOperator(operator: Message): string | null {
  const type = textOf(operator, 3);
  if (type === '') return 'an operator of no type';
  const [inputs, outputs] = [1, 2].map((field) => messagesOf(operator, field)) as [
    readonly Message[],
    readonly Message[],
  ];
  const wanted = ENDS.get(type);
  for (const [list, needed] of [
    [inputs, wanted?.inputs ?? []],
    [outputs, wanted?.outputs ?? []],
  ] as const) {
    const given = new Map(list.map((each) => [textOf(each, 1), textsOf(each, 2)]));
    if (given.size !== list.length || given.has('')) return 'arguments of one name';
    const missing = needed.find((name) => (given.get(name) ?? []).length === 0);
    if (missing !== undefined) return `no ${missing}`;
  }
  return brokenAttributes(messagesOf(operator, 4));
}

function brokenAttributes(attributes: readonly Message[]): string | null {
  const given = new Set<string>();
  for (const attribute of attributes) {
    const name = textOf(attribute, 1);
    if (name === '' || given.has(name)) return 'attributes of one name';
    given.add(name);
    const common = COMMON.get(name);
    if (common !== undefined && integerOf(attribute, 2) !== common) return `${name} is not of its type`;
    const role = name === 'op_role' ? (integerOf(attribute, 3) ?? 0) : 0;
    if (role < 0 || role >= ROLES) return 'a role that there is not';
  }
  return null;
}

/** Blocks see the variables of those around them. */
function stands(parts: readonly Part[], block: number, name: string): boolean {
  for (let at = block; at >= 0; at = parts[at]?.parent ?? -1) if (parts[at]?.names.has(name) === true) return true;
  return false;
}
