import type { Statement } from '../../../formats/python/statements.ts';
import type { Token } from '../../../formats/python/tokens.ts';
import type { Bindings } from './plain-bindings.ts';

/**
 * Parameters that are said to be `sys`: how programs hand their own exceptions the place where something broke,
 * `def __init__(self, message, detail: sys)`. What may be asked of them is what is asked of it there.
 */
export function detailsOf(statements: readonly Statement[]): ReadonlySet<string> {
  const details = new Set<string>();
  for (const { tokens } of statements)
    for (const at of tokens.keys()) if (isAnnotated(tokens, at)) details.add(textAt(tokens, at - 2));
  return details;
}

/** Names that are given what `parse_args` answers wherever they are given anything. */
export function answersOf(statements: readonly Statement[], own: ReadonlySet<string>): ReadonlySet<string> {
  const [answers, others] = [new Set<string>(), new Set<string>()];
  for (const { tokens } of statements) {
    const isAnswer =
      textAt(tokens, 1) === '=' && /^parse_(?:known_)?args$/.test(textAt(tokens, 4)) && textAt(tokens, 5) === '(';
    const asks = textAt(tokens, 1) === '=' && textAt(tokens, 3) === '(' && own.has(textAt(tokens, 2));
    if ((isAnswer && textAt(tokens, 3) === '.') || (asks && ASKS.test(textAt(tokens, 2))))
      answers.add(textAt(tokens, 0));
    else
      for (const [at, { kind }] of tokens.entries())
        if (kind === 'name' && isGivenHere(tokens, at)) others.add(textAt(tokens, at));
  }
  return new Set([...answers].filter((name) => !others.has(name)));
}

/** Functions of the file's own that ask a parser; a module that one hands on instead is seen where it does. */
const ASKS = /^_?(?:parse|get|read)_(?:cli_)?(?:args|arguments|options|opts?)$/;

/** A name before an `=` that gives it a value, or behind a word that does. */
function isGivenHere(tokens: readonly Token[], at: number): boolean {
  if (textAt(tokens, at - 1) === '.' || /^[.[]$/.test(textAt(tokens, at + 1))) return false;
  if (textAt(tokens, 0) === 'import' || textAt(tokens, 0) === 'from') return true;
  if (/^(?:as|for|def|class|global|nonlocal|del|lambda)$/.test(textAt(tokens, at - 1))) return true;
  if (/^(?::=|[-+*/|&]=)$/.test(textAt(tokens, at + 1))) return true;
  const first = tokens.findIndex(({ text }) => text === '=' || text === '(');
  return textAt(tokens, first) === '=' && at < first;
}

function isAnnotated(tokens: readonly Token[], at: number): boolean {
  if (textAt(tokens, at) !== 'sys' || textAt(tokens, at - 1) !== ':') return false;
  return textAt(tokens, 0) === 'def' && /^[,)]$/.test(textAt(tokens, at + 1));
}

/** `raise Failed(error, sys)`, `raise Failed(error, sys) from error`, and the parameter that takes it. */
export function isErrorDetail(tokens: readonly Token[], at: number): boolean {
  if (textAt(tokens, at) !== 'sys') return false;
  if (isAnnotated(tokens, at)) return true;
  const raised = textAt(tokens, 0) === 'raise' && tokens[1]?.kind === 'name' && textAt(tokens, 2) === '(';
  const ends = at + 2 === tokens.length || (textAt(tokens, at + 2) === 'from' && at + 4 === tokens.length);
  return raised && textAt(tokens, at - 1) === ',' && textAt(tokens, at + 1) === ')' && ends;
}

