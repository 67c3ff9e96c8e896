import { byVersion, newestOf, operatorKey } from './by-version.ts';
import { TYPE_SETS, TYPES_BY_OPERATOR } from './type-table.ts';

/** What types a node's outputs have (0 where nothing tells), or what is wrong with those of its inputs. */
export interface Typing {
  readonly problem: string | null;
  readonly outputs: readonly number[];
}

/** A value of an operator: of a letter's type, of one type, or whatever it is. */
interface Place {
  readonly letter: string | null;
  /** Each value has a type of its own. */
  readonly own: boolean;
  /** 0 where it is a letter's. */
  readonly type: number;
}

interface Row {
  readonly since: number;
  readonly inputs: readonly Place[];
  readonly outputs: readonly Place[];
  readonly sets: ReadonlyMap<string, ReadonlySet<number>>;
}

const rowsOf = byVersion(TYPES_BY_OPERATOR, parse);
const sets: ReadonlySet<number>[] = [];

/** Holds the types of a node's inputs (0: not known) to what its operator takes; null where it is not known. */
export function typingOf(
  domain: string,
  operator: string,
  version: number,
  inputs: readonly number[],
  outputs: number,
): Typing | null {
  const row = newestOf(rowsOf(operatorKey(domain, operator)), version);
  if (row === undefined) return null;
  const bound = new Map<string, number>();
  for (const [index, type] of inputs.entries()) {
    const place = row.inputs[Math.min(index, row.inputs.length - 1)];
    if (type === 0 || place === undefined) continue;
    const problem = unfit(row, place, type, bound);
    if (problem !== null) return { problem: `is given ${problem} as input ${index + 1}`, outputs: [] };
  }
  const made = Array.from({ length: outputs }, (_, index) => {
    const place = row.outputs[Math.min(index, row.outputs.length - 1)];
    if (place === undefined || place.own) return 0;
    return place.letter === null ? place.type : (bound.get(place.letter) ?? onlyOf(row.sets.get(place.letter)));
  });
  return { problem: null, outputs: made };
}

/** The type of a set that has one. */
function onlyOf(set: ReadonlySet<number> | undefined): number {
  const [first = 0, second] = set ?? [];
  return second === undefined ? first : 0;
}

function unfit(
  { sets: known }: Row,
  { letter, own, type: fixed }: Place,
  type: number,
  bound: Map<string, number>,
): string | null {
  if (letter === null) return fixed === 0 || fixed === type ? null : `values of type ${type} instead of ${fixed}`;
  if (known.get(letter)?.has(type) === false) return `values of type ${type}`;
  const before = own ? type : (bound.get(letter) ?? type);
  if (before !== type) return `values of type ${type} beside ${before}`;
  bound.set(letter, type);
  return null;
}

function parse(text: string): Row {
  const [since = '', inputs = '', outputs = '', ...own] = text.split(' ');
  const letters = own.map((each, index) => [String.fromCharCode(65 + index), setAt(Number(each))] as const);
  return { since: Number(since), inputs: placesOf(inputs), outputs: placesOf(outputs), sets: new Map(letters) };
}

function placesOf(text: string): readonly Place[] {
  return [...text.matchAll(/([A-Z])(~?)|=(\d+)\.|\?/g)].map(([, letter, own, type]) => ({
    letter: letter ?? null,
    own: own === '~',
    type: Number(type ?? 0),
  }));
}

function setAt(index: number): ReadonlySet<number> {
  const known = sets[index] ?? new Set((TYPE_SETS[index] ?? '').split(',').flatMap(membersOf));
  sets[index] = known;
  return known;
}

function membersOf(range: string): readonly number[] {
  const [first = 0, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
