import type { Flaw } from './element-types.ts';
import type { PickleFlaw } from './facts.ts';
import { isPlainFormula } from './formulas.ts';
import { type CollectionValue, isCollection, type Value } from './values.ts';

/** Attributes through which an object becomes another. Setting them by slots changes the object (`setattr`). */
const REACHING: ReadonlySet<string> = new Set(
  ['class', 'dict', 'call', 'setstate', 'reduce', 'reduce_ex', 'getattr', 'getattribute', 'setattr', 'del', 'init']
    .concat(['new', 'globals', 'code', 'builtins', 'bases', 'mro', 'subclasses', 'closure', 'func', 'self'])
    .map((name) => `__${name}__`),
);
const UNDERSCORE = '_'.charCodeAt(0);

/** The text that `rv_generic.__setstate__` runs (scipy/stats/_distn_infrastructure.py 1.17, parse_arg_template). */
const TEMPLATE = '_parse_arg_template';
const GENUINE_TEMPLATE = new RegExp(
  [
    String.raw`^\ndef _parse_args\(self, ((?:[A-Za-z_]\w*, )*) (loc=0(?:, scale=1)?)\):`,
    String.raw`    return \(\1\), (loc, (?:scale|1))`,
    '',
    String.raw`def _parse_args_rvs\(self, \1 \2, size=None\):`,
    String.raw`    return self\._argcheck_rvs\(\1 \3, size=size\)`,
    '',
    String.raw`def _parse_args_stats\(self, \1 \2, moments='mv'\):`,
    String.raw`    return \(\1\), \3, moments\n$`,
  ].join('\n'),
);

/** Looks at one key and value that come into a dict. */
export function noteKey(dict: CollectionValue, key: Value, value: Value): void {
  if (typeof key !== 'string') {
    if (dict.keys?.runs === undefined) dict.keys = { runs: 'a key that is no text', ...dict.keys };
    return;
  }
  if (FORMULA_KEYS.has(key)) dict.keys = { runs: `a formula to be evaluated (${key})`, ...dict.keys };
  if (key === 'formula') noteFormula(dict, value);
  if (key === 'expr') noteFactor(dict, value);
  if (key === '_code' || key === 'code') noteCode(dict, value);
  if (key.charCodeAt(0) !== UNDERSCORE) return;
  if (REACHING.has(key)) dict.keys = { reaches: key, ...dict.keys };
  if (key !== TEMPLATE) return;
  if (typeof value === 'string' && GENUINE_TEMPLATE.test(value)) return;
  dict.keys = { runs: `a ${TEMPLATE} of its own`, ...dict.keys };
}

/** Arrays on a disk: whoever calls the class opens a file. The wrapper of joblib names it as the kind of its array. */
const MAPPED = /^numpy\.(?:(?:_?core\.memmap\.)?memmap)$/;

/** Flaws of one kind that are told. */
const MOST_TOLD = 1000;

/** Tells, of keys and values, of the class that opens files when it is called, held as anything but a kind of array. */
export function noteOpeners(flaws: PickleFlaw[], pairs: readonly Value[], offset: number): void {
  for (let index = 1; index < pairs.length; index += 2) {
    if (pairs[index - 1] !== 'subclass') noteOpener(flaws, pairs[index], offset);
  }
}

/** The same of one value. */
export function noteOpener(flaws: PickleFlaw[], value: Value | undefined, offset: number): void {
  if (typeof value !== 'object' || value === null || value.kind !== 'global') return;
  const name = value.path;
  if (MAPPED.test(name) && flaws.length < MOST_TOLD)
    flaws.push({ kind: 'attribute', sure: false, why: `${name} as what is to be called`, offset });
}

/** `body.get('_code') or body['code']` is run (torch/fx/graph_module.py): where both stand, or one twice, either may be. */
function noteCode(dict: CollectionValue, value: Value): void {
  const text = typeof value === 'string' || (typeof value === 'object' && value?.kind === 'text') ? value : null;
  dict.keys = { ...dict.keys, code: dict.keys?.code === undefined ? text : null };
}

/** Where a formula stands twice, the plain one may be the one that is not evaluated. */
function noteFormula(dict: CollectionValue, value: Value): void {
  const plain = typeof value === 'string' && isPlainFormula(value);
  dict.keys = { ...dict.keys, formula: plain && dict.keys?.formula !== 'computes' ? 'plain' : 'computes' };
}

function noteFactor(dict: CollectionValue, value: Value): void {
  const plain = typeof value === 'string' && isPlainFormula(value);
  dict.keys = { ...dict.keys, factor: plain && dict.keys?.factor !== 'computes' ? 'plain' : 'computes' };
}

const DISTRIBUTION =
  /^(?:scipy\.stats\._(?:continuous_distns|discrete_distns|distn_infrastructure)|statsmodels\.distributions\.discrete)\.(?!\w*_frozen$)\w+$/;

/** `ModelData.__setstate__` of statsmodels evaluates `formula`, which is Python, when one of these is there (base/data.py). */
const FORMULA_KEYS: ReadonlySet<string> = new Set(['restore_design_info', 'restore_model_spec']);
/** Evaluated where the model is used (formulaic/materializers/base.py). */
const FACTOR = 'formulaic.parser.types.factor.Factor';
const FORMULA_DATA = /^statsmodels\.base\.data\.\w+$/;

/** What is wrong with a state that is set on what `maker` made: a dict, or a tuple of a dict and slots. */
export function stateFlaw(maker: string, state: Value): Flaw | null {
  const dicts = isCollection(state) && state.type === 'tuple' ? state.items : [state];
  for (const dict of dicts) {
    if (!isCollection(dict) || dict.keys === undefined) continue;
    const { reaches, runs, formula, factor } = dict.keys;
    if (DISTRIBUTION.test(maker) && runs !== undefined)
      return { kind: 'code', sure: true, why: `a state with ${runs}` };
    if (FORMULA_DATA.test(maker) && runs !== undefined && formula !== 'plain')
      return { kind: 'code', sure: false, why: `a state with ${runs}` };
    if (maker === FACTOR && factor === 'computes')
      return { kind: 'code', sure: false, why: 'a formula that does more than name columns' };
    if (reaches !== undefined) return { kind: 'attribute', sure: false, why: `a state that sets ${reaches}` };
  }
  return null;
}
