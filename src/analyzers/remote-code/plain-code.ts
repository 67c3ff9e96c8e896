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
  const allowed = GUARDED.get(module);
  const everything = tokens.some(({ text }) => text === '*');
  return (
    allowed === undefined ||
    (!everything && names.slice(names.indexOf('import') + 1).every((name) => allowed.has(name)))
  );
}

/** The dotted names between commas, without what they are called here. */
function modulesIn(tokens: readonly Token[]): readonly string[] {
  const text = tokens.map((token) => (token.text === 'as' ? ' ' : nameOf(token))).join('');
  return text.split(',').map((part) => part.split(' ')[0] ?? '');
}

function mayImport(module: string, statement: readonly Token[]): boolean {
  const root = module.split('.')[0] ?? '';
  if (GUARDED.has(root) && statement.some(({ text }) => text === 'as')) return false;
  if (HARMLESS_PAIRS.has(module)) return true;
  return isStandardLibrary(root) ? HARMLESS_MODULES.has(root) : !POWERFUL_PACKAGES.has(root);
}

function isPlainToken(tokens: readonly Token[], { kind, text }: Token, at: number): boolean {
  if (kind === 'string') return isPlainString(text);
  return kind !== 'name' || isPlainName(tokens, at, text.normalize('NFKC'));
}

function isPlainName(tokens: readonly Token[], at: number, name: string): boolean {
  const [before, after] = [tokens[at - 1]?.text, tokens[at + 1]?.text];
  if (MIXED.test(name)) return false;
  if (name === 'load' && after === '(' && /^["']https?:/.test(tokens[at + 2]?.text ?? '')) return false;
  const names = [before === '.' ? nameOf(tokens[at - 2]) : '', name, after === '.' ? nameOf(tokens[at + 2]) : ''];
  if (isDenied(names, 1)) return false;
  if (/^__\w*__$/.test(name)) return before === 'def' || PLAIN_DUNDERS.has(name);
  if (before === '.') return name !== 'eval' || after !== '(' || tokens[at + 2]?.text === ')';
  if (DENIED_BARE.has(name)) return false;
  if (name === 'vars') return after === '(' && OWN.has(nameOf(tokens[at + 2])) && tokens[at + 3]?.text === ')';
  if (name === 'getattr') return looksUpPlainly(tokens, at);
  if (name === 'trust_remote_code') return after !== '=' || tokens[at + 2]?.text === 'False';
  const allowed = GUARDED.get(name);
  return allowed === undefined || (after === '.' && allowed.has(nameOf(tokens[at + 2])));
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

/** `getattr(x, 'name')`, with a name that might stand behind a dot too; any name of what is the program's own. */
function looksUpPlainly(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.text !== '(') return false;
  if (OWN.has(nameOf(tokens[at + 2])) && tokens[at + 3]?.text === ',') return true;
  const comma = firstComma(tokens, at + 1);
  const [name, end] = [tokens[comma + 1], tokens[comma + 2]?.text];
  const looked = /^["'](\w+)["']$/.exec(name?.text ?? '')?.[1];
  return looked !== undefined && (end === ',' || end === ')') && !DENIED.has(looked) && !GUARDED.has(looked);
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
