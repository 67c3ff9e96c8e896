/** Calls that Patsy and formulaic know by themselves, and functions of numbers. */
const CALLS: ReadonlySet<string> = new Set(
  ['C', 'Q', 'I', 'center', 'standardize', 'scale', 'Treatment', 'Sum', 'bs', 'cr', 'cc'].concat(
    ['log', 'log1p', 'log2', 'log10', 'exp', 'sqrt', 'abs', 'square', 'sin', 'cos'].map((name) => `np.${name}`),
  ),
);
/** Longer ones are not written by hand. */
const LONGEST = 4096;
/** Columns, numbers, operators, and names in quotes, read sign by sign; no powers of powers, and none of long numbers. */
const SHAPE = /^(?:\w|(?<=[\w.])\.|[\s~+\-*/:^|(),=<>]|!=|'[\w .-]*'|"[\w .-]*")*$/;
const CALL = /([A-Za-z_][\w.]*)\s*\(/g;
const DOTTED = /[A-Za-z_]\w*(?:\.\w+)+(?![\w.]*\s*\()/;
const KEYWORD = /\b(?:lambda|if|else|for|and|or|not|in|is|yield|await|async|import|from|None|True|False)\b/;

/**
 * Whether a formula of statsmodels, which is Python, does no more than name columns and transform them: evaluating it
 * calls nothing but what its own library defines, on columns.
 */
export function isPlainFormula(formula: string): boolean {
  if (formula.length > LONGEST || !SHAPE.test(formula) || KEYWORD.test(formula)) return false;
  const powers = formula.match(/\*\*|\^/g)?.length ?? 0;
  if (powers > 1 || (powers === 1 && /\d{5}/.test(formula)) || /\)\s*\(|__/.test(formula)) return false;
  const calls = [...formula.matchAll(CALL)].map(([, name]) => name ?? '');
  return calls.every((name) => CALLS.has(name)) && !DOTTED.test(formula.replace(/(['"])[^'"]*\1/g, ''));
}
