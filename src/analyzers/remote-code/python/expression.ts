import { type Token, tokensOf } from '../../../formats/python/tokens.ts';
import { fieldsOf, isFormatted, literalValue } from './literal.ts';
import { FROM, fromValue, nameValue, originOf, textValue, UNKNOWN, type Value } from './value.ts';

/** What is asked of the program around an expression: names, calls, members. */
export interface World {
  valueOf(name: string): Value;
  call(callee: Value, args: readonly Argument[], whole: Span): Value;
  memberOf(value: Value, name: string): Value;
  itemOf(value: Value, index: Value): Value;
}

export interface Argument {
  readonly name: string;
  readonly value: Value;
}

/** Where an expression begins and ends in the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Brackets within brackets that are followed. */
const DEEPEST = 60;
const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const NO_VALUES = new Set('and or not in is if else for async await lambda yield from return'.split(' '));

/** Reads expressions out of tokens, each of which it takes once: no grammar, but what values come from. */
export class Expressions {
  readonly #tokens: readonly Token[];
  readonly #world: World;
  #at: number;
  #depth = 0;

  constructor(tokens: readonly Token[], world: World, at = 0) {
    this.#tokens = tokens;
    this.#world = world;
    this.#at = at;
  }

  /** All that stands up to one of these signs, commas apart: one value, or a tuple of several. */
  listUpTo(stops: readonly string[]): Value {
    const values: Value[] = [];
    let commas = 0;
    while (this.#at < this.#tokens.length && !stops.includes(this.#text())) {
      if (this.#text() === ',') {
        commas++;
        this.#at++;
      } else values.push(this.#sum([...stops, ',']));
    }
    if (commas === 0) return values[0] ?? UNKNOWN;
    return { ...UNKNOWN, items: values };
  }

  #text(): string {
    return this.#tokens[this.#at]?.text ?? '';
  }

