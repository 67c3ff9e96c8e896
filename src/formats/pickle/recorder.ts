import type { PickleCall, PickleImport, PickleValue } from './facts.ts';
import { factsOf, spell, spellCall, spellResult } from './render.ts';
import { type GlobalValue, globalValue, lookUpKey, type ResultValue, type Value } from './values.ts';

/** Up to here calls are told apart by their arguments, then by the shape of these: floods say nothing new. */
const EXACT_CALLS = 20_000;
/** Beyond either a program is not listed whole. The largest genuine one seen has some 10,000 calls of 40 globals. */
const MOST_CALLS = 40_000;
const MOST_IMPORTS = 20_000;
/** Texts up to here are part of a shape: names of codecs, types and layouts. */
const SHAPE_TEXT = 24;
/** Items of which no rule counts how many there are. */
const MANY = 6;
/** Sides of arrays, and counts of what is kept. */
const SMALL = 2 ** 16;

/** Writes down what one program looks up and calls. */
export interface Recorder {
  lookUp(module: string | null, name: string | null, opcode: string, offset: number): GlobalValue;
  /** Notes which of these values are globals that are handed on. */
  refer(values: readonly Value[]): void;
  /** Something is called; `total` is how many arguments there are when `values` are only the first. */
  call(call: CallToRecord): ResultValue;
  /** How often something was looked up and called, and the last of each: for a listing. */
  lookedUp(): number;
  made(): number;
  lastLookUp(): GlobalValue | null;
  lastCall(): string | null;
  imports(): PickleImport[];
  calls(): PickleCall[];
  /** Whether there was more than is written down. */
  overflowed(): boolean;
}

export interface CallToRecord {
  readonly form: string;
  readonly callee: Value;
  /** What is called on the callee, when it is not the callee itself: `__setstate__`. */
  readonly method?: string;
  readonly values: readonly Value[];
  readonly total: number;
  readonly offset: number;
  /** The class of which the call makes an instance, when it is not the callee. */
  readonly makes?: Value;
}

interface Seen {
  readonly global: GlobalValue;
  called: boolean;
  referred: boolean;
}

export function createRecorder(): Recorder {
  const imports = new Map<string, Seen>();
  const calls = new Map<string, PickleCall>();
  let overflowed = false;
  const counts = { lookUps: 0, calls: 0 };
  let lastLookUp: GlobalValue | null = null;
  let lastCall: string | null = null;

  const lookUp: Recorder['lookUp'] = (module, name, opcode, offset) => {
    const key = lookUpKey(module, name, opcode);
    const known = imports.get(key);
    counts.lookUps += 1;
    lastLookUp = known?.global ?? null;
    if (known !== undefined) return known.global;
    const global = globalValue(module, name, opcode, offset);
    lastLookUp = global;
    if (imports.size < MOST_IMPORTS) imports.set(key, { global, called: false, referred: false });
    else overflowed = true;
    return global;
  };

  const call: Recorder['call'] = ({ form, callee, method, values, total, offset, makes }) => {
    const called = describe(callee);
    if (called.root !== null) {
      const seen = imports.get(called.root.key);
      if (seen !== undefined) seen.called = true;
    }
    const facts = factsOf(values, total);
    const spelt = facts.map(spell);
    const text = spellCall(method === undefined ? called.text : `${called.text}.${method}`, spelt);
    counts.calls += 1;
    lastCall = text;
    const told = calls.size < EXACT_CALLS ? spelt : facts.map(shapeOf);
    const key = `${form}|${called.kind}|${called.callee}|${told.join('|')}`;
    if (!calls.has(key)) {
      if (calls.size < MOST_CALLS) calls.set(key, callFact(form, called, facts, offset, text));
      else overflowed = true;
    }
    // An instance made by a helper of copyreg is the class's own.
    const maker = makes === undefined ? called : describe(makes);
    return { kind: 'result', root: maker.root, depth: maker.depth + 1, of: maker.callee, text: spellResult(text) };
  };

  return {
    lookUp,
    refer: (values) => markReferred(imports, values),
    call,
    lookedUp: () => counts.lookUps,
    made: () => counts.calls,
    lastLookUp: () => lastLookUp,
    lastCall: () => lastCall,
    imports: () => [...imports.values()].map(importFact),
    calls: () => [...calls.values()],
    overflowed: () => overflowed,
  };
}

function markReferred(imports: ReadonlyMap<string, Seen>, values: readonly Value[]): void {
  for (const value of values) {
    if (typeof value !== 'object' || value === null || value.kind !== 'global') continue;
    const seen = imports.get(value.key);
    if (seen !== undefined) seen.referred = true;
  }
}

interface Described {
  readonly kind: PickleCall['calleeKind'];
  readonly callee: string;
  readonly text: string;
  readonly root: GlobalValue | null;
  readonly depth: number;
}

const UNKNOWN_CALLEE = 120;

function describe(callee: Value): Described {
  if (typeof callee === 'object' && callee !== null) {
    if (callee.kind === 'global') {
      const { path } = callee;
      return { kind: 'global', callee: path, text: path, root: callee, depth: 0 };
    }
    if (callee.kind === 'result') {
      const of = `result of ${callee.of}`.slice(0, UNKNOWN_CALLEE);
      return { kind: 'result', callee: of, text: callee.text, root: callee.root, depth: callee.depth };
    }
  }
  const text = factsOf([callee], 1).map(spell).join('').slice(0, UNKNOWN_CALLEE);
  return { kind: 'unknown', callee: text, text, root: null, depth: 0 };
}

function callFact(
  form: string,
  called: Described,
  facts: readonly PickleValue[],
  offset: number,
  text: string,
): PickleCall {
  // Only what a global itself returned is named after it: deeper in a chain nobody knows.
  const root = called.depth <= 1 ? called.root : null;
  return {
    callee: called.callee,
    calleeKind: called.kind,
    module: root?.module ?? null,
    name: root?.name ?? null,
    form,
    arguments: facts,
    offset,
    text,
  };
}

function importFact({ global, called, referred }: Seen): PickleImport {
  const { module, name, opcode, offset } = global;
  return { module, name, opcode, offset, called, referred };
}

function shapeOf(fact: PickleValue): string {
  if (fact.kind === 'constant') {
    return typeof fact.value === 'string' && fact.value.length <= SHAPE_TEXT ? `'${fact.value}'` : typeof fact.value;
  }
  if (fact.kind === 'collection') {
    const kinds = fact.items.map((item, at) => (fact.type === 'dict' && at % 2 === 0 ? shapeOf(item) : kindOf(item)));
    return `${fact.type} of ${Math.min(fact.length, MANY)}(${[...new Set(kinds)].join()})`;
  }
  if (fact.kind === 'global') return fact.name;
  return fact.kind === 'result' ? `result of ${fact.of}` : fact.kind;
}

/** What a collection holds: rules look into it for what would be called, for numbers that are not small, and for keys. */
function kindOf(item: PickleValue): string {
  if (item.kind === 'global') return item.name;
  if (item.kind === 'result') return `result of ${item.of}`;
  if (item.kind === 'collection') return item.type;
  if (item.kind !== 'constant') return item.kind;
  return typeof item.value === 'number' && Math.abs(item.value) > SMALL ? 'large' : typeof item.value;
}
