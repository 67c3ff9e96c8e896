import { type Statement, statementsOf } from '../../../formats/python/statements.ts';
import type { Token } from '../../../formats/python/tokens.ts';
import { answerOf, memberNamed, methodAnswer } from './calls.ts';
import { type Deed, deedOf, methodDeed, SECRET_FILE } from './deeds.ts';
import { type Argument, Expressions, type Span, type World } from './expression.ts';
import { FROM, fromValue, keptOf, nameValue, originOf, UNKNOWN, type Value } from './value.ts';

/** Names that are kept: as many as the longest source that is followed has room for. */
const MOST_NAMES = 200_000;

/** Letters of all texts that names were given: they may share them, or not. */
const MOST_LETTERS = 64 * 1024 * 1024;

/** Different functions that one calls. */
const MOST_CALLS = 20_000;

interface Scope {
  readonly column: number;
  readonly name: string;
}

/** `onLoad`: whether importing the file, or making an object of a class in it, comes by there. */
export type Said = (deed: Deed, line: number, operation: string, onLoad: boolean) => void;

/** A Python program, followed from its first statement to its last: no branch is weighed, no loop repeated. */
export class Program implements World {
  readonly #text: string;
  readonly #said: Said;
  /** Whether every name was kept. */
  whole = true;
  #letters = 0;
  readonly #names = new Map<string, Value>();
  readonly #files = new Map<string, number>();
  readonly #parameters = new Map<string, readonly string[]>();
  readonly #scopes: Scope[] = [];
  /** Own functions that each calls, by its name; those that loading calls stand under none. */
  readonly #calls = new Map<string, Set<string>>([['', new Set()]]);
  readonly #calledOnLoad = new Set<string>(['__init__']);
  #line = 1;
  #speaks = false;
  #onLoad = false;
  /** The column of `if __name__ == '__main__'`, while statements beneath it are read. */
  #started = -1;

  constructor(text: string, said: Said) {
    this.#text = text;
    this.#said = said;
  }