  /** Operands and what stands between them. */
  #sum(stops: readonly string[]): Value {
    let value: Value | null = null;
    let sign = '';
    let between = '';
    while (this.#at < this.#tokens.length && !stops.includes(this.#text())) {
      const token = this.#tokens[this.#at] as Token;
      if (token.kind === 'operator' && !(token.text in CLOSES) && !/^[.\d]/.test(token.text)) {
        if (')]}'.includes(token.text)) this.#at++;
        else {
          sign = between === '' ? token.text : sign;
          between += token.text;
          this.#at++;
        }
        continue;
      }
      if (token.kind === 'name' && NO_VALUES.has(token.text)) {
        if (token.text === 'lambda') this.#skipParameters();
        this.#at++;
        sign = token.text;
        between = token.text;
        continue;
      }
      const next = this.#operand();
      value = value === null ? next : joined(value, between === sign ? sign : between, next);
      sign = '';
      between = '';
    }
    return value ?? UNKNOWN;
  }

  #skipParameters(): void {
    while (this.#at + 1 < this.#tokens.length && this.#tokens[this.#at + 1]?.text !== ':') this.#at++;
    this.#at++;
  }

  #operand(): Value {
    const first = this.#at;
    let value = this.#atom();
    let name = this.#tokens[first]?.kind === 'name';
    for (;;) {
      const sign = this.#text();
      const next = this.#tokens[this.#at + 1];
      if (sign === '.' && next?.kind === 'name') {
        this.#at += 2;
        value = this.#world.memberOf(value, next.text.normalize('NFKC'));
      } else if (sign === '(' && (name || value !== UNKNOWN || this.#tokens[this.#at - 1]?.text === ')')) {
        const args = this.#within('(') as readonly Argument[];
        const span = { start: this.#tokens[first]?.start ?? 0, end: this.#tokens[this.#at - 1]?.end ?? 0 };
        value = this.#world.call(value, args, span);
      } else if (sign === '[') {
        const inside = this.#within('[');
        value = this.#world.itemOf(value, inside[0]?.value ?? UNKNOWN);
      } else return value;
      name = true;
    }
  }

  #atom(): Value {
    const token = this.#tokens[this.#at] as Token;
    if (token.kind === 'string') return this.#strings();
    if (token.kind === 'name') {
      this.#at++;
      return this.#world.valueOf(token.text.normalize('NFKC'));
    }
    if (!(token.text in CLOSES)) {
      this.#at++;
      return /^\d{1,9}$/.test(token.text) ? nameValue(`#${token.text}`) : UNKNOWN;
    }
    const start = this.#at;
    const args = this.#within(token.text);
    // One value in brackets is itself; several, or a comma behind it, are a tuple.
    const comma = this.#tokens[this.#at - 2]?.text === ',' && this.#at - start > 2;
    if (token.text === '(' && args.length === 1 && !comma) return args[0]?.value ?? UNKNOWN;
    return { ...UNKNOWN, items: args.map(({ value }) => value) };
  }

  /** Texts that stand beside one another are one. */
  #strings(): Value {
    let text: string | null = '';
    let from = 0;
    for (; this.#tokens[this.#at]?.kind === 'string'; this.#at++) {
      const token = this.#text();
      const part = isFormatted(token) ? this.#formatted(token) : literalValue(token);
      text = part.text === null ? null : (text ?? '') + part.text;
      from |= part.from;
    }
    return text === null ? fromValue(from) : textValue(text, from);
  }

  #formatted(token: string): Value {
    let text = '';
    let from = 0;
    for (const part of fieldsOf(token)) {
      if (!part.isField) {
        text += part.text;
        continue;
      }
      if (this.#depth > 3) continue;
      const tokens = [...tokensOf(part.text)].filter(({ kind }) => kind !== 'newline');
      const value = new Expressions(tokens, this.#world).listUpTo([]);
      text += value.text ?? 'X';
      from |= originOf([value]);
    }
    return textValue(text, from);
  }

  /** What stands in brackets; the index is behind them afterwards. */
  #within(opening: string): readonly Argument[] {
    const closing = CLOSES[opening] ?? ')';
    this.#at++;
    const found: Argument[] = [];
    if (++this.#depth > DEEPEST) this.#skip(closing);
    while (this.#at < this.#tokens.length && this.#text() !== closing) {
      if (this.#text() === ',') this.#at++;
      else found.push(this.#argument(closing));
    }
    this.#at++;
    this.#depth--;
    return found;
  }

  #argument(closing: string): Argument {
    const [token, next, third] = [this.#tokens[this.#at], this.#tokens[this.#at + 1], this.#tokens[this.#at + 2]];
    if (token?.kind === 'name' && next?.text === '=' && third?.text !== '=') {
      this.#at += 2;
      return { name: token.text, value: this.#sum([',', closing]) };
    }
    if (closing === ')') return { name: '', value: this.#sum([',', closing]) };
    // `{key: value}`, `[start:stop]`.
    const key = this.#sum([',', ':', closing]);
    if (this.#text() !== ':') return { name: '', value: key };
    let reversed = key === UNKNOWN ? ':' : '';
    const values = [key];
    while (this.#text() === ':') {
      this.#at++;
      const before = this.#at;
      const value = this.#sum([',', ':', closing]);
      reversed += this.#tokens
        .slice(before, this.#at)
        .map(({ text }) => text)
        .join('');
      if (this.#text() === ':') reversed += ':';
      values.push(value);
    }
    if (closing === ']') return { name: '', value: nameValue(reversed === '::-1' ? '#reversed' : '#slice') };
    return { name: key.text ?? '', value: values.at(-1) ?? UNKNOWN };
  }

  #skip(closing: string): void {
    let depth = 0;
    for (; this.#at < this.#tokens.length; this.#at++) {
      const text = this.#text();
      if (text === closing && depth === 0) return;
      if (text in CLOSES) depth++;
      else if (')]}'.includes(text)) depth--;
    }
  }
}

/** `a + b`, `a % b`, `a ^ b`, `a if b else c`. */
function joined(left: Value, sign: string, right: Value): Value {
  const from = originOf([left, right]);
  if (sign === '+' && left.text !== null && right.text !== null)
    return textValue(left.text + right.text, from | FROM.spelt);
  if (sign === '+' && left.items !== null && right.items !== null)
    return { ...UNKNOWN, items: [...left.items, ...right.items].slice(0, 1000) };
  if (sign === '+' && (left.text !== null || right.text !== null))
    return textValue((left.text ?? 'X') + (right.text ?? 'X'), from);
  // `b ^ 23 for b in …`: letters that are turned into others.
  if (sign === '^') return fromValue(from | FROM.decoded);
  if (sign === '%' && left.text !== null) return formattedBy(left, right, from);
  if (sign === 'if' || sign === 'or' || sign === 'and' || sign === 'else')
    return { ...(left === UNKNOWN ? right : left), from };
  // A path of its parts.
  if (sign === '/' && (left.text !== null || right.text !== null))
    return textValue(`${left.text ?? 'X'}/${right.text ?? 'X'}`, from);
  return fromValue(from);
}

/** `'%s%s' % (a, b)` */
function formattedBy(left: Value, right: Value, from: number): Value {
  const values = right.items ?? [right];
  let at = 0;
  const text = (left.text ?? '').replace(/%%|%[-+ #0]*\d*(?:\.\d+)?([a-zA-Z])/g, (whole, kind?: string) => {
    if (whole === '%%') return '%';
    const value = values[at++] ?? UNKNOWN;
    const code = /^#(\d+)$/.exec(value.name)?.[1];
    if (kind === 'c' && code !== undefined) return String.fromCodePoint(Math.min(Number(code), 0x10ffff));
    return value.text ?? code ?? 'X';
  });
  return textValue(text, from | FROM.spelt);
}
