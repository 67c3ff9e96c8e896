import { isStandardLibrary } from '../../../formats/python/standard-library.ts';
import { type Statement, statementsOf } from '../../../formats/python/statements.ts';
import type { Token } from '../../../formats/python/tokens.ts';
import { bindingsOf, replacesOthers } from './plain-bindings.ts';
import { asksOwnMachine, CLIENTS } from './plain-clients.ts';
import {
  DENIED_BARE,
  GUARDED,
  HARMLESS_MODULES,
  HARMLESS_PAIRS,
  OFTEN_IMPORTED,
  POWERFUL_PACKAGES,
} from './plain-code-words.ts';
import { answersOf, detailsOf } from './plain-details.ts';
import { isDenied, isPlainName, nameOf, type Source } from './plain-names.ts';
import { holdsCode, isPlainString } from './plain-texts.ts';

/** Longer files are not read word by word. */
const LONGEST = 512 * 1024;

/**
 * Whether a Python file starts no program, reaches no network, removes nothing and turns no text into code, by every name
 * that it has: whoever starts it runs what it says and no more. What can't be followed is not plain.
 */
export function isPlainCode(path: string, text: string): boolean {
  if (text.length > LONGEST || BIDI.test(text) || standsIn(path)) return false;
  const statements = [...statementsOf(text)];
  const bindings = bindingsOf(statements);
  const own = new Set(statements.flatMap(({ tokens }) => definedBy(tokens)));
  const source = {
    ...bindings,
    own,
    shadows: shadowsIn(statements, text),
    details: detailsOf(statements),
    mayAsk: asksOwnMachine(statements),
    answers: answersOf(statements, own),
    spells: SPELLS.test(text),
    writesImport: statements.some(writesImport),
  };
  return statements.every((one) => isPlainStatement(one, source) && !replacesOthers(one.tokens, own, bindings));
}

function writesImport({ tokens }: Statement): boolean {
  return tokens.some(({ kind, text }) => kind === 'string' && WRITES_IMPORT.test(text));
}

