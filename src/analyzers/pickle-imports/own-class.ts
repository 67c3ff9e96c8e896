import type { PickleCall } from '../../formats/pickle/facts.ts';
import { deniedBy } from './denied.ts';
import { isPlain } from './plain-names.ts';
import { SHAPES } from './shapes.ts';

/** The module of the program that runs: what a notebook or a script defined before it saved. */
const OWN = '__main__';

/**
 * Whether a name is a class, or a function that is only referred to, of the program itself. No file can put anything
 * there; names that say what they do may have been imported there, and are no such.
 */
export function isOwn(module: string, name: string, called: boolean): boolean {
  if (module !== OWN || !isPlain(name) || deniedBy(module, name) !== null) return false;
  return !called || /^_?[A-Z]/.test(name);
}

/**
 * Whether a call only makes an object: `__init__` is not called, a class takes plain values if any, and what is no class
 * is refused (`NEWOBJ` in Modules/_pickle.c), so that one without values may have a small letter.
 */
export function makesOwn({ module, name, form, arguments: values }: PickleCall): boolean {
  if (module === null || name === null || form !== 'NEWOBJ') return false;
  return isOwn(module, name, values.length > 0) && values.every((value) => SHAPES.plain(value));
}
