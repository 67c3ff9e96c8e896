import { LIMITS } from '../../kernel/limits.ts';
import { middleCut } from '../../kernel/printable.ts';
import type { PythonFacts, PythonImport } from './facts.ts';
import { type Statement, statementsOf } from './statements.ts';
import type { Token } from './tokens.ts';

/** Imports and effects that are listed; more say nothing new to whoever reviews the file. */
const LISTED = 1000;

/** What a module imports anywhere, and what it does when it is imported. */
export function effectsOf(text: string): Pick<PythonFacts, 'imports' | 'topLevelCalls'> {
  const imports: PythonImport[] = [];
  const topLevelCalls: { readonly text: string; readonly line: number }[] = [];
  for (const statement of statementsOf(text)) {
    const { line, tokens, runsOnImport } = statement;
    const modules = modulesOf(tokens);
    if (modules !== null)
      imports.push(...modules.slice(0, LISTED - imports.length).map((module) => ({ module, line })));
    else if (runsOnImport && topLevelCalls.length < LISTED && acts(statement)) {
      topLevelCalls.push({ text: oneLine(text, tokens), line });
    }
  }
  return { imports, topLevelCalls };
}

/** Modules of an import statement, in the form Python compares names in (NFKC); null for any other statement. */
function modulesOf(tokens: readonly Token[]): readonly string[] | null {
  const [first] = tokens;
  if (first?.kind !== 'name') return null;
  if (first.text === 'from') return [moduleBetween(tokens, 1, 'import')];
  if (first.text !== 'import') return null;
  const modules: string[] = [];
  for (let at = 1; at < tokens.length; at++) {
    const previous = tokens[at - 1]?.text;
    if (previous === 'import' || previous === ',') modules.push(moduleBetween(tokens, at, ','));
  }
  return modules;
}

function moduleBetween(tokens: readonly Token[], start: number, end: string): string {
  let module = '';
  for (const { text } of tokens.slice(start)) {
    if (text === end || text === 'as' || text === ',') break;
    module += text;
  }
  return middleCut(module.normalize('NFKC'), LIMITS.quotation);
}

/** Whether a statement does something beyond naming values and defining functions. */
function acts({ tokens, cut }: Statement): boolean {
  const [first] = tokens;
  if (first === undefined) return false;
  if (cut || first.text === '@' || first.text === 'del') return true;
  if (hooksIn(tokens)) return true;
  return tokens.some((_, at) => isCall(tokens, at)) || assignsInto(tokens);
}

/**
 * Methods that Python calls while a module is read, at a class that inherits, a subscript, an annotation or a name in a
 * class; and a class whose own class makes it. Whether something uses them is for whoever reads the file.
 */
function hooksIn(tokens: readonly Token[]): boolean {
  const [first, name] = tokens;
  if (first?.text === 'def') return HOOKS.has(name?.text ?? '');
  if (first?.text !== 'class') return false;
  const at = tokens.findIndex(({ text }, index) => text === 'metaclass' && tokens[index + 1]?.text === '=');
  const end = tokens.findIndex(({ text }, index) => index > at && (text === ')' || text === ','));
  return at > 0 && !KNOWN_METACLASS.has(tokens[(end < 0 ? tokens.length : end) - 1]?.text ?? '');
}

const HOOKS: ReadonlySet<string> = new Set([
  '__init_subclass__',
  '__class_getitem__',
  '__set_name__',
  '__prepare__',
  '__mro_entries__',
]);
/** Those of Python and of well-known libraries, by their last name. */
const KNOWN_METACLASS: ReadonlySet<string> = new Set([
  'ABCMeta',
  'EnumMeta',
  'EnumType',
  'type',
  'DummyObject',
  'ModelMetaclass',
  'ModelOutputMeta',
]);

/** Names before a bracket that open no call. */
const NO_CALLEE = new Set(
  'and as assert async await class def del elif else except for from if import in is lambda not or raise return while with yield'.split(
    ' ',
  ),
);

function isCall(tokens: readonly Token[], at: number): boolean {
  const [before, callee, token] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (token === undefined) return false;
  if (token.kind === 'string')
    return /^[rR]?[fFtT]/.test(token.text) && /\{[^{}]*\(/.test(token.text.slice(0, LIMITS.pathBytes));
  if (token.text !== '(' || callee === undefined) return false;
  if (callee.text === ')' || callee.text === ']' || callee.kind === 'string') return true;
  const defines = before?.text === 'def' || before?.text === 'class';
  return callee.kind === 'name' && !defines && !NO_CALLEE.has(callee.text);
}

/** `os.environ['X'] = …`, `torch.load = …`: changes something that another module holds. */
function assignsInto(tokens: readonly Token[]): boolean {
  const equals = tokens.findIndex(({ text }, at) => text === '=' && tokens[at + 1]?.text !== '=');
  if (equals < 1 || tokens[0]?.kind !== 'name' || HEADER.test(tokens[0].text)) return false;
  let depth = 0;
  for (const { text } of tokens.slice(0, equals)) {
    if (text === ':' && depth === 0) return false;
    if (depth === 0 && (text === '.' || text === '[')) return true;
    if (text === '[' || text === '(' || text === '{') depth += 1;
    if (text === ']' || text === ')' || text === '}') depth -= 1;
  }
  return false;
}

const HEADER = /^(?:if|elif|while|for|with|def|class|async|assert|return)$/;

function oneLine(text: string, tokens: readonly Token[]): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const source = text.slice(first?.start ?? 0, Math.min(last?.end ?? 0, (first?.start ?? 0) + LIMITS.pathBytes));
  return middleCut(source.replace(/\\?\s+/g, ' '), LIMITS.quotation);
}
