import type { Input } from './input.ts';

/** What was counted on the way. */
export interface Tally {
  values: number;
  promises: number;
  byteCode: number;
  closures: number;
  activeBindings: number;
  externalPointers: number;
  weakReferences: number;
  readonly calls: Set<string>;
  /** What functions, and promises that are open, call and name. */
  readonly functions: Code;
  readonly open: Code;
  /** Names that values are bound to, in lists, frames and arguments. */
  readonly bound: Set<string>;
}

/** Code of one kind; full when it calls or names more than is kept. */
export interface Code {
  readonly calls: Set<string>;
  readonly names: Set<string>;
}

export function emptyCode(): Code {
  return { calls: new Set(), names: new Set() };
}

/** Work that is still to be done, last in, first out: the format nests by recursion, and a hostile one without end. */
export type Step = () => void;
export type Named = (name: string) => void;
export const NAMES = 1000;

export interface Walk {
  readonly input: Input;
  readonly tally: Tally;
  readonly steps: Step[];
  readonly references: string[];
  /** The code that is being walked, if any. */
  code: Code | null;
}

/** Steps with what they find counted to `code`. */
export function within(walk: Walk, code: Code, ...steps: readonly Step[]): readonly Step[] {
  let outer: Code | null = null;
  const enter: Step = () => {
    outer = walk.code;
    walk.code = code;
  };
  const leave: Step = () => {
    walk.code = outer;
  };
  return [enter, ...steps, leave];
}

export function keep(names: Set<string> | undefined, name: string): void {
  if (names !== undefined && names.size < NAMES) names.add(name);
}

export function noteCall(walk: Walk, name: string): void {
  keep(walk.tally.calls, name);
  keep(walk.code?.calls, name);
}

/** Head and arguments of a call. Natives are told with what they call, `.Call C_logit_link`, where that is a name. */
export function callSteps(walk: Walk, read: (walk: Walk, named?: Named, first?: Named) => void): readonly Step[] {
  let native = false;
  const head = (name: string): void => {
    native = name === NATIVE;
    if (!native) noteCall(walk, name);
  };
  const target = (name: string): void => {
    if (native) noteCall(walk, name === '' ? NATIVE : `${NATIVE} ${name}`);
    native = false;
  };
  return [() => read(walk, head), () => read(walk, undefined, target), () => target('')];
}

const NATIVE = '.Call';