  /** Twice: what functions give, and are given, is known the second time. */
  follow(): void {
    const statements = [...statementsOf(this.#text)];
    for (const speaks of [false, true]) {
      this.#speaks = speaks;
      this.#scopes.length = 0;
      this.#started = -1;
      for (const statement of statements) this.#statement(statement);
      this.#reach();
    }
  }

  /** Functions that loading calls, by way of others too. */
  #reach(): void {
    const open = ['', '__init__'];
    for (let name = open.pop(); name !== undefined; name = open.pop())
      for (const called of this.#calls.get(name) ?? [])
        if (!this.#calledOnLoad.has(called)) {
          this.#calledOnLoad.add(called);
          open.push(called);
        }
  }

  #statement({ tokens, line, runsOnImport }: Statement): void {
    const [first] = tokens;
    if (first === undefined) return;
    this.#line = line;
    this.#leave(first);
    if (STARTED.test(this.#text.slice(first.start, first.start + 80))) this.#started = this.#columnOf(first);
    this.#onLoad = this.#started < 0 && (runsOnImport || this.#calledOnLoad.has(this.#scopes.at(-1)?.name ?? ''));
    if (climbs(tokens)) this.#tell({ kind: 'attack', what: CLIMBS }, spanOf(tokens));
    const head = first.text === 'async' ? 1 : 0;
    const word = tokens[head]?.text ?? '';
    if (first.text === 'import') this.#import(tokens);
    else if (first.text === 'from') this.#importFrom(tokens);
    else if (word === 'def') this.#define(tokens, head);
    else if (word === 'class' || word === '@') new Expressions(tokens, this, head + 1).listUpTo([]);
    else if (word === 'for') this.#loop(tokens, head);
    else if (word === 'with') this.#with(tokens, head);
    else if (word === 'return') this.#return(tokens);
    else this.#assign(tokens, HEADS.has(word) ? 1 : 0);
  }

  /** Functions whose body ended where this statement begins. */
  #leave(first: Token): void {
    const before = this.#text.lastIndexOf('\n', first.start - 1) + 1;
    if (this.#text.slice(before, first.start).trim() !== '') return;
    const column = first.start - before;
    if (column <= this.#started) this.#started = -1;
    while (this.#scopes.length > 0 && (this.#scopes.at(-1)?.column ?? 0) >= column) this.#scopes.pop();
  }

  #columnOf({ start }: Token): number {
    return start - (this.#text.lastIndexOf('\n', start - 1) + 1);
  }

  #import(tokens: readonly Token[]): void {
    let path = '';
    let own = '';
    for (let at = 1; at <= tokens.length; at++) {
      const text = tokens[at]?.text ?? ',';
      if (text === ',') {
        // `import a.b` names `a`.
        if (path !== '')
          this.#set(
            own === '' ? (path.split('.')[0] ?? '') : own,
            nameValue(own === '' ? (path.split('.')[0] ?? '') : path),
          );
        [path, own] = ['', ''];
      } else if (text === 'as') own = tokens[++at]?.text ?? '';
      else path += text;
    }
  }

  #importFrom(tokens: readonly Token[]): void {
    const from = tokens.findIndex(({ text }) => text === 'import');
    if (from < 0) return;
    const module = tokens
      .slice(1, from)
      .map(({ text }) => text)
      .join('');
    if (module.startsWith('.')) return;
    const names = tokens.slice(from + 1).filter(({ kind }) => kind === 'name');
    for (let at = 0; at < names.length; at++) {
      const name = names[at]?.text ?? '';
      const renamed = names[at + 1]?.text === 'as';
      const own = renamed ? (names[at + 2]?.text ?? name) : name;
      this.#set(own, nameValue(`${module}.${name}`));
      if (renamed) at += 2;
    }
  }

  #define(tokens: readonly Token[], head: number): void {
    const name = tokens[head + 1]?.text ?? '';
    const column = tokens[0] === undefined ? 0 : this.#columnOf(tokens[0]);
    // Defaults are computed where the function is defined.
    new Expressions(tokens, this, head + 2).listUpTo([]);
    const parameters: string[] = [];
    let depth = 0;
    for (let at = head + 2; at < tokens.length; at++) {
      const { text = '', kind } = tokens[at] ?? {};
      if ('([{'.includes(text)) depth++;
      else if (')]}'.includes(text)) depth--;
      const before = tokens[at - 1]?.text ?? '';
      if (kind === 'name' && depth === 1 && (before === '(' || before === ',' || before === '*')) parameters.push(text);
    }
    this.#parameters.set(name, parameters.slice(0, 50));
    this.#scopes.push({ column, name });
  }

  #loop(tokens: readonly Token[], head: number): void {
    const at = tokens.findIndex(({ text }) => text === 'in');
    if (at < 0) return;
    const values = new Expressions(tokens, this, at + 1).listUpTo([]);
    const each =
      values.items === null ? { ...values, text: null } : { ...(values.items[0] ?? UNKNOWN), from: originOf([values]) };
    for (const { kind, text } of tokens.slice(head + 1, at)) if (kind === 'name') this.#set(text, each);
  }

