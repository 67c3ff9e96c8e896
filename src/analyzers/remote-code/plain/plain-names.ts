import type { Token } from '../../../formats/python/tokens.ts';
import type { Bindings } from './plain-bindings.ts';
import { CLIENTS, VERBS } from './plain-clients.ts';
import { DENIED, DENIED_BARE, GUARDED, HARMLESS_PAIRS, isOwnDunder, OWN, REACHED } from './plain-code-words.ts';
import {
  asksForRows,
  isDetailOnly,
  isErrorDetail,
  isLookedFor,
  isOfModules,
  isOriginal,
  isPlaceOfCode,
} from './plain-details.ts';

/** What is known of a file as a whole when one of its names is judged. */
export interface Source extends Bindings {
  /** Whether it holds pieces of which names of Python's inside can be put together. */
  readonly spells: boolean;
  /** Functions and classes that it defines. */
  readonly own: ReadonlySet<string>;
  /** Functions of its own, at the top and before anything else of that name, that are called like Python's. */
  readonly shadows: ReadonlySet<string>;
  /** Whether it may ask services: those of its own machine. */
  readonly mayAsk: boolean;
  /** Names that hold what a parser of answers gave, and nothing else. */
  readonly answers: ReadonlySet<string>;
  /** Parameters that stand for `sys`. */
  readonly details: ReadonlySet<string>;
  /** Whether it holds a text that is an import: the line that a path file runs. */
  readonly writesImport: boolean;
}

