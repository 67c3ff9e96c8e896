import type { Site } from './site.ts';

/**
 * What a call is given: nothing, a `constant`, a text that is `built` of a literal and something else, or a `dynamic`
 * value of which no more is known. A variable is what it was last given in the lines before.
 */
export type ArgumentKind = 'none' | 'constant' | 'built' | 'dynamic';

/** The kind of the argument, counted from 0, of the call whose bracket opens before `open`. */
export function argumentKind(site: Site, open: number, index = 0): ArgumentKind {
  const argument = argumentsFrom(site.statement, open)[index] ?? '';
  const kind = kindOf(argument);
  return kind === 'dynamic' && NAME.test(argument) ? kindOfVariable(argument, site) : kind;
}

/** The arguments as they stand, up to the closing bracket or the statement's end. */
export function argumentsFrom(statement: string, open: number): readonly string[] {
  const found: string[] = [];
  let [start, depth, quote] = [open, 0, 0];
  let at = open;
  for (; at < statement.length; at++) {
    const unit = statement.charCodeAt(at);
    const mark = unit < 128 ? (MARKS[unit] ?? 0) : 0;
    if (mark === 0) continue;
    if (quote !== 0) {
      if (mark === BACKSLASH) at++;
      else if (unit === quote) quote = 0;
    } else if (mark === QUOTE) quote = unit;
    else if (mark === OPENING) depth++;
    else if (mark === CLOSING) {
      if (depth === 0) break;
      depth--;
    } else if (mark === COMMA && depth === 0) {
      found.push(statement.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...found, statement.slice(start, at).trim()];
}

const [QUOTE, OPENING, CLOSING, COMMA, BACKSLASH] = [1, 2, 3, 4, 5];
/** By the character of ASCII: what it is to a list of arguments. */
const MARKS = new Uint8Array(128);
for (const [characters, mark] of [
  ['"\'`', QUOTE],
  ['([{', OPENING],
  [')]}', CLOSING],
  [',', COMMA],
  ['\\', BACKSLASH],
] as const)
  for (const character of characters) MARKS[character.charCodeAt(0)] = mark;

const NAME = /^[&*]?[A-Za-z_$][\w$]*$/;
const CONSTANT_NAME = /^(?:[A-Z][A-Z0-9_]*|true|false|null|nil|None|True|False|NULL|undefined|__FILE__|__dirname)$/;
const STRING = /^@?[rbufRBUF]{0,2}(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|"""[\s\S]*"""|'''[\s\S]*''')$/;
const ONLY_STRINGS =
  /^\s*[rbu]?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')(?:\s*(?:[+.]\s*)?[rbu]?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))*\s*[+.]?$/;
const INTERPOLATED =
  /^(?:[rR]?[fF][rR]?["'].*\{|\$@?".*\{|@\$".*\{|`[\s\S]*\$\{|"(?:[^"\\]|\\.)*(?:\$\{?[A-Za-z_]|#\{))/;
const BUILDS =
  /["'`]\s*(?:\+|\.\s*\$|%(?!=)|\.\s*(?:format|concat)\(|\|\||<<|\.\s*[a-z_]\w*\()|(?:\+|\.|\|\|)\s*[fr]?["'`]|^(?:String\.format|string\.Format|fmt\.Sprintf|sprintf|format!|util\.format|"".join)\s*\(|["'`]\s*\.\s*[$A-Za-z_]|\bconcat\s*\(/;

/** A program and its arguments, each of them whole: no shell takes them apart, unless the program is one. */
const WHOLE_PARTS =
  /^[[(]\s*["'](?!(?:[\w./]*\/)?(?:ba|z|da|k|c)?sh["']|cmd(?:\.exe)?["']|powershell|pwsh)[^"'\n]*["']\s*,(?![\s\S]*["'](?:-\w?c|\/c|-Command)["'])/;

function kindOf(argument: string): ArgumentKind {
  if (argument === '') return 'none';
  if (INTERPOLATED.test(argument)) return 'built';
  if (STRING.test(argument) || ONLY_STRINGS.test(argument) || CONSTANT_NAME.test(argument)) return 'constant';
  if (/^-?\d[\w.]*$/.test(argument)) return 'constant';
  if (WHOLE_PARTS.test(argument))
    return /^[[(]\s*(?:["'][^"']*["']\s*(?:,\s*)?)*[\])]$/.test(argument) ? 'constant' : 'dynamic';
  if (/["'`]/.test(argument) && BUILDS.test(argument)) return 'built';
  if (/^\[\s*(?:["'][^"']*["']\s*(?:,\s*)?)*\]$/.test(argument)) return 'constant';
  return 'dynamic';
}

/** Whether the variable was last given a text that stands there as it is. */
export function isConstantText(name: string, site: Site): boolean {
  return !CONSTANT_NAME.test(name) && kindOfVariable(name, site) === 'constant';
}

/** What the variable was given last in the lines before; `dynamic` when they do not tell. */
function kindOfVariable(name: string, { before }: Site): ArgumentKind {
  const value = lastValue(name.replace(/^[&*]/, ''), before);
  if (value === null) return 'dynamic';
  return value.adds ? 'built' : kindOf(value.text);
}

/** The text of the last assignment to a name, and whether it adds to what was there. */
export function lastValue(name: string, before: string): { readonly text: string; readonly adds: boolean } | null {
  for (let at = before.lastIndexOf(name); at !== -1; at = at === 0 ? -1 : before.lastIndexOf(name, at - 1)) {
    if (/[\w$.]/.test(before.charAt(at - 1)) && !(name.startsWith('$') || before.charAt(at - 1) === '$')) continue;
    const assigned = ASSIGNED.exec(before.slice(at + name.length, at + name.length + VALUE));
    if (assigned === null) continue;
    const text = (assigned[2] ?? '').trim().replace(/[;,]$/, '').trim();
    return { text, adds: (assigned[1] ?? '').startsWith('+') || (assigned[1] ?? '').startsWith('.') };
  }
  return null;
}

const VALUE = 300;
const ASSIGNED = /^(?:\s*:\s*[\w<>[\]]+)?\s*([:+.]?=)(?!=)\s*([^\n]*(?:\n\s+[^\n]*(?=["')]))?)/;
