import { isStandardLibrary } from '../../formats/python/standard-library.ts';
import { type Statement, statementsOf } from '../../formats/python/statements.ts';
import { type Token, tokensOf } from '../../formats/python/tokens.ts';
import {
  DENIED,
  DENIED_BARE,
  GUARDED,
  HARMLESS_MODULES,
  HARMLESS_PAIRS,
  OFTEN_IMPORTED,
  OWN,
  PLAIN_DUNDERS,
  POWERFUL_PACKAGES,
} from './plain-code-words.ts';

/** Longer files are not read word by word. */
const LONGEST = 512 * 1024;

/**
 * Whether a Python file starts no program, reaches no network, removes nothing and turns no text into code, by every name
 * that it has: whoever starts it runs what it says and no more. What can't be followed is not plain.
 */
export function isPlainCode(path: string, text: string): boolean {
  if (text.length > LONGEST || BIDI.test(text) || standsIn(path)) return false;
  return [...statementsOf(text)].every(isPlainStatement);
}

/** Characters that turn the direction of a line (CVE-2021-42574). */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * `torch.py` and `torch/__init__.py` are imported in the library's place by what starts beside them; a name without the
 * ending hides what the file is.
 */
function standsIn(path: string): boolean {
  const module = /(?:^|\/)([^/]+?)(?:\/__init__)?\.pyw?$/i.exec(path)?.[1];
  return module === undefined || isStandardLibrary(module) || OFTEN_IMPORTED.has(module);
}

function isPlainStatement({ tokens, cut }: Statement): boolean {
  if (cut) return false;
  const [first] = tokens;
  if (first?.text === 'from' || first?.text === 'import') return importsPlainly(tokens);
  return tokens.every((token, at) => isPlainToken(tokens, token, at));
}

function importsPlainly(tokens: readonly Token[]): boolean {
  const names = tokens.filter(({ kind }) => kind === 'name').map(nameOf);
  if (names.some((name, at) => isDenied(names, at) || DENIED_BARE.has(name))) return false;
  const relative = tokens[1]?.text === '.';
  if (tokens[0]?.text === 'import') return modulesIn(tokens.slice(1)).every((module) => mayImport(module, tokens));
  if (relative) return true;
  const [module = ''] = modulesIn(
    tokens.slice(
      1,
      tokens.findIndex(({ text }) => text === 'import'),
    ),
  );
  if (!mayImport(module, [])) return false;
  const imported = names.slice(names.indexOf('import') + 1);
  // Under another name nobody sees what is asked of it.
  if (imported.includes('as') && imported.some((name) => GUARDED.has(name))) return false;
  const allowed = GUARDED.get(module);
  const everything = tokens.some(({ text }) => text === '*');
  return allowed === undefined || (!everything && imported.every((name) => allowed.has(name)));
}

/** The dotted names between commas, without what they are called here. */
function modulesIn(tokens: readonly Token[]): readonly string[] {
  const text = tokens.map((token) => (token.text === 'as' ? ' ' : nameOf(token))).join('');
  return text.split(',').map((part) => part.split(' ')[0] ?? '');
}

function mayImport(module: string, statement: readonly Token[]): boolean {
  const [root = '', part] = module.split('.');
  if (GUARDED.has(root) && statement.some(({ text }) => text === 'as')) return false;
  if (part !== undefined && GUARDED.get(root)?.has(part) === false) return false;
  if (HARMLESS_PAIRS.has(module)) return true;
  return isStandardLibrary(root) ? HARMLESS_MODULES.has(root) : !POWERFUL_PACKAGES.has(root);
}

function isPlainToken(tokens: readonly Token[], { kind, text }: Token, at: number): boolean {
  if (kind === 'string') return isPlainString(text) && !holdsCode(tokens, at);
  return kind !== 'name' || isPlainName(tokens, at, text.normalize('NFKC'));
}

function isPlainName(tokens: readonly Token[], at: number, name: string): boolean {
  const [before, after] = [tokens[at - 1]?.text, tokens[at + 1]?.text];
  if (MIXED.test(name)) return false;
  if (name === 'load' && after === '(' && /^["']https?:/.test(tokens[at + 2]?.text ?? '')) return false;
  const names = [before === '.' ? nameOf(tokens[at - 2]) : '', name, after === '.' ? nameOf(tokens[at + 2]) : ''];
  if (isDenied(names, 1)) return false;
  if (/^__\w*__$/.test(name)) return before === 'def' || PLAIN_DUNDERS.has(name);
  const allowed = GUARDED.get(name);
  if (allowed !== undefined && (after !== '.' || !allowed.has(nameOf(tokens[at + 2])))) return false;
  if (before === '.') return !EVALUATES.has(name) || after !== '(' || isHarmlessCall(tokens, at);
  if (DENIED_BARE.has(name)) return false;
  if (name === 'vars') return isPrinted(tokens, at);
  if (name === 'getattr') return looksUpPlainly(tokens, at);
  return name !== 'trust_remote_code' || after !== '=' || tokens[at + 2]?.text === 'False';
}

/** Methods by which tables evaluate texts, where they are not a model's own: `model.eval()`, `self.query(x)`. */
const EVALUATES = new Set(['eval', 'query']);

function isHarmlessCall(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 2]?.text === ')' || (nameOf(tokens[at]) === 'query' && nameOf(tokens[at - 2]) === 'self');
}

/** `print(vars(args))` and nothing around it: whoever has the table takes a module's function out of it by a name. */
function isPrinted(tokens: readonly Token[], at: number): boolean {
  const opened = tokens.slice(0, at).filter(({ text }) => text === '(' || text === '[' || text === '{').length;
  const closed = tokens.slice(0, at).filter(({ text }) => text === ')' || text === ']' || text === '}').length;
  const call = tokens.slice(at + 1, at + 4).map(nameOf);
  return (
    tokens[0]?.text === 'print' &&
    opened - closed === 1 &&
    call[0] === '(' &&
    OWN.has(call[1] ?? '') &&
    call[2] === ')' &&
    /^[),]$/.test(tokens[at + 4]?.text ?? '')
  );
}