  #with(tokens: readonly Token[], head: number): void {
    let start = head + 1;
    for (let at = start; at <= tokens.length; at++) {
      if (at < tokens.length && tokens[at]?.text !== 'as') continue;
      const value = new Expressions(tokens.slice(start, at), this).listUpTo([]);
      const name = tokens[at + 1]?.text ?? '';
      if (at < tokens.length) this.#set(name, value.items === null ? value : (value.items.at(-1) ?? UNKNOWN));
      start = at + 2;
      if (tokens[start]?.text === ',') start++;
    }
  }

  #return(tokens: readonly Token[]): void {
    const value = new Expressions(tokens, this, 1).listUpTo([]);
    const own = this.#scopes.at(-1)?.name;
    if (own === undefined) return;
    const before = this.#names.get(`${own}()`) ?? UNKNOWN;
    this.#keep(`${own}()`, { ...value, from: originOf([value, before]) });
  }

  #assign(tokens: readonly Token[], start: number): void {
    const equals = assignmentIn(tokens, start);
    if (equals < 0) {
      new Expressions(tokens, this, start).listUpTo([]);
      return;
    }
    if (tokens[equals + 1]?.text === 'lambda') {
      this.#nameless(tokens, start, equals);
      return;
    }
    const adds = /^[-+*/|&^%]$/.test(tokens[equals - 1]?.text ?? '') || tokens[equals]?.text === ':=';
    const value = new Expressions(tokens, this, equals + 1).listUpTo(['=']);
    const target = tokens.slice(start, adds ? equals - 1 : equals);
    const whole = targetOf(target);
    if (whole !== null) {
      const before = this.valueOf(whole);
      this.#set(whole, adds ? addedTo(before, value) : value);
      return;
    }
    // `a, b = …`: each may be any of them.
    const parts = value.items;
    const names = target.filter(({ kind }, at) => kind === 'name' && target[at - 1]?.text !== '.');
    if (target.some(({ text }) => text === ','))
      for (const [at, { text }] of names.entries())
        this.#set(
          text,
          parts !== null && parts.length === names.length
            ? (parts[at] ?? UNKNOWN)
            : { ...UNKNOWN, from: originOf([value]) },
        );
    else new Expressions(target, this).listUpTo([]);
  }

  /** `name = lambda parameters: value` */
  #nameless(tokens: readonly Token[], start: number, equals: number): void {
    const name = targetOf(tokens.slice(start, equals));
    const colon = tokens.findIndex(({ text }, at) => at > equals && text === ':');
    if (name === null || colon < 0) return;
    const parameters = tokens.slice(equals + 2, colon).filter(({ kind }) => kind === 'name');
    this.#parameters.set(
      name,
      parameters.slice(0, 50).map(({ text }) => text),
    );
    this.#scopes.push({ column: Number.MAX_SAFE_INTEGER, name });
    this.#keep(`${name}()`, new Expressions(tokens, this, colon + 1).listUpTo([]));
    this.#scopes.pop();
  }

  #set(name: string, value: Value): void {
    const own = this.#scopes.at(-1)?.name ?? '';
    this.#keep(own === '' || name.startsWith('self.') ? name : `${own}:${name}`, value);
  }

  #keep(name: string, value: Value): void {
    const room = this.#names.has(name) || (this.#names.size < MOST_NAMES && this.#letters < MOST_LETTERS);
    this.#letters += value.text?.length ?? 0;
    if (room) this.#names.set(name, value);
    else this.whole = false;
  }

  valueOf(name: string): Value {
    for (let at = this.#scopes.length - 1; at >= 0; at--) {
      const found = this.#names.get(`${this.#scopes[at]?.name ?? ''}:${name}`);
      if (found !== undefined) return found;
    }
    return this.#names.get(name) ?? nameValue(name);
  }

  memberOf(value: Value, name: string): Value {
    if (value.name === '' || /^[.#]/.test(value.name))
      return { text: value.text, name: `.${name}`, from: value.from, items: value.items };
    const path = `${value.name}.${name}`;
    return this.#names.get(path) ?? nameValue(path, value.from);
  }

  itemOf(value: Value, index: Value): Value {
    if (index.name === '#reversed' && value.text !== null)
      return { ...value, text: Array.from(value.text).reverse().join(''), from: value.from | FROM.decoded };
    if (index.name === '#reversed') return fromValue(value.from);
    const number = /^#(\d+)$/.exec(index.name)?.[1];
    if (value.items !== null && number !== undefined) return value.items[Number(number)] ?? UNKNOWN;
    if (index.text === null || value.name === '' || value.name === 'os.environ')
      return fromValue(originOf([value]) & ~FROM.environment);
    // `vars(os)['system']`, `sys.modules['os']`, `os.__dict__['system']`.
    if (/(?:^|\.)(?:sys\.modules)$/.test(value.name)) return nameValue(index.text, index.from | value.from);
    return memberNamed(
      nameValue(value.name.replace(/\.(?:__dict__|__builtins__)$|^(?:globals|__builtins__)$/, ''), value.from),
      index,
    );
  }

  call(callee: Value, args: readonly Argument[], span: Span): Value {
    const method = /(?:^|\.)\.?([^.]+)$/.exec(callee.name)?.[1] ?? '';
    const values = args.map(({ value }) => value);
    const receiver = this.#receiver(callee);
    const deed =
      this.#fetchedDeed(callee.name, values) ??
      deedOf(named(callee), args) ??
      (receiver === null ? null : methodDeed(receiver, method, args));
    if (deed !== null) this.#tell(deed, span);
    this.#given(callee.name, args);
    const answer = this.#opened(callee.name, method, receiver, values) ?? answerOf(named(callee), args);
    if (answer !== null) return answer;
    const own = this.#names.get(`${callee.name}()`);
    if (own !== undefined) return own;
    const asked = receiver === null ? null : methodAnswer(receiver, method, args);
    return asked ?? fromValue(receiver === null ? 0 : receiver.from & ~FROM.spelt);
  }

  /** A program, library or module that was fetched into a file; a text that a function without a known name is given. */
  #fetchedDeed(name: string, values: readonly Value[]): Deed | null {
    const [first = UNKNOWN] = values;
    const path = first.items?.[0]?.text ?? first.text;
    // How a program is to be started may be said before it.
    const paths = values.slice(0, 3).map(({ text, items }) => items?.[0]?.text ?? text);
    if (STARTS_FILE.test(name) && paths.some((one) => one !== null && this.#isFetched(one)))
      return { kind: 'attack', what: 'starts what it fetched before' };
    if (path === null) return null;
    const nobody = name === '' || (/^\.?[a-z_]\w*$/i.test(name) && !SHOWS.test(name) && !this.#parameters.has(name));
    return nobody && first.text !== null && /[\w\])]\s*\(/.test(first.text) && !this.#isKnown(name)
      ? { kind: 'code', text: first.text }
      : null;
  }

  #isFetched(path: string): boolean {
    return ((this.#files.get(path) ?? 0) & FROM.fetched) !== 0;
  }

  #isKnown(name: string): boolean {
    return !name.startsWith('.') && this.#names.has(name);
  }

  /** What a method is asked of: a value without a name, or the name before the last dot. */
  #receiver(callee: Value): Value | null {
    if (callee.name.startsWith('.')) return { ...callee, name: '' };
    const dot = callee.name.lastIndexOf('.');
    if (dot < 0) return null;
    const name = callee.name.slice(0, dot);
    return this.#names.get(name) ?? nameValue(name, callee.from);
  }

  /** Own functions are given these, whatever else they are given. */
  #given(name: string, args: readonly Argument[]): void {
    const plain = name.replace(/^(?:self|cls)\./, '');
    const parameters = this.#parameters.get(plain);
    if (this.#started < 0) this.#calling(plain);
    if (parameters === undefined) return;
    const shift = plain !== name ? 1 : 0;
    for (const [at, { name: key, value }] of args.entries()) {
      const parameter = key === '' ? parameters[at + shift] : key;
      if (parameter === undefined || (originOf([value]) === 0 && value.text === null)) continue;
      const before = this.#names.get(`${plain}:${parameter}`) ?? UNKNOWN;
      this.#keep(`${plain}:${parameter}`, { ...value, from: originOf([value, before]) });
    }
  }

  #calling(name: string): void {
    const own = this.#scopes.at(-1)?.name ?? '';
    const known = this.#calls.get(own) ?? new Set();
    if (known.size > MOST_CALLS || this.#calls.size > MOST_NAMES || !/^\w{1,100}$/.test(name)) return;
    this.#calls.set(own, known.add(name));
  }

  /** Files that are opened, read, written and fetched. */
  #opened(name: string, method: string, receiver: Value | null, values: readonly Value[]): Value | null {
    const [first = UNKNOWN, second = UNKNOWN] = values;
    if (/^(?:urllib\.request\.urlretrieve|urllib\.urlretrieve|wget\.download)$/.test(name)) {
      if (second.text !== null) this.#files.set(second.text, FROM.fetched);
      return { ...UNKNOWN, items: [{ ...second, from: FROM.fetched }, UNKNOWN] };
    }
    if (/^(?:open|io\.open|builtins\.open|codecs\.open)$/.test(name)) return this.#file(first, second);
    if (receiver !== null && receiver.text !== null && /^(?:read_text|read_bytes|open)$/.test(method))
      return this.#file(receiver, first);
    if (receiver !== null && receiver.text !== null && /^(?:write|writelines)$/.test(method))
      this.#files.set(receiver.text, (this.#files.get(receiver.text) ?? 0) | originOf(values));
    return null;
  }

  #file(path: Value, mode: Value): Value {
    const writes = /[wax+]/.test(mode.text ?? '');
    const bytes = !writes && (mode.text ?? '').includes('b') ? FROM.bytes : 0;
    if (path.text === null) return fromValue(path.from | bytes);
    const from = (this.#files.get(path.text) ?? 0) | (path.from & FROM.home) | bytes;
    return {
      ...path,
      from: writes ? 0 : from | (SECRET_FILE.test(path.text) ? FROM.secret : 0),
      text: writes ? path.text : null,
    };
  }

  #tell(deed: Deed, { start, end }: Span): void {
    if (!this.#speaks) return;
    const operation = this.#text.slice(start, Math.min(end, start + 400)).replace(/\s+/g, ' ');
    this.#said(deed, this.#line, operation, this.#onLoad);
  }
}

