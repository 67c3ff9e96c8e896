import type { Token } from '../../formats/python/tokens.ts';
import { DENIED, DENIED_BARE, GUARDED, HARMLESS_PAIRS, isOwnDunder, OWN, REACHED } from './plain-code-words.ts';

/** What is known of a file as a whole when one of its names is judged. */
export interface Source {
  /** Whether it holds pieces of which names of Python's inside can be put together. */
  readonly spells: boolean;
  /** Whether it holds a text that is an import: the line that a path file runs. */
  readonly writesImport: boolean;
}

/** Whether a name, where it stands, starts, connects, evaluates and removes nothing, and leads to nothing that does. */
export function isPlainName(tokens: readonly Token[], at: number, name: string, source: Source): boolean {
  const [before, after] = [tokens[at - 1]?.text, tokens[at + 1]?.text];
  if (MIXED.test(name)) return false;
  if (LOADS.test(name) && after === '(' && /^["'](?:https?|ftp|s3):/.test(tokens[at + 2]?.text ?? '')) return false;
  if (REACHED.has(name)) return isNamedOnly(tokens, at);
  const names = [before === '.' ? nameOf(tokens[at - 2]) : '', name, after === '.' ? nameOf(tokens[at + 2]) : ''];
  if (isDenied(names, 1)) return false;
  if (/^__\w*__$/.test(name)) return before === 'def' || isOwnDunder(name) || isOwnTable(tokens, at);
  const allowed = GUARDED.get(name);
  if (allowed !== undefined && (after !== '.' || !allowed.has(nameOf(tokens[at + 2])))) return false;
  if (before === '.') return !EVALUATES.has(name) || after !== '(' || isHarmlessCall(tokens, at);
  if (DENIED_BARE.has(name)) return false;
  if (name === 'vars')
    return isPrinted(tokens, at) || (/^\*{1,2}$/.test(tokens[at - 1]?.text ?? '') && isOfOwn(tokens, at));
  if (name === 'getattr') return looksUpPlainly(tokens, at, source);
  return name !== 'trust_remote_code' || after !== '=' || !/^(?:True|1)$/.test(tokens[at + 2]?.text ?? '');
}

/** Readers that fetch what they read. */
const LOADS = /^(?:load|read_pickle)$/;

/** A name of the file's own, which something else has too: given, kept, handed on, and not called. */
function isNamedOnly(tokens: readonly Token[], at: number): boolean {
  const [owner, before, after] = [tokens[at - 2]?.text ?? '', tokens[at - 1]?.text, tokens[at + 1]?.text];
  if (before === '.') return after !== '(' ? OWN.has(owner) : HARMLESS_PAIRS.has(`${owner}.${nameOf(tokens[at])}`);
  return before === 'def' || after !== '(';
}

/** `self.__dict__`: values of the file's own object. */
function isOwnTable(tokens: readonly Token[], at: number): boolean {
  return nameOf(tokens[at]) === '__dict__' && tokens[at - 1]?.text === '.' && tokens[at - 2]?.text === 'self';
}

/** Methods by which tables evaluate texts, where they are not a model's own: `model.eval()`, `self.query(x)`. */
const EVALUATES = new Set(['eval', 'query']);

function isHarmlessCall(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 2]?.text === ')' || (nameOf(tokens[at]) === 'query' && nameOf(tokens[at - 2]) === 'self');
}

/** `vars(args)` */
function isOfOwn(tokens: readonly Token[], at: number): boolean {
  const call = tokens.slice(at + 1, at + 4).map(nameOf);
  return call[0] === '(' && OWN.has(call[1] ?? '') && call[2] === ')';
}

/** `print(vars(args))` and nothing around it: whoever has the table takes a module's function out of it by a name. */
function isPrinted(tokens: readonly Token[], at: number): boolean {
  const opened = tokens.slice(0, at).filter(({ text }) => text === '(' || text === '[' || text === '{').length;
  const closed = tokens.slice(0, at).filter(({ text }) => text === ')' || text === ']' || text === '}').length;
  return (
    tokens[0]?.text === 'print' &&
    opened - closed === 1 &&
    isOfOwn(tokens, at) &&
    /^[),]$/.test(tokens[at + 4]?.text ?? '')
  );
}

/** Letters that look like Latin ones, among these. */
const MIXED =
  /[A-Za-z].*[\p{Script=Cyrillic}\p{Script=Armenian}\u03bf]|[\p{Script=Cyrillic}\p{Script=Armenian}\u03bf].*[A-Za-z]/u;

/** Of names side by side: `json.loads`, `urllib.parse`. */
export function isDenied(names: readonly string[], at: number): boolean {
  const name = names[at] ?? '';
  const known = [`${names[at - 1] ?? ''}.${name}`, `${name}.${names[at + 1] ?? ''}`];
  return (DENIED.has(name) || REACHED.has(name)) && !known.some((pair) => HARMLESS_PAIRS.has(pair));
}

/** Things whose members are the file's own, or a library's that are called by their names elsewhere in it. */
const LOOKED_INTO = new Set(['self', 'torch', 'nn', 'np', 'transformers', 'diffusers']);

/**
 * `getattr(x, 'name')`, with a name that might stand behind a dot too, or one whose beginning says that it is none of those;
 * a name that a setting gives, of the file's own object or of a library.
 */
function looksUpPlainly(tokens: readonly Token[], at: number, source: Source): boolean {
  if (tokens[at + 1]?.text !== '(') return false;
  const comma = firstComma(tokens, at + 1);
  const [name, end] = [tokens[comma + 1]?.text ?? '', tokens[comma + 2]?.text];
  const looked = /^["'](\w+)["']$/.exec(name)?.[1];
  if (looked !== undefined && (end === ',' || end === ')')) return !isReached(looked);
  const beginning = looked !== undefined && end === '+' ? looked : /^[fF]["'](\w+)\{/.exec(name)?.[1];
  if (beginning !== undefined)
    return ![...DENIED, ...REACHED, ...GUARDED.keys(), '__'].some((one) => one.startsWith(beginning));
  const into = tokens[at + 2]?.text ?? '';
  return !source.spells && comma === at + 3 && LOOKED_INTO.has(into) && isGivenName(tokens, comma + 1);
}

function isReached(name: string): boolean {
  return DENIED.has(name) || REACHED.has(name) || GUARDED.has(name);
}

/** `name`, `self.kind`, `args.dtype`: nothing is put together, and what is found is not looked into by another such name. */
function isGivenName(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (tokens[at]?.kind === 'name' && tokens[at + 1]?.text === '.') at += 2;
  if (tokens[at]?.kind !== 'name') return false;
  const end = tokens[at + 1]?.text;
  return (end === ')' && tokens[at + 2]?.text !== '[') || end === ',';
}

/** Of a call whose bracket stands at `open`; beyond the end when there is none. */
function firstComma(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let place = open; place < tokens.length; place++) {
    const text = tokens[place]?.text ?? '';
    if (text === '(' || text === '[' || text === '{') depth += 1;
    if (text === ')' || text === ']' || text === '}') depth -= 1;
    if (depth === 0 || (depth === 1 && text === ',')) return place;
  }
  return tokens.length;
}

export function nameOf(token: Token | undefined): string {
  return token?.text.normalize('NFKC') ?? '';
}
