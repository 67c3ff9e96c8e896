import { OverBudgetError } from '../../kernel/budget.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Value } from './values.ts';

/** The memo, by the C unpickler's rules: any index may be put, and `memoize` takes the number of entries there are. */
export interface Memo {
  get(index: number): Value | undefined;
  put(index: number, value: Value): void;
  memoize(value: Value): void;
  /** How many entries there are. */
  size(): number;
}

/** A cell beyond what genuine picklers count to. */
export class FarCellError extends OverBudgetError {}

/** The C unpickler allocates twice as many cells as the highest index asks for; picklers count from nought. */
const FARTHEST = 2 * LIMITS.pickleMemo;

export function createMemo(): Memo {
  // Indices come in order from genuine picklers; the rest goes to a map, so that one huge index costs one entry.
  const dense: Value[] = [];
  let sparse: Map<number, Value> | null = null;
  const size = (): number => dense.length + (sparse?.size ?? 0);
  const put = (index: number, value: Value): void => {
    if (index > FARTHEST) throw new FarCellError(`memo cell ${index}, for which an unpickler sets memory aside`);
    if (index < dense.length) dense[index] = value;
    else if (index === dense.length) {
      sparse?.delete(index);
      dense.push(value);
    } else {
      sparse ??= new Map();
      sparse.set(index, value);
    }
    if (size() > LIMITS.pickleMemo) {
      throw new OverBudgetError(`more than ${LIMITS.pickleMemo} memo cells`);
    }
  };
  return {
    get: (index) => (index < dense.length ? dense[index] : sparse?.get(index)),
    put,
    memoize: (value) => put(size(), value),
    size,
  };
}

/** A memo that goes on from where another is, and leaves that as it was. */
export function memoOver(below: Memo): Memo {
  const own = createMemo();
  let added = 0;
  const put = (index: number, value: Value): void => {
    const isNew = own.get(index) === undefined && below.get(index) === undefined;
    own.put(index, value);
    if (isNew) added += 1;
  };
  const size = (): number => below.size() + added;
  return { get: (index) => own.get(index) ?? below.get(index), put, memoize: (value) => put(size(), value), size };
}
