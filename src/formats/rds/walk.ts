import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import { middleCut } from '../../kernel/printable.ts';
import { callSteps, keep, type Named, noteCall, type Step, type Tally, type Walk, within } from './code.ts';
import type { Input } from './input.ts';
import { TYPE } from './types.ts';

const HAS_ATTRIBUTES = 0x200;
const HAS_TAG = 0x400;
/** In the levels of a frame's cell (R's envir.c, ACTIVE_BINDING_MASK). */
const ACTIVE_BINDING = 1 << 15;
const LEVELS = 12;

/** Open steps: values nest, and lists come cell by cell. */
const MOST_STEPS = 2_000_000;

/** Walks one value to its end. Throws MalformedError for what is none, OverBudgetError for too much of it. */
export function walkItem(input: Input, tally: Tally, budget: Budget): void {
  const walk: Walk = { input, tally, steps: [], references: [], code: null };
  item(walk);
  for (let step = walk.steps.pop(); step !== undefined; step = walk.steps.pop()) {
    budget.spend('opcodes', 1);
    if (tally.values % 4096 === 0) budget.checkTime();
    if (walk.steps.length > MOST_STEPS) throw new OverBudgetError('values nested without end');
    step();
  }
}

function later(walk: Walk, ...steps: readonly Step[]): void {
  walk.steps.push(...steps.toReversed());
}

/** Reads one value's head and puts what follows on the list; `named` is told the name when it is a symbol, `first` that of a list's first value. */
/** `dotted`: the state of a vector of another class (altclasses.c) is a pair of any two values. */
function item(walk: Walk, named?: Named, first?: Named, typed?: (type: number) => void, dotted = false): void {
  const { input, tally } = walk;
  tally.values += 1;
  const flags = input.integer();
  const type = flags & 0xff;
  // Names of constants and of references have no flags of their own; values have those that R packs (PackFlags).
  if ((flags & (BARE.has(type) ? ~0xff : UNUSED)) !== 0 && type !== TYPE.reference)
    throw new MalformedError(`flags of no value, ${flags >>> 0}`, input.at);
  typed?.(type);
  const next: Step = () => item(walk);
  const attributes: readonly Step[] = (flags & HAS_ATTRIBUTES) === 0 ? [] : [() => listItem(walk)];
  switch (type) {
    case TYPE.symbol:
      later(walk, () => symbol(walk, named));
      return;
    case TYPE.reference:
      reference(walk, flags, named);
      return;
    case TYPE.list:
    case TYPE.language:
    case TYPE.closure:
    case TYPE.promise:
    case TYPE.dots:
    case TYPE.attributedList:
    case TYPE.attributedLanguage:
      cell(walk, flags, first, dotted);
      return;
    case TYPE.environment:
      environment(walk);
      return;
    case TYPE.byteCode:
      tally.byteCode += 1;
      byteCode(walk, attributes);
      return;
    case TYPE.externalPointer:
    case TYPE.weakReference:
      walk.references.push('');
      tally[type === TYPE.weakReference ? 'weakReferences' : 'externalPointers'] += 1;
      later(walk, ...(type === TYPE.weakReference ? [] : [next, next]), ...attributes);
      return;
    case TYPE.altrep:
      later(
        walk,
        next,
        () => item(walk, undefined, undefined, undefined, true),
        () => listItem(walk),
      );
      return;
    case TYPE.persistent:
    case TYPE.package:
    case TYPE.namespace:
      names(walk);
      return;
    default:
      leaf(walk, type, attributes);
      return;
  }
}

/** Values without others in them but for their attributes and elements. */
function leaf(walk: Walk, type: number, attributes: readonly Step[]): void {
  const { input } = walk;
  switch (type) {
    case TYPE.special:
    case TYPE.builtin:
      // A function of R's own, by its name.
      noteCall(walk, input.text(size(walk)));
      return;
    case TYPE.text:
      character(walk);
      break;
    case TYPE.logical:
    case TYPE.integer:
      input.skip(size(walk), 4);
      break;
    case TYPE.real:
      input.skip(size(walk), 8);
      break;
    case TYPE.complex:
      input.skip(2 * size(walk), 8);
      break;
    case TYPE.raw:
      input.skip(size(walk), 1);
      break;
    case TYPE.texts:
      elements(walk, attributes, textItem);
      return;
    case TYPE.vector:
    case TYPE.expression:
      elements(walk, attributes);
      return;
    case TYPE.s4:
      break;
    case TYPE.nil:
    case 250: // base namespace, and constants: missing argument, unbound value, global, base, empty environment, NULL
    case 251:
    case TYPE.unbound:
    case 253:
    case 254:
    case TYPE.baseEnvironment:
    case TYPE.emptyEnvironment:
      return;
    default:
      throw new MalformedError(`${type} is no type of R`, input.at);
  }
  later(walk, ...attributes);
}

