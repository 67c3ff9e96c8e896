import type { PickleSetting } from './settings.ts';

/** A value on the symbolic stack, as far as it is known. Nested at most a few levels; deeper ones are `opaque`. */
export type PickleValue =
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  /** A whole number that a double cannot hold, in decimal. */
  | { readonly kind: 'integer'; readonly digits: string }
  | { readonly kind: 'bytes'; readonly length: number; readonly preview: string }
  | {
      readonly kind: 'collection';
      readonly type: 'tuple' | 'list' | 'dict' | 'set' | 'frozenset';
      /** The first few; those of a dict are key, value, key, value. */
      readonly items: readonly PickleValue[];
      readonly length: number;
    }
  | { readonly kind: 'global'; readonly name: string }
  /** What a call gave: `of` is its callee, `text` the call in one line. */
  | { readonly kind: 'result'; readonly of: string; readonly text?: string }
  | { readonly kind: 'persistent'; readonly id: string }
  | { readonly kind: 'opaque'; readonly why: string };

/** A global that the program looks up: what unpickling would import. */
export interface PickleImport {
  /** Null when the program computes it and the machine could not follow. */
  readonly module: string | null;
  readonly name: string | null;
  /** What asks: GLOBAL, STACK_GLOBAL, INST, EXT1 …, or a call that looks names up: `getattr`. */
  readonly opcode: string;
  readonly offset: number;
  /** Whether something was done with it: called, instantiated, or built upon. */
  readonly called: boolean;
  /** Whether it is also handed on as a value: an argument, an item, a state, the program's answer. */
  readonly referred: boolean;
}

/** A call that unpickling would make. */
export interface PickleCall {
  /** `module.qualname` of the callee, or a description of what is called: `result of builtins.getattr`. */
  readonly callee: string;
  readonly calleeKind: 'global' | 'result' | 'unknown';
  /** Of a `result`: of the global whose call gave it. */
  readonly module: string | null;
  readonly name: string | null;
  /** REDUCE, NEWOBJ, NEWOBJ_EX, INST, OBJ, BUILD (a `__setstate__`), APPEND(S) and SETITEM(S) on foreign objects, BINPERSID. */
  readonly form: string;
  readonly arguments: readonly PickleValue[];
  readonly offset: number;
  /** The call in one line, as Python would spell it: `posix.system('id')`. */
  readonly text: string;
}

/** One program, from its first opcode to STOP. */
export interface PickleProgram {
  readonly protocol: number;
  readonly start: number;
  /** Byte after STOP, or where a broken program breaks. */
  readonly end: number;
  readonly opcodes: number;
  /** Each global once for each opcode that asks; the offset is that of the first. */
  readonly imports: readonly PickleImport[];
  /** Equal calls once; the offset is that of the first. */
  readonly calls: readonly PickleCall[];
  /** Arrays, tensors and states that are not what they say. */
  readonly flaws: readonly PickleFlaw[];
  /** Plain data by which a trainer or a loader imports, calls or renders something. */
  readonly settings: readonly PickleSetting[];
  /** Modules of FX that it makes, which are traced anew from their code. */
  readonly graphs?: readonly PickleGraph[];
  /** Storages of tensors that it asks its loader for, by their keys, with their bytes where the type is known. */
  readonly storages?: readonly (readonly [key: string, bytes: number | null])[];
}

/** Python that unpickling runs to make a module of FX; null where it could not be followed. */
export interface PickleGraph {
  readonly source: { readonly imports: string; readonly code: string } | null;
  readonly offset: number;
}

/** What is wrong with a type of elements, a state, or the whole; `sure` when it would reach foreign memory, run code, or never end. */
export interface PickleFlaw {
  readonly kind: 'array' | 'attribute' | 'code' | 'expansion';
  readonly sure: boolean;
  readonly why: string;
  readonly offset: number;
}

/** Code that a pickle holds and that none of its programs touches. */
export interface HeldCode {
  /** What `marshal` wrote of compiled Python, or a program or library of a machine. */
  readonly kind: 'code' | 'native';
  readonly offset: number;
}

/** A file of one or more stacked pickle programs. */
export interface PickleFacts {
  readonly format: 'pickle';
  readonly programs: readonly PickleProgram[];
  /** Bytes after the last STOP that are no program. */
  readonly trailing: number;
  /** Whole programs that stand in them as bytes, and that none of them hands to what unpickles. */
  readonly held?: readonly PickleProgram[];
  /** Code of Python, and programs and libraries, that stand in them as bytes or in a text. */
  readonly codes?: readonly HeldCode[];
  /** The stacked layout of torch.save before 1.6, whose storages trail the programs. */
  readonly layout?: 'torch-legacy';
}