/** An import at the beginning of a text, of a line of it, or behind a `;`, as Python runs it from a path file. */
const WRITES_IMPORT = /(?:["']{1,3}|\\[nrtfv]|\\x[01][0-9a-f]|\\0?1[0-7])\s*(?:\\[tf])?import(?:\s|\\t|["'])/i;

/** The function or class that a statement is the head of. */
function definedBy(tokens: readonly Token[]): readonly string[] {
  const at = tokens.findIndex(({ text }, place) => place < 2 && (text === 'def' || text === 'class'));
  return at < 0 ? [] : [nameOf(tokens[at + 1])];
}

/** `def eval(model, data): …` in the first column: from there on the name is the file's own. */
function shadowsIn(statements: readonly Statement[], text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const { tokens } of statements) {
    const [first, name] = tokens;
    const start = first?.start ?? 0;
    const isFirst = start === 0 || text[start - 1] === '\n';
    const defined = isFirst && first?.text === 'def' ? nameOf(name) : '';
    // A default is computed before the name is the file's own: `def eval(x=eval(…))`.
    const once = tokens.filter((token) => nameOf(token) === defined).length === 1;
    if (DENIED_BARE.has(defined) && !seen.has(defined) && once) found.add(defined);
    for (const [at, token] of tokens.entries()) {
      if (token.kind === 'name') seen.add(nameOf(token));
      // `except E as eval` takes the name away behind its block, and a star may bring Python's again.
      if (first?.text === 'del' || tokens[at - 1]?.text === 'as') found.delete(nameOf(token));
      if (token.text === '*' && tokens[at - 1]?.text === 'import') found.clear();
    }
  }
  return found;
}

/** Characters that turn the direction of a line (CVE-2021-42574). */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
/** What names that begin with an underscore are put together from: then no name that is computed is looked up. */
const SPELLS = /["']_|_["']|\b(?:chr|ord)\s*\(|\\x5f|\\u005f|\\137/i;

/**
 * `torch.py` and `torch/__init__.py` are imported in the library's place by what starts beside them, and so is a module of
 * Python's own name at the top of a folder; a name without the ending hides what the file is.
 */
function standsIn(path: string): boolean {
  const [whole, module] = /(?:^|\/)([^/]+?)(?:\/__init__)?\.pyw?$/i.exec(path) ?? [];
  if (module === undefined || OFTEN_IMPORTED.has(module)) return true;
  return isStandardLibrary(module) && whole === path;
}

function isPlainStatement({ tokens, cut }: Statement, source: Source): boolean {
  if (cut) return false;
  const [first] = tokens;
  if (first?.text === 'from' || first?.text === 'import') return importsPlainly(tokens, source.mayAsk);
  // A text alone is a description.
  if (tokens.every(({ kind, text }) => kind === 'string' && !/^[fFtT]/.test(text))) return true;
  return tokens.every((token, at) => isPlainToken(tokens, token, at, source));
}

function importsPlainly(tokens: readonly Token[], mayAsk: boolean): boolean {
  const names = tokens.filter(({ kind }) => kind === 'name').map(nameOf);
  const [module = ''] = modulesIn(
    tokens.slice(
      1,
      tokens.findIndex(({ text }) => text === 'import'),
    ),
  );
  if (HARMLESS_IMPORTS.has(`${module} ${names.slice(names.indexOf('import') + 1).join(' ')}`)) return true;
  // Another package's module of that name is guarded by nobody.
  if (tokens.some((token, at) => nameOf(token) === 'subprocess' && tokens[at - 1]?.text === '.')) return false;
  const from = tokens[0]?.text === 'from' ? names.indexOf('import') : 0;
  // `from package.eval import load`: a part of a package, and no function.
  if (names.some((name, at) => isDenied(names, at) || (DENIED_BARE.has(name) && at > from))) return false;
  // Under a name of its own nobody sees what it is given.
  if (tokens[0]?.text === 'from' && module.split('.')[0] === 'fire') return false;
  const relative = tokens[1]?.text === '.';
  if (tokens[0]?.text === 'import') return modulesIn(tokens.slice(1)).every((one) => mayImport(one, tokens, mayAsk));
  if (relative) return true;
  if (!mayImport(module, [], mayAsk)) return false;
  const imported = names.slice(names.indexOf('import') + 1);
  // Under another name nobody sees what is asked of it.
  if (imported.includes('as') && imported.some((name) => GUARDED.has(name))) return false;
  const allowed = GUARDED.get(module);
  const everything = tokens.some(({ text }) => text === '*');
  // All of these that does more is denied by its name where it stands.
  if (everything && /^(?:asyncio|logging)$/.test(module)) return true;
  return allowed === undefined || (!everything && withoutAliases(imported).every((name) => allowed.has(name)));
}

/** Without what values and classes are called here: `version_info as version`. */
function withoutAliases(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => name !== 'as' && names[at - 1] !== 'as');
}

/** Parts of modules that do more. */
const HARMLESS_IMPORTS: ReadonlySet<string> = new Set([
  'urllib parse',
  'http HTTPStatus',
  'importlib metadata',
  'importlib.metadata version',
  'importlib.metadata PackageNotFoundError',
  'importlib.metadata version PackageNotFoundError',
  'importlib.metadata PackageNotFoundError version',
  'importlib.util find_spec',
]);

/** The dotted names between commas, without what they are called here. */
function modulesIn(tokens: readonly Token[]): readonly string[] {
  const text = tokens.map((token) => (token.text === 'as' ? ' ' : nameOf(token))).join('');
  return text.split(',').map((part) => part.split(' ')[0] ?? '');
}

function mayImport(module: string, statement: readonly Token[], mayAsk: boolean): boolean {
  const [root = '', part] = module.split('.');
  if (GUARDED.has(root) && statement.some(({ text }) => text === 'as')) return false;
  if (part !== undefined && root !== 'hydra' && GUARDED.get(root)?.has(part) === false) return false;
  if (HARMLESS_PAIRS.has(module)) return true;
  if (CLIENTS.has(root)) return mayAsk && (module === root || module === 'requests.exceptions');
  // Whatever else lies in it imports what settings name.
  if (root === 'hydra') return GUARDED.has(module) && statement.length === 0 ? true : module === root;
  return isStandardLibrary(root) ? HARMLESS_MODULES.has(root) : !POWERFUL_PACKAGES.has(root);
}

function isPlainToken(tokens: readonly Token[], { kind, text }: Token, at: number, source: Source): boolean {
  if (kind === 'string') return isPlainString(text, source) && !holdsCode(tokens, at);
  return kind !== 'name' || isPlainName(tokens, at, text.normalize('NFKC'), source);
}