/** Asked where something broke, handed on whole, or given a name in a call. */
export function isDetailOnly(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [textAt(tokens, at - 1), textAt(tokens, at + 1)];
  if (before === '.') return true;
  if (textAt(tokens, 0) === 'def') return after === ':' || after === ',' || after === ')';
  if (after === '.') return textAt(tokens, at + 2) === 'exc_info';
  const isArgument = /^[,(=]$/.test(before) && /^[,)]$/.test(after);
  return isArgument || (after === '=' && /^[,(]$/.test(before));
}

/** `frame.f_code.co_filename`: the name of a file, a function, or a line. */
export function isPlaceOfCode(tokens: readonly Token[], at: number): boolean {
  const isCode = textAt(tokens, at) === 'f_code' && textAt(tokens, at - 1) === '.' && textAt(tokens, at + 1) === '.';
  return isCode && /^co_(?:filename|name|qualname|firstlineno)$/.test(textAt(tokens, at + 2));
}

/** The table of all modules, by whatever name its owner goes here; a network calls for its parts, `net.modules()`. */
export function isOfModules(tokens: readonly Token[], at: number, { rebound }: Pick<Bindings, 'rebound'>): boolean {
  if (textAt(tokens, at) !== 'modules' || textAt(tokens, at - 1) !== '.' || textAt(tokens, at + 1) === '(')
    return false;
  const owner = textAt(tokens, at - 2);
  return !/^(?:self|cls|args|opt|cfg|config)$/.test(owner) || rebound.has(owner);
}

/**
 * What `patch('module.name')` tells of what it takes the place of: its module, by `getter` and `target`, and by
 * `patch.dict('module.table')` the table itself. A property is given a getter as a decorator, and of objects that tell
 * themselves as tables, `dict` is asked without a text.
 */
export function isOriginal(tokens: readonly Token[], at: number, { imported }: Pick<Bindings, 'imported'>): boolean {
  const name = textAt(tokens, at);
  if (name === 'getter') return textAt(tokens, at - 1) === '.' && textAt(tokens, 0) !== '@';
  if (name !== 'target' && name !== 'dict') return false;
  if (textAt(tokens, at - 1) !== '.' || ![...imported.values()].some((module) => MOCKS.test(module))) return false;
  if (name === 'target') return true;
  const isAsked = textAt(tokens, at + 1) === '(' && /^(?:\)|["']os\.environ["'])$/.test(textAt(tokens, at + 2));
  return (
    !isAsked &&
    !(
      textAt(tokens, at + 1) === '(' &&
      OF_ENVIRONMENT.test(
        tokens
          .slice(at + 2, at + 5)
          .map(({ text }) => text)
          .join(''),
      )
    )
  );
}

const OF_ENVIRONMENT = /^os\.environ$/;
const MOCKS = /^(?:unittest|unittest\.mock(?:\..*)?|mock(?:\..*)?)$/;

/** `'x' in locals()`, of which nothing is taken. */
export function isLookedFor(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:locals|globals)$/.test(textAt(tokens, at)) || textAt(tokens, at - 1) !== 'in') return false;
  const loops = textAt(tokens, 0) === 'for' || tokens.slice(0, at).some(({ text }) => text === 'for');
  const closed = textAt(tokens, at + 1) === '(' && textAt(tokens, at + 2) === ')';
  return !loops && closed && !/^[.[(]$/.test(textAt(tokens, at + 3));
}

/**
 * `session.query(User, func.count(User.id))`: rows of a database, by classes that are imported or defined here. Tables of
 * pandas are asked by texts, which are code.
 */
export function asksForRows(
  tokens: readonly Token[],
  at: number,
  { imported, rebound, own }: Pick<Bindings, 'imported' | 'rebound'> & { readonly own: ReadonlySet<string> },
): boolean {
  if (textAt(tokens, at) !== 'query' || textAt(tokens, at + 1) !== '(') return false;
  let depth = 0;
  for (let place = at + 1; place < tokens.length; place++) {
    const text = textAt(tokens, place);
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth === 0) return true;
    const token = tokens[place];
    if (token?.kind === 'string') return false;
    if (token?.kind !== 'name' || textAt(tokens, place - 1) === '.') continue;
    const module = imported.get(text) ?? '';
    if (rebound.has(text) || !(imported.has(text) || own.has(text))) return false;
    if (!calls(tokens, place)) {
      if (!/^(?:[A-Z]\w*[a-z]\w*|models?|schemas?|tables|db|entities|orm)$/.test(text)) return false;
    } else if (!module.startsWith('sqlalchemy.')) return false;
  }
  return false;
}

/** Whether a name, or what stands behind its dots, is called. */
function calls(tokens: readonly Token[], at: number): boolean {
  let end = at;
  while (textAt(tokens, end + 1) === '.') end += 2;
  return textAt(tokens, end + 1) === '(';
}

function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text.normalize('NFKC') ?? '';
}