/** Whether a name, where it stands, starts, connects, evaluates and removes nothing, and leads to nothing that does. */
export function isPlainName(tokens: readonly Token[], at: number, name: string, source: Source): boolean {
  const [before, after] = [tokens[at - 1]?.text, tokens[at + 1]?.text];
  if (MIXED.test(name)) return false;
  if (LOADS.test(name) && after === '(' && /^["'](?:https?|ftp|s3):/.test(tokens[at + 2]?.text ?? '')) return false;
  if (REACHED.has(name)) return isNamedOnly(tokens, at);
  if (isLookedAt(tokens, at)) return true;
  const names = [before === '.' ? nameOf(tokens[at - 2]) : '', name, after === '.' ? nameOf(tokens[at + 2]) : ''];
  if (isPlaceOfCode(tokens, at) || isSwitch(tokens, at)) return true;
  if (isDenied(names, 1) || isOfModules(tokens, at, source) || isOriginal(tokens, at, source)) return false;
  // Of another package, or behind a name that nobody imported here.
  if (CLIENTS.has(name) && after === '.' && VERBS.has(nameOf(tokens[at + 2])) && (!source.mayAsk || before === '.'))
    return false;
  if (source.details.has(name) && !isDetailOnly(tokens, at)) return false;
  if (SETS.has(name) && before !== 'def') return setsPlainly(tokens, at, source);
  if (/^__\w*__$/.test(name)) return before === 'def' || isOwnDunder(name) || isOwnTable(tokens, at);
  const allowed = isOwnValue(name, before, source) ? undefined : GUARDED.get(name);
  if (allowed !== undefined && isErrorDetail(tokens, at)) return true;
  // `hydra.utils.to_absolute_path`
  if (name === 'hydra' && after === '.' && nameOf(tokens[at + 2]) === 'utils')
    return tokens[at + 3]?.text === '.' && GUARDED.get('hydra.utils')?.has(nameOf(tokens[at + 4])) === true;
  if (allowed !== undefined && (after !== '.' || !allowed.has(nameOf(tokens[at + 2])))) return false;
  if (name === 'fire' && allowed !== undefined) return firesPlainly(tokens, at, source);
  if (before === '.')
    return !EVALUATES.has(name) || after !== '(' || isHarmlessCall(tokens, at) || asksForRows(tokens, at, source);
  if (DENIED_BARE.has(name)) return source.shadows.has(name) || isSettingOnly(tokens, at) || isLookedFor(tokens, at);
  if (name === 'vars')
    return (
      isPrinted(tokens, at) ||
      (/^\*{1,2}$/.test(tokens[at - 1]?.text ?? '') && isOfOwn(tokens, at)) ||
      isOfAnswers(tokens, at, source)
    );
  if (name === 'getattr') return looksUpPlainly(tokens, at, source);
  return name !== 'trust_remote_code' || after !== '=' || !/^(?:True|1)$/.test(tokens[at + 2]?.text ?? '');
}

/** `fire.Fire(main)`, of a function of the file and nothing else: a command that it is given is one that somebody chose for it. */
function firesPlainly(tokens: readonly Token[], at: number, { own, imported, handsModulesOn }: Source): boolean {
  const [open, name = '', close] = tokens.slice(at + 3, at + 6).map(nameOf);
  return open === '(' && close === ')' && own.has(name) && !imported.has(name) && !handsModulesOn;
}

/** A value of the file's own that is called like a module which it does not import: `signal = np.full(8, 1.0)`. */
function isOwnValue(name: string, before: string | undefined, { imported, rebound }: Source): boolean {
  // What has such a name without an import, or behind a dot, is no library: `self.requests`.
  if (CLIENTS.has(name) && (before === '.' || !imported.has(name))) return true;
  if (before !== '.' && imported.get(name) === 'scipy.signal') return !rebound.has(name);
  return before !== '.' && rebound.has(name) && !imported.has(name) && !imported.has('*');
}

/** `hasattr(sys, 'frozen')`, `getattr(sys, 'frozen', False)`: how a program asks whether it was packed. */
function isLookedAt(tokens: readonly Token[], at: number): boolean {
  if (nameOf(tokens[at]) !== 'sys' || tokens[at - 1]?.text !== '(' || tokens[at + 1]?.text !== ',') return false;
  const [by, name] = [nameOf(tokens[at - 2]), tokens[at + 2]];
  if (name?.kind !== 'string' || tokens[at - 3]?.text === '.') return false;
  if (by === 'hasattr') return tokens[at + 3]?.text === ')';
  return by === 'getattr' && /^["'](?:frozen|_MEIPASS|real_prefix|base_prefix)["']$/.test(name.text);
}

/** `f(spawn=True)`: a setting of what is called, by a name that functions have. */
function isSwitch(tokens: readonly Token[], at: number): boolean {
  const isGiven = /^[(,]$/.test(tokens[at - 1]?.text ?? '') && tokens[at + 1]?.text === '=';
  return isGiven && nameOf(tokens[at]) === 'spawn' && /^(?:True|False)$/.test(tokens[at + 2]?.text ?? '');
}

/** `compile = True`, `compile: bool = False`, `f(compile=x)`, `if compile:`: a setting of the file's own, that is not handed on or called. */
function isSettingOnly(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1]?.text ?? '', tokens[at + 1]?.text ?? ''];
  const isGiven = after === '=' && tokens[at + 2]?.text !== '=';
  if (at === 0) return after === ':' || (isGiven && isConstant(tokens.slice(2)));
  if (isGiven) return before === '(' || before === ',';
  return /^(?:if|elif|and|or|not|while)$/.test(before) && /^(?:and|or|:)?$/.test(after);
}

function isConstant([value, ...rest]: readonly Token[]): boolean {
  const isWord = /^(?:True|False|None)$/.test(value?.text ?? '');
  return rest.length === 0 && value !== undefined && (isWord || value.kind === 'string' || /^\d/.test(value.text));
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

/** `f(config=vars(args))`, where these are what a parser of answers gave, and nothing else in the file. */
function isOfAnswers(tokens: readonly Token[], at: number, { answers, handsModulesOn }: Source): boolean {
  const [open, name, close] = tokens.slice(at + 1, at + 4).map(nameOf);
  if (open !== '(' || close !== ')' || !answers.has(name ?? '') || handsModulesOn) return false;
  const isKept = at === 2 || /^[(,]$/.test(tokens[at - 3]?.text ?? '');
  return tokens[at - 1]?.text === '=' && isKept && /^[),]?$/.test(tokens[at + 4]?.text ?? '');
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

/** What gives or takes an attribute by its name. */
const SETS = new Set(['setattr', 'delattr', '__setattr__', '__delattr__']);

/** Only of the file's own things: what is imported is what others call. */
function setsPlainly(tokens: readonly Token[], at: number, { imported, handsModulesOn, rebound }: Source): boolean {
  const [owner, dot, bracket, given] = [tokens[at - 2], tokens[at - 1]?.text, tokens[at + 1]?.text, tokens[at + 2]];
  if (bracket !== '(' || given === undefined) return false;
  const isOwn = nameOf(given) === 'self' && !rebound.has('self');
  if (nameOf(tokens[at]).startsWith('__'))
    return dot === '.' && (tokens[at - 4]?.text === 'super' || (/^(?:object|super)$/.test(nameOf(owner)) && isOwn));
  if (dot === '.' || given.kind !== 'name' || imported.has(nameOf(given))) return false;
  return isOwn || !handsModulesOn;
}

/** Modules whose members are called by their names elsewhere in a file, where they are imported under these. */
const LOOKED_INTO: ReadonlyMap<string, string> = new Map([
  ['torch', 'torch'],
  ['np', 'numpy'],
  ['transformers', 'transformers'],
  ['diffusers', 'diffusers'],
]);
/** Modules of layers and functions of numbers: what has a name in them may be called. */
const CALLED_INTO = new Set(['torch.nn', 'torch.nn.functional', 'torch.optim']);

/** Whether a name in which another is looked up is what it says, and nothing is done with what is found that leads further. */
function isLookedInto(tokens: readonly Token[], at: number, close: number, source: Source): boolean {
  const into = nameOf(tokens[at + 2]);
  if (source.rebound.has(into)) return false;
  if (into === 'self') return !source.handsModulesOn;
  const module = source.imported.get(into) ?? '';
  const mayCall = CALLED_INTO.has(module);
  if (!mayCall && LOOKED_INTO.get(into) !== module) return false;
  const after = tokens[close + 1]?.text;
  if (after === '.' || (after === '(' && !mayCall)) return false;
  const before = tokens[at - 1]?.text;
  if (mayCall || before === 'return') return true;
  // Handed to something else than a setting, it may be called there.
  if (before === '(') return CASTS.has(nameOf(tokens[at - 2]));
  const name = nameOf(tokens[at - 2]);
  // A setting, or one name and no more: `x = y = …` and `self.x = …` have others.
  if (at !== 2 && !/^[(,]$/.test(tokens[at - 3]?.text ?? '')) return false;
  return before === '=' && !source.called.has(name) && !source.lookedInto.has(name);
}

/** What is handed a type of numbers. */
const CASTS = new Set(['to', 'type', 'astype', 'set_default_dtype']);

/**
 * `getattr(x, 'name')`, with a name that might stand behind a dot too, or one whose beginning says that it is none of those;
 * a name that a setting gives, of the file's own object or of a library's module, where both are what they are called.
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
  if (source.spells || comma !== at + 3 || !isGivenName(tokens, comma + 1)) return false;
  return isLookedInto(tokens, at, closing(tokens, at + 1), source);
}

function isReached(name: string): boolean {
  return DENIED.has(name) || REACHED.has(name) || GUARDED.has(name);
}

/** `name`, `self.kind`, `args.dtype`: a name that is not put together here, and no bracket behind the call that asks for it. */
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

/** Where the bracket that stands at `open` is closed; beyond the end when it is not. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let place = open; place < tokens.length; place++) {
    const text = tokens[place]?.text ?? '';
    if (text === '(' || text === '[' || text === '{') depth += 1;
    if (text === ')' || text === ']' || text === '}') depth -= 1;
    if (depth === 0) return place;
  }
  return tokens.length;
}

export function nameOf(token: Token | undefined): string {
  return token?.text.normalize('NFKC') ?? '';
}
