import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';

/** Models nest some twenty elements; parsers recurse. */
const DEPTH = 256;
const ATTRIBUTES = 1000;

/** Hears of a document's elements in their order. */
export interface XmlVisitor {
  open(name: string, attributes: ReadonlyMap<string, string>, at: number): void;
  text(text: string): void;
  close(name: string): void;
  instruction(target: string, text: string): void;
}

export interface Doctype {
  readonly text: string;
  readonly at: number;
}

/**
 * Reads one document (XML 1.0, fifth edition) strictly and without recursion. Entities that a document type declares are
 * never expanded: of the type itself the text is told. Throws MalformedError for what is not well-formed.
 */
export function parseXml(text: string, visitor: XmlVisitor, budget: Budget): Doctype | null {
  const state: State = { text, at: 0, open: [], roots: 0, doctype: null, visitor, budget };
  while (state.at < text.length) {
    budget.spend('opcodes', 1);
    step(state);
  }
  const [left] = state.open.slice(-1);
  if (left !== undefined) throw malformed(state, `<${left}> is never closed`);
  if (state.roots === 0) throw malformed(state, 'a document without an element');
  return state.doctype;
}

interface State {
  readonly text: string;
  at: number;
  readonly open: string[];
  roots: number;
  doctype: Doctype | null;
  readonly visitor: XmlVisitor;
  readonly budget: Budget;
}

const NAME = /[A-Za-z_:\u00C0-\uFFFD][\w:.\u00B7-\uFFFD-]*/y;
const SPACE = /[ \t\r\n]*/y;
const FORBIDDEN = /(?![\t\r\n])\p{Cc}|[\uFFFE\uFFFF]/u;

function step(state: State): void {
  const { text, at } = state;
  if (text[at] !== '<') readText(state);
  else if (text.startsWith('<!--', at)) state.at = after(state, '-->', at + 4);
  else if (text.startsWith('<![CDATA[', at)) readCdata(state);
  else if (text.startsWith('<!DOCTYPE', at)) readDoctype(state);
  else if (text.startsWith('<?', at)) readInstruction(state);
  else if (text[at + 1] === '/') readClose(state);
  else readOpen(state);
}

function readText(state: State): void {
  const next = state.text.indexOf('<', state.at);
  const end = next < 0 ? state.text.length : next;
  const raw = state.text.slice(state.at, end);
  if (FORBIDDEN.test(raw)) throw malformed(state, 'a control character');
  if (state.open.length === 0) {
    if (raw.trim() !== '') throw malformed(state, 'text outside the root element');
  } else state.visitor.text(decoded(state, raw));
  state.at = end;
}

function readCdata(state: State): void {
  if (state.open.length === 0) throw malformed(state, 'text outside the root element');
  const end = after(state, ']]>', state.at + 9);
  state.visitor.text(state.text.slice(state.at + 9, end - 3));
  state.at = end;
}

/** To the bracket that closes it: quotes and comments may hold others, the inner part stands in square ones. */
function readDoctype(state: State): void {
  if (state.roots > 0 || state.doctype !== null) throw malformed(state, 'a document type in the wrong place');
  const start = state.at;
  let inner = false;
  let at = start + 9;
  for (; at < state.text.length; at++) {
    const character = state.text[at];
    if (character === '"' || character === "'") at = after(state, character, at + 1) - 1;
    else if (state.text.startsWith('<!--', at)) at = after(state, '-->', at + 4) - 1;
    else if (character === '[') inner = true;
    else if (character === ']') inner = false;
    else if (character === '>' && !inner) break;
  }
  if (at >= state.text.length) throw malformed(state, 'a document type without an end');
  state.doctype = { text: state.text.slice(start, at + 1), at: start };
  state.at = at + 1;
}

function readInstruction(state: State): void {
  const end = after(state, '?>', state.at + 2);
  const target = take(state, NAME, state.at + 2);
  if (target === '') throw malformed(state, 'an instruction without a target');
  if (target.toLowerCase() === 'xml' && state.at !== 0) throw malformed(state, 'a declaration in the wrong place');
  state.visitor.instruction(target, state.text.slice(state.at + 2 + target.length, end - 2).trim());
  state.at = end;
}

function readClose(state: State): void {
  const name = take(state, NAME, state.at + 2);
  const end = skipSpace(state, state.at + 2 + name.length);
  if (state.text[end] !== '>' || state.open.pop() !== name) throw malformed(state, `</${name}> closes nothing`);
  state.visitor.close(name);
  state.at = end + 1;
}

function readOpen(state: State): void {
  const name = take(state, NAME, state.at + 1);
  if (name === '') throw malformed(state, 'no name after <');
  if (state.open.length === 0 && ++state.roots > 1) throw malformed(state, 'a second root element');
  if (state.open.length >= DEPTH) throw new OverBudgetError(`elements nest deeper than ${DEPTH}`);
  const start = state.at;
  const attributes = readAttributes(state, start + 1 + name.length);
  const alone = state.text[state.at] === '/';
  if (state.text[state.at + (alone ? 1 : 0)] !== '>') throw malformed(state, `<${name}> has no end`);
  state.at += alone ? 2 : 1;
  state.visitor.open(name, attributes, start);
  if (alone) state.visitor.close(name);
  else state.open.push(name);
}

function readAttributes(state: State, from: number): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    const start = skipSpace(state, at);
    const name = take(state, NAME, start);
    if (name === '') {
      state.at = start;
      return attributes;
    }
    if (start === at) throw malformed(state, 'no space before an attribute');
    const equals = skipSpace(state, start + name.length);
    const quote = skipSpace(state, equals + 1);
    const mark = state.text[quote];
    if (state.text[equals] !== '=' || (mark !== '"' && mark !== "'"))
      throw malformed(state, `attribute ${name} has no value`);
    at = after(state, mark, quote + 1);
    const raw = state.text.slice(quote + 1, at - 1);
    if (raw.includes('<') || FORBIDDEN.test(raw)) throw malformed(state, `attribute ${name} holds what it may not`);
    if (attributes.has(name)) throw malformed(state, `attribute ${name} stands twice`);
    if (attributes.size >= ATTRIBUTES) throw new OverBudgetError(`more than ${ATTRIBUTES} attributes`);
    attributes.set(name, decoded(state, raw));
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };

function decoded(state: State, raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([\w:.-]+))?(;?)/g,
    (whole, decimal?: string, hex?: string, name?: string, end?: string) => {
      const code = decimal === undefined ? (hex === undefined ? null : Number.parseInt(hex, 16)) : Number(decimal);
      if (end !== ';' || (code === null && name === undefined)) throw malformed(state, 'an & that begins no reference');
      if (code !== null) {
        if (code > 0x10ffff || code === 0) throw malformed(state, 'a reference to no character');
        return String.fromCodePoint(code);
      }
      const known = Object.hasOwn(ENTITIES, name ?? '') ? ENTITIES[name ?? ''] : undefined;
      // What the document type declares is left as it stands.
      if (known === undefined && state.doctype === null) throw malformed(state, `nothing is called &${name};`);
      return known ?? whole;
    },
  );
}

function take({ text }: State, pattern: RegExp, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function skipSpace(state: State, at: number): number {
  return at + take(state, SPACE, at).length;
}

function after(state: State, mark: string, from: number): number {
  const at = state.text.indexOf(mark, from);
  if (at < 0) throw malformed(state, `no ${mark} to the end`);
  return at + mark.length;
}

function malformed({ at }: State, what: string): MalformedError {
  return new MalformedError(`no well-formed XML: ${what}`, at);
}