/** Letters that look like Latin ones, among these. */
const MIXED =
  /[A-Za-z].*[\p{Script=Cyrillic}\p{Script=Armenian}\u03bf]|[\p{Script=Cyrillic}\p{Script=Armenian}\u03bf].*[A-Za-z]/u;

/** Of names side by side: `json.loads`, `urllib.parse`. */
function isDenied(names: readonly string[], at: number): boolean {
  const name = names[at] ?? '';
  const known = [`${names[at - 1] ?? ''}.${name}`, `${name}.${names[at + 1] ?? ''}`];
  return DENIED.has(name) && !known.some((pair) => HARMLESS_PAIRS.has(pair));
}

/** `getattr(x, 'name')`, with a name that might stand behind a dot too, or one whose beginning says that it is none of those. */
function looksUpPlainly(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.text !== '(') return false;
  const comma = firstComma(tokens, at + 1);
  const [name, end] = [tokens[comma + 1]?.text ?? '', tokens[comma + 2]?.text];
  const looked = /^["'](\w+)["']$/.exec(name)?.[1];
  if (looked !== undefined && (end === ',' || end === ')')) return !DENIED.has(looked) && !GUARDED.has(looked);
  const beginning = looked !== undefined && end === '+' ? looked : /^[fF]["'](\w+)\{/.exec(name)?.[1];
  return beginning !== undefined && ![...DENIED, ...GUARDED.keys(), '__'].some((one) => one.startsWith(beginning));
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

/** Places where a written text is run later, or where secrets are. */
const SENSITIVE =
  /(?:^|[\s"'/~])(?:etc\/(?:passwd|shadow|cron|profile|sudoers|ld\.so|hosts|systemd|rc\.local)|\.(?:ssh|aws|kube|gnupg|netrc|bashrc|bash_profile|profile|zshrc|zshenv|git-credentials|docker\/config)\b)|authorized_keys|id_rsa|crontab|site-packages|sitecustomize|usercustomize|LD_PRELOAD|autostart|\.pth["']$|\/proc\/self|wallet\.dat|Login Data/i;
/** Texts that are code: what reads types from texts, or rows of a table by them, evaluates these. */
const CODE =
  /(?<![\w.])(?:eval|exec|compile|getattr|open)\s?\(|(?<![\w.])(?:os|sys|subprocess|importlib|builtins|shutil|socket)\s?\.\s?[a-z_]+\s?\(|trust_remote_code/;
/** A letter, or an underscore, by its number: nobody needs to. */
const ESCAPED_LETTER =
  /\\x(?:5f|[46][1-9a-f]|[57][0-9a])|\\[uU]0*(?:5f|[46][1-9a-f]|[57][0-9a])(?![0-9a-f])|\\1[0-7]{2}|\\N\{(?:LATIN|LOW LINE)/i;

/** Whether a text and those that stand right behind it, which are one text, are code. */
function holdsCode(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.kind === 'string') return false;
  let whole = '';
  for (let place = at; tokens[place]?.kind === 'string'; place++)
    whole += (tokens[place]?.text ?? '').replace(/^[a-zA-Z]*["']{1,3}|["']{1,3}$/g, '');
  const dunders = whole.match(/__\w+?__/g) ?? [];
  if (CODE.test(whole) || dunders.some((name) => !PLAIN_DUNDERS.has(name))) return true;
  return ESCAPED_LETTER.test(whole) && !/^[rR]/.test(tokens[at]?.text ?? '');
}

const FORMATTED = /^(?:[fFtT][rR]?|[rR][fFtT])/;
const BYTES = /^(?:[bB][rR]?|[rR][bB])/;
/** Bytes beyond this are a file of their own. */
const LONGEST_BYTES = 64;

function isPlainString(text: string): boolean {
  if (SENSITIVE.test(text) || (BYTES.test(text) && text.length > LONGEST_BYTES)) return false;
  if (!FORMATTED.test(text) || !text.includes('{')) return true;
  // Without its quotes every expression in it is read, and so are the words around them.
  const inner = [...tokensOf(text.slice(1).replace(/["'\\#]/g, ' '))].filter(({ kind }) => kind !== 'newline');
  return inner.every((token, at) => token.kind !== 'name' || isPlainName(inner, at, nameOf(token)));
}

function nameOf(token: Token | undefined): string {
  return token?.text.normalize('NFKC') ?? '';
}
