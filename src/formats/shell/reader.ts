import { type Cursor, deeper, literal, peek } from './cursor.ts';
import { readRedirect, skipHere } from './redirects.ts';
import type { Assignment, Command, Group, Pipeline, Redirect, Script, ShellText, Simple, Word } from './syntax.ts';
import { readQuoted, readWord } from './words.ts';

/** Reads a script as a shell does, in one pass. Any text gives a script: what a shell would refuse is passed over. */
export function readShell(text: string, fish = false): ShellText {
  const cursor: Cursor = { text, at: 0, depth: 0, whole: true, here: [], fish, readScript };
  const script = readScript(cursor, '');
  return { script, whole: cursor.whole };
}

/** Names and outputs in a text, as between double quotes. */
export function readText(text: string): Word {
  return readQuoted({ text, at: 0, depth: 0, whole: true, here: [], fish: false, readScript }, '');
}

const WORDS_THAT_END = new Set(['then', 'do', 'elif', 'else', 'fi', 'done', 'esac', '}', ';;', 'end']);

/** Up to a sign (`)`), which is taken, or to one of the words that end a group, which is left. */
function readScript(cursor: Cursor, ends: string, words: readonly string[] = []): Script {
  const script: Pipeline[] = [];
  let conditional = false;
  for (;;) {
    skipBlanks(cursor, true);
    if (cursor.at >= cursor.text.length) return script;
    const sign = peek(cursor);
    if (sign === ')') {
      if (ends !== ')' && words.length > 0) return script;
      cursor.at++;
      if (ends === ')') return script;
      continue;
    }
    if (sign === ';' || sign === '&' || sign === '|') {
      if (words.includes(';;') && sign === ';' && /[;&]/.test(peek(cursor, 1))) return script;
      conditional = (sign === '&' || sign === '|') && peek(cursor, 1) === sign;
      cursor.at += conditional ? 2 : 1;
      continue;
    }
    const word = keyword(cursor);
    if (words.includes(word)) return script;
    if (WORDS_THAT_END.has(word)) {
      cursor.at += word.length;
      continue;
    }
    const before = cursor.at;
    const commands = readPipeline(cursor);
    if (commands.length > 0) script.push({ commands, conditional });
    if (cursor.at === before) cursor.at++;
    conditional = false;
  }
}

function readPipeline(cursor: Cursor): readonly Command[] {
  const commands: Command[] = [];
  for (;;) {
    const command = readCommand(cursor);
    if (command !== null) commands.push(command);
    skipBlanks(cursor, false);
    if (peek(cursor) !== '|' || peek(cursor, 1) === '|') return commands;
    cursor.at += peek(cursor, 1) === '&' ? 2 : 1;
    skipBlanks(cursor, true);
  }
}

function readCommand(cursor: Cursor): Command | null {
  const at = cursor.at;
  const word = keyword(cursor);
  if (word === '!' || word === 'time' || word === 'coproc') {
    cursor.at += word.length;
    skipBlanks(cursor, false);
    if (word === 'coproc') skipName(cursor);
    const command = readCommand(cursor);
    return command === null || word !== 'coproc' ? command : { ...command, at };
  }
  const group = deeper(cursor, () => readGroup(cursor, word, at), null);
  return group ?? readSimple(cursor);
}