/** Attributes, frames and what follows in a list are lists, or nothing. */
function listItem(walk: Walk, then?: Named): void {
  item(walk, then, undefined, (type) => {
    if (VECTORS.has(type)) throw new MalformedError(`a list of the type ${type}`, walk.input.at);
  });
}

/** Vectors and texts, of which no list is made. */
const VECTORS: ReadonlySet<number> = new Set<number>([
  TYPE.text,
  TYPE.logical,
  TYPE.integer,
  TYPE.real,
  TYPE.complex,
  TYPE.texts,
  TYPE.vector,
  TYPE.expression,
  TYPE.raw,
]);

/** Types that are written as they are, without flags. */
const BARE: ReadonlySet<number> = new Set<number>([
  TYPE.symbol,
  TYPE.baseEnvironment,
  TYPE.emptyEnvironment,
  TYPE.persistent,
  TYPE.package,
  TYPE.namespace,
  250,
  251,
  TYPE.unbound,
  253,
  254,
]);
/** Bit 11, and what lies above the sixteen levels. */
const UNUSED = 0xf0000800 | 0;

function textItem(walk: Walk): void {
  item(walk, undefined, undefined, (type) => {
    if (type !== TYPE.text) throw new MalformedError(`a text of the type ${type}`, walk.input.at);
  });
}

function elements(walk: Walk, attributes: readonly Step[], each: (walk: Walk) => void = item): void {
  const count = size(walk);
  if (count > walk.input.left) throw new MalformedError('more values than bytes', walk.input.at);
  let left = count;
  const next: Step = () => {
    if (left-- <= 0) {
      later(walk, ...attributes);
      return;
    }
    walk.steps.push(next);
    each(walk);
  };
  walk.steps.push(next);
}

/** A pair: attributes, tag, head, and the rest, which is the next cell. A call is one whose head is a name. */
function cell(walk: Walk, flags: number, first?: Named, dotted = false): void {
  const { tally } = walk;
  const type = flags & 0xff;
  if (type === TYPE.closure) tally.closures += 1;
  if (type === TYPE.list && ((flags >> LEVELS) & ACTIVE_BINDING) !== 0) tally.activeBindings += 1;
  const isCall = type === TYPE.language || type === TYPE.attributedLanguage;
  const attributed = type === TYPE.attributedList || type === TYPE.attributedLanguage || (flags & HAS_ATTRIBUTES) !== 0;
  // A promise whose value is there was kept already; one without a value is run by whoever asks for it.
  let open = false;
  const typed = (value: number): void => {
    open = type === TYPE.promise && value === TYPE.unbound;
    if (open) tally.promises += 1;
  };
  const next: Step = () => item(walk);
  const tag: Step = () => listItem(walk, (name) => keep(tally.bound, name));
  const proper = !dotted && (type === TYPE.list || type === TYPE.attributedList);
  const following: Step = proper ? () => listItem(walk) : next;
  const pair = (): readonly Step[] => {
    if (isCall) return callSteps(walk, item);
    if (type === TYPE.closure) return within(walk, tally.functions, next, next);
    const rest: Step = () => later(walk, ...(open ? within(walk, tally.open, next) : [next]));
    return [() => item(walk, first, undefined, typed), type === TYPE.promise ? rest : following];
  };
  later(walk, ...(attributed ? [() => listItem(walk)] : []), ...((flags & HAS_TAG) === 0 ? [] : [tag]), ...pair());
}

/** Whether it is locked, then what encloses it, its frame, its hash table and its attributes. */
function environment(walk: Walk): void {
  walk.input.integer();
  walk.references.push('');
  const next: Step = () => item(walk);
  const list: Step = () => listItem(walk);
  later(walk, next, list, next, list);
}

