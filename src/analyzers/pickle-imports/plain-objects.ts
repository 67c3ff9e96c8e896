import type { PickleCall } from '../../formats/pickle/facts.ts';
import { isStandardLibrary } from '../../formats/python/standard-library.ts';
import { isPlain } from './plain-names.ts';
import { SHAPES } from './shapes.ts';

/** Whether a call only makes an object, as pickles of any library do: `__new__` of a class, with plain values if any. */
export function isPlainlyMade({ module, name, form, arguments: values }: PickleCall): boolean {
  if (module === null || name === null || !isClassOfLibrary(module, name)) return false;
  return (form === 'NEWOBJ' || form === 'NEWOBJ_EX') && values.every((value) => SHAPES.plain(value));
}

/** Python's own classes that are not listed serve other ends than models. */
export function isClassOfLibrary(module: string, name: string): boolean {
  return /^_*[A-Z]/.test(name) && isPlain(name) && !isStandardLibrary(module);
}

const RECONSTRUCTORS: ReadonlySet<string> = new Set(['copyreg._reconstructor', 'copy_reg._reconstructor']);

/** The classes of which protocols 0 and 1 make objects, by `object.__new__`. */
export function rebuiltIn(calls: readonly PickleCall[]): ReadonlySet<string> {
  return new Set(
    calls.flatMap(({ callee, form, arguments: [made, base] }) => {
      const plainly = form === 'REDUCE' && RECONSTRUCTORS.has(callee) && base?.kind === 'global';
      return plainly && made?.kind === 'global' && OBJECT.has(base.name) ? [made.name] : [];
    }),
  );
}

const OBJECT: ReadonlySet<string> = new Set(['builtins.object', '__builtin__.object']);