/** A name that a co-process is given, which only one in brackets can have. */
function skipName(cursor: Cursor): void {
  const name = /^[A-Za-z_]\w{0,40}[ \t]+(?=[{(])/.exec(cursor.text.slice(cursor.at, cursor.at + 64))?.[0] ?? '';
  cursor.at += name.length;
}

function readGroup(cursor: Cursor, word: string, at: number): Group | null {
  const group = (how: Group['how'], body: Script, name = '', words: readonly Word[] = []): Group => ({
    kind: 'group',
    how,
    name,
    words,
    body,
    redirects: readRedirects(cursor),
    at,
  });
  if (peek(cursor) === '(') {
    const sum = /^\(\([^()\n]{0,300}<<[^()\n]{0,300}\)\)/.exec(cursor.text.slice(cursor.at, cursor.at + 700))?.[0];
    cursor.at += sum?.length ?? 1;
    return group('shell', sum === undefined ? readScript(cursor, ')') : []);
  }
  switch (word) {
    case '{':
      cursor.at++;
      return group('braces', until(cursor, ['}']));
    case 'if':
      cursor.at += 2;
      return group('if', until(cursor, ['fi'], ['then', 'elif', 'else']));
    case 'while':
    case 'until':
      cursor.at += word.length;
      return group('loop', until(cursor, ['done'], ['do']));
    case 'for':
    case 'select': {
      cursor.at += word.length;
      const words = wordsOfLine(cursor);
      const [name] = words.map(literal);
      return group('loop', until(cursor, ['done'], ['do']), name ?? '', words.slice(2));
    }
    case 'begin':
    case 'switch':
      if (!cursor.fish) return null;
      cursor.at += word.length;
      return group('braces', until(cursor, []));
    case 'case':
      if (cursor.fish) return null;
      cursor.at += 4;
      return group('case', readCases(cursor));
    case 'function': {
      const name = /^function\s+([\w:.-]+)\s*(?:\(\s*\))?\s*/.exec(cursor.text.slice(cursor.at, cursor.at + 200));
      if (name === null) return null;
      cursor.at += name[0].length;
      return named(cursor, name[1] ?? '', at);
    }
    default: {
      const name = /^([\w:.-]+)\s*\(\s*\)\s*/.exec(cursor.text.slice(cursor.at, cursor.at + 200));
      if (name === null) return null;
      cursor.at += name[0].length;
      return named(cursor, name[1] ?? '', at);
    }
  }
}

function named(cursor: Cursor, name: string, at: number): Group {
  const body = cursor.fish ? null : readCommand(cursor);
  const script = cursor.fish ? until(cursor, []) : body === null ? [] : [{ commands: [body], conditional: false }];
  return { kind: 'group', how: 'function', name, words: [], body: script, redirects: [], at };
}

function until(cursor: Cursor, endings: readonly string[], between: readonly string[] = []): Script {
  const ends = cursor.fish ? [...endings, 'end'] : endings;
  const script: Pipeline[] = [];
  for (;;) {
    for (const pipeline of readScript(cursor, '', [...ends, ...between])) script.push(pipeline);
    const word = keyword(cursor);
    cursor.at += word.length;
    if (word === '' || ends.includes(word)) return script;
  }
}

function readCases(cursor: Cursor): Script {
  const script: Pipeline[] = [];
  wordsOfLine(cursor, 2);
  for (;;) {
    skipBlanks(cursor, true);
    const word = keyword(cursor);
    if (cursor.at >= cursor.text.length || word === 'esac') {
      cursor.at += word.length;
      return script;
    }
    // The pattern.
    for (; cursor.at < cursor.text.length && peek(cursor) !== ')'; ) {
      const before = cursor.at;
      readWord(cursor);
      if (cursor.at === before) cursor.at++;
    }
    cursor.at++;
    for (const pipeline of readScript(cursor, '', [';;', 'esac'])) script.push(pipeline);
    if (peek(cursor) === ')') cursor.at++;
    const end = /^;(?:;&|;|&)/.exec(cursor.text.slice(cursor.at, cursor.at + 3))?.[0];
    cursor.at += end?.length ?? 0;
  }
}

/** Words up to the end of the line, or so many; `in` counts as one. */
function wordsOfLine(cursor: Cursor, most = Infinity): readonly Word[] {
  const words: Word[] = [];
  for (;;) {
    skipBlanks(cursor, false);
    if (words.length > 0 && keyword(cursor) === 'do') return words;
    const word = readWord(cursor);
    if (word.length === 0) return words;
    words.push(word);
    if (words.length === most) return words;
  }
}

function readRedirects(cursor: Cursor): readonly Redirect[] {
  const redirects: Redirect[] = [];
  for (;;) {
    skipBlanks(cursor, false);
    const redirect = readRedirect(cursor);
    if (redirect === null) return redirects;
    redirects.push(redirect);
  }
}

function readSimple(cursor: Cursor): Simple | null {
  const [assignments, words, redirects]: [Assignment[], Word[], Redirect[]] = [[], [], []];
  const at = cursor.at;
  for (;;) {
    skipBlanks(cursor, false);
    const redirect = readRedirect(cursor);
    if (redirect !== null) {
      redirects.push(redirect);
      continue;
    }
    const assignment =
      words.length === 0 || DECLARES.test(literal(words[0] ?? []) ?? '') ? readAssignment(cursor) : null;
    if (assignment !== null) {
      assignments.push(assignment);
      continue;
    }
    const word = readWord(cursor);
    if (word.length > 0) words.push(word);
    else if (literal(words[0] ?? []) !== '[[' || !goesOnAsking(cursor)) break;
  }
  return words.length + assignments.length + redirects.length === 0
    ? null
    : { kind: 'simple', assignments, words, redirects, at };
}

/** Passes an `||` or `&&` between the questions of one `[[ … ]]`: what stands behind it is asked, and no command. */
function goesOnAsking(cursor: Cursor): boolean {
  if (!/^(?:\|\||&&)/.test(cursor.text.slice(cursor.at, cursor.at + 2))) return false;
  if (!QUESTIONS.test(cursor.text.slice(cursor.at, cursor.at + LONGEST_QUESTIONS))) return false;
  cursor.at += 2;
  return true;
}

const LONGEST_QUESTIONS = 1000;
const OPERAND = '(?:"[^"`\\n]{0,200}"|\'[^\'\\n]{0,200}\'|[^\\s"\'`;|&()<>]{1,200})';
const QUESTION = String.raw`(?:!\s{1,8})?(?:-[a-zA-Z]\s{1,8}${OPERAND}|${OPERAND}\s{1,8}(?:==?|!=|=~)\s{1,8}${OPERAND})`;
/** Of variables, texts and files, to the end of the brackets. */
const QUESTIONS = new RegExp(String.raw`^(?:(?:\|\||&&)\s{0,8}${QUESTION}\s{1,8}){1,20}\]\]`);

const DECLARES = /^(?:export|local|readonly|declare|typeset|alias)$/;
const ASSIGNS = /^([A-Za-z_][\w-]*)(?:\[([^\]\n]{0,100})\])?(\+?)=/;

function readAssignment(cursor: Cursor): Assignment | null {
  const found = ASSIGNS.exec(cursor.text.slice(cursor.at, cursor.at + 200));
  if (found === null) return null;
  const [whole, name = '', index = null, append] = found;
  cursor.at += whole.length;
  const list = peek(cursor) === '(' ? listOf(cursor) : null;
  return { name, index, append: append === '+', value: list === null ? readWord(cursor) : [], list };
}

function listOf(cursor: Cursor): readonly Word[] {
  const words: Word[] = [];
  cursor.at++;
  for (;;) {
    skipBlanks(cursor, true);
    const word = readWord(cursor);
    if (word.length > 0) words.push(word);
    else if (cursor.at >= cursor.text.length) return words;
    else if (cursor.text.charAt(cursor.at++) === ')') return words;
  }
}

/** The plain word that begins here. */
function keyword(cursor: Cursor): string {
  const text = cursor.text.slice(cursor.at, cursor.at + 16);
  if (/^;;|^;&/.test(text)) return ';;';
  return /^(?:[a-z]+|[{}!])(?=[\s;&|()<>]|$)/.exec(text)?.[0] ?? '';
}

/** Blanks, continued lines and comments; over the ends of lines where these do not count. */
function skipBlanks(cursor: Cursor, lines: boolean): void {
  for (;;) {
    const sign = peek(cursor);
    if (sign === ' ' || sign === '\t' || sign === '\r') cursor.at++;
    else if (sign === '\\' && /^\\\r?\n/.test(cursor.text.slice(cursor.at, cursor.at + 3)))
      cursor.at += peek(cursor, 1) === '\r' ? 3 : 2;
    else if (sign === '#' && /[\s;&|()]|^$/.test(cursor.text.charAt(cursor.at - 1))) {
      const end = cursor.text.indexOf('\n', cursor.at);
      cursor.at = end < 0 ? cursor.text.length : end;
    } else if (sign === '\n' && lines) {
      if (cursor.here.length > 0) skipHere(cursor);
      else cursor.at++;
    } else return;
  }
}