/** What follows runs when a person starts the file, and not when another one imports it. */
const STARTED = /^if\s{1,9}\(?\s{0,9}__name__\s{0,9}==\s{0,9}["']__main__["']\s{0,9}\)?\s{0,9}(?::|and\b)/;

const STARTS_FILE =
  /^(?:os\.(?:system|popen|exec\w+|spawn\w+|startfile)|subprocess\.\w+|ctypes\.(?:CDLL|cdll\.LoadLibrary|PyDLL|WinDLL)|runpy\.run_path|importlib\.util\.spec_from_file_location|imp\.load_source|torch\.ops\.load_library)$/;
const CLIMBS = 'climbs from a value to functions of other modules';

/** `().__class__.__base__.__subclasses__()[…].__init__.__globals__['system']` */
function climbs(tokens: readonly Token[]): boolean {
  const names = new Set(tokens.filter(({ kind }) => kind === 'name').map(({ text }) => text));
  return names.has('__subclasses__') && names.has('__globals__');
}

function spanOf(tokens: readonly Token[]): Span {
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
}

/** What shows a text or takes it for one. */
const SHOWS =
  /^\.|^(?:print|input|str|repr|len|open|bytes|bytearray|ValueError|\w*Error|\w*Warning|compile|exec|eval|execfile)$/;

const HEADS = new Set(
  'if elif else while assert return raise try except finally yield await del global nonlocal'.split(' '),
);

function named(callee: Value): Value {
  return callee.name.startsWith('__builtins__.')
    ? { ...callee, name: callee.name.slice('__builtins__.'.length) }
    : callee;
}

/** Where `=` stands outside of brackets, and is neither a comparison nor a default. */
function assignmentIn(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    const { text = '' } = tokens[at] ?? {};
    if ('([{'.includes(text)) depth++;
    else if (')]}'.includes(text)) depth--;
    else if (text === 'lambda' && depth === 0) return -1;
    else if (text === '=' && depth === 0) {
      if (tokens[at + 1]?.text === '=') at++;
      else if (!/^[=!<>]$/.test(tokens[at - 1]?.text ?? '')) return at;
    }
  }
  return -1;
}

/** `name`, `self.name`, `name: type`; null for anything else. */
function targetOf(tokens: readonly Token[]): string | null {
  const colon = tokens.findIndex(({ text }) => text === ':');
  const target = colon < 0 ? tokens : tokens.slice(0, colon);
  if (target.length === 0 || !target.every(({ kind, text }, at) => (at % 2 === 0 ? kind === 'name' : text === '.')))
    return null;
  return target.map(({ text }) => text.normalize('NFKC')).join('');
}

function addedTo(before: Value, value: Value): Value {
  const from = originOf([before, value]);
  if (before.text !== null && value.text !== null)
    return { ...before, text: keptOf(before.text + value.text), from: from | FROM.spelt };
  return fromValue(from);
}
