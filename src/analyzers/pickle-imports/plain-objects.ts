import type { PickleCall } from '../../formats/pickle/facts.ts';
import { isPlain } from './plain-names.ts';
import { SHAPES } from './shapes.ts';

/** Whether a call only makes an object, as pickles of any library do: `__new__` of a class, with plain values if any. */
export function isPlainlyMade({ name, form, arguments: values }: PickleCall): boolean {
  if (name === null || !isPlain(name)) return false;
  return (form === 'NEWOBJ' || form === 'NEWOBJ_EX') && values.every((value) => SHAPES.plain(value));
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