function symbol(walk: Walk, named?: (name: string) => void): void {
  const flags = walk.input.integer();
  if ((flags & 0xff) !== TYPE.text) throw new MalformedError('a symbol without a name', walk.input.at);
  const name = character(walk);
  walk.references.push(name);
  keep(walk.code?.names, name);
  // A class of ALTREP that maps the file it names.
  if (/^mmap_(?:real|integer)$/.test(name)) walk.tally.calls.add(name);
  named?.(name);
}

function character(walk: Walk): string {
  const length = walk.input.integer();
  if (length === -1) return 'NA';
  if (length < 0) throw new MalformedError('a text of negative length', walk.input.at);
  return middleCut(walk.input.text(length), 200);
}

function reference(walk: Walk, flags: number, named?: (name: string) => void): void {
  const packed = flags >> 8;
  const index = packed === 0 ? walk.input.integer() : packed;
  const name = walk.references[index - 1];
  if (name === undefined) throw new MalformedError('a reference to nothing', walk.input.at);
  if (name === '') return;
  keep(walk.code?.names, name);
  named?.(name);
}

/** A package, a namespace or a persistent name: texts, and a place in the list of references. */
function names(walk: Walk): void {
  if (walk.input.integer() !== 0) throw new MalformedError('names with names', walk.input.at);
  walk.references.push('');
  elements(walk, [], textItem);
}

/** Vectors of 2^31 and more have their length in two halves after -1; none such fits our budgets. */
function size(walk: Walk): number {
  const length = walk.input.integer();
  if (length < 0) throw new OverBudgetError('a vector of more than two thousand million values');
  return length;
}

/** Number of shared values, then the code and its constants (serialize.c, ReadBC). */
function byteCode(walk: Walk, attributes: readonly Step[]): void {
  walk.input.integer();
  // Of a promise, or of a function, wherever it stands.
  later(walk, ...within(walk, walk.code ?? walk.tally.functions, () => byteCodeBody(walk)), ...attributes);
}

function byteCodeBody(walk: Walk): void {
  const constants: Step = () => {
    let left = walk.input.integer();
    if (left < 0 || left > walk.input.left) throw new MalformedError('constants that are not there', walk.input.at);
    const next: Step = () => {
      if (left-- <= 0) return;
      walk.steps.push(next);
      constant(walk);
    };
    walk.steps.push(next);
  };
  later(walk, () => item(walk), constants);
}

function constant(walk: Walk): void {
  const type = walk.input.integer() & 0xff;
  if (type === TYPE.byteCode) byteCodeBody(walk);
  else if (BYTE_CODE_CELLS.has(type)) byteCodeCell(walk, type);
  else item(walk);
}

const BYTE_CODE_CELLS: ReadonlySet<number> = new Set([
  TYPE.list,
  TYPE.language,
  TYPE.attributedList,
  TYPE.attributedLanguage,
  TYPE.byteCodeReference,
  TYPE.byteCodeDefinition,
]);

/** ReadBCLang: a reference, or a definition and cells of its own kind. */
function byteCodeCell(walk: Walk, given: number, first?: Named): void {
  const { input } = walk;
  if (given === TYPE.byteCodeReference) {
    input.integer();
    return;
  }
  let type = given;
  if (type === TYPE.byteCodeDefinition) {
    input.integer();
    type = input.integer() & 0xff;
  }
  if (!BYTE_CODE_CELLS.has(type)) {
    item(walk);
    return;
  }
  const attributed = type === TYPE.attributedList || type === TYPE.attributedLanguage;
  const isCall = type === TYPE.language || type === TYPE.attributedLanguage;
  const pair = isCall ? callSteps(walk, byteCodeItem) : [() => byteCodeItem(walk, first), () => byteCodeItem(walk)];
  later(walk, ...(attributed ? [() => item(walk)] : []), () => item(walk), ...pair);
}

function byteCodeItem(walk: Walk, named?: Named, first?: Named): void {
  const type = walk.input.integer() & 0xff;
  if (BYTE_CODE_CELLS.has(type)) byteCodeCell(walk, type, first);
  else item(walk, named);
}
