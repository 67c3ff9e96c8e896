import { LIMITS } from '../../kernel/limits.ts';
import { ConditionMistake, type Token, tokensOf } from './tokens.ts';

/** A condition as a tree. `at` is where its deciding word stands: a field's name, an operator, an opening bracket. */
export type Node =
  | {
      readonly kind: 'literal';
      readonly type: 'string' | 'number' | 'bool' | 'null';
      readonly text: string;
      readonly at: number;
    }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'field'; readonly of: Node; readonly name: string; readonly at: number }
  | { readonly kind: 'index'; readonly of: Node; readonly by: Node; readonly at: number }
  | {
      readonly kind: 'call';
      readonly of: Node | null;
      readonly name: string;
      readonly args: readonly Node[];
      readonly at: number;
    }
  | { readonly kind: 'list'; readonly items: readonly Node[]; readonly at: number }
  | { readonly kind: 'map'; readonly items: readonly Node[]; readonly at: number }
  | { readonly kind: 'operator'; readonly operator: string; readonly operands: readonly Node[]; readonly at: number };

/** Names of the language itself, and those it keeps for later (CEL language definition, 'Syntax'). */
const KEYWORDS = new Set(['in', 'true', 'false', 'null']);
const RESERVED = new Set(
  'as break const continue else for function if import let loop package namespace return var void while'.split(' '),
);

/** From the loosest to the tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>=', 'in'],
  ['+', '-'],
  ['*', '/', '%'],
];

/**
 * Parses a condition (CEL language definition, 'Syntax'; messages and bytes left out). Accepts nothing that the evaluator
 * would not parse; it is here because it knows where the mistake is, and so that nothing but the worker loads the evaluator.
 * Throws ConditionMistake.
 */
export function parseCondition(source: string): Node {
  if (source.length > LIMITS.conditionLength) {
    throw new ConditionMistake(`the condition is longer than ${LIMITS.conditionLength} characters`, 0);
  }
  const words = new Words(tokensOf(source));
  const node = conditional(words);
  if (words.now.kind !== 'end') throw words.unexpected('an operator or the end');
  return node;
}

/** The words from left to right, and how deep in brackets we are. */
class Words {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get now(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', at: 0 };
  }

  get following(): Token | undefined {
    return this.#tokens[this.#next + 1];
  }

  take(): Token {
    const token = this.now;
    this.#next++;
    return token;
  }

  /** Whether the next word is this one. A string literal is never a sign. */
  at(text: string): boolean {
    return this.now.text === text && this.now.kind !== 'string';
  }

  took(text: string): boolean {
    const yes = this.at(text);
    if (yes) this.#next++;
    return yes;
  }

  expect(text: string): void {
    if (!this.took(text)) throw this.unexpected(text);
  }

  unexpected(wanted: string): ConditionMistake {
    const { kind, text, at } = this.now;
    return new ConditionMistake(
      `${kind === 'end' ? 'the condition ends' : `found ${text}`} where ${wanted} should be`,
      at,
    );
  }

  deeper<T>(at: number, inner: () => T): T {
    if (++this.#depth > LIMITS.conditionDepth) {
      throw new ConditionMistake(`the condition is nested deeper than ${LIMITS.conditionDepth}`, at);
    }
    const result = inner();
    this.#depth--;
    return result;
  }
}

function conditional(words: Words): Node {
  return words.deeper(words.now.at, () => {
    const test = binary(words, 0);
    const { at } = words.now;
    if (!words.took('?')) return test;
    const then = binary(words, 0);
    words.expect(':');
    return { kind: 'operator', operator: '?:', operands: [test, then, conditional(words)], at };
  });
}

function binary(words: Words, level: number): Node {
  const operators = LEVELS[level];
  if (operators === undefined) return unary(words);
  let left = binary(words, level + 1);
  while (words.now.kind !== 'string' && operators.includes(words.now.text)) {
    const { text, at } = words.take();
    left = { kind: 'operator', operator: text, operands: [left, binary(words, level + 1)], at };
  }
  return left;
}

/** Either signs or negations, not both in one row, and without a space between them: as the evaluator has it. */
function unary(words: Words): Node {
  const { text, at } = words.now;
  if (!words.at('!') && !words.at('-')) return postfix(words);
  let count = 0;
  while (words.at(text) && words.now.at === at + count) {
    words.take();
    count++;
  }
  if (text === '-' && /u$/i.test(words.now.text) && words.now.kind === 'number') {
    throw new ConditionMistake('an unsigned number has no sign', at);
  }
  if (count > LIMITS.conditionDepth) throw new ConditionMistake(`too many ${text}`, at);
  return { kind: 'operator', operator: text, operands: [postfix(words)], at };
}

function postfix(words: Words): Node {
  let node = primary(words);
  for (let links = 0; ; links++) {
    const { at } = words.now;
    if (links > LIMITS.conditionDepth) throw new ConditionMistake('too many fields and calls in a row', at);
    if (words.took('.')) node = fieldOrCall(words, node);
    else if (words.took('[')) {
      node = { kind: 'index', of: node, by: conditional(words), at };
      words.expect(']');
    } else return node;
  }
}

function fieldOrCall(words: Words, of: Node): Node {
  if (words.now.kind !== 'name' || KEYWORDS.has(words.now.text)) throw words.unexpected("a field's name");
  const { text: name, at } = words.take();
  return words.took('(') ? { kind: 'call', of, name, args: list(words, ')'), at } : { kind: 'field', of, name, at };
}

function primary(words: Words): Node {
  const { kind, text, at } = words.now;
  if (kind === 'number') return literal(words, 'number');
  if (kind === 'string') return literal(words, 'string');
  if (kind === 'name') return named(words);
  if (words.took('(')) {
    const inner = conditional(words);
    words.expect(')');
    return inner;
  }
  if (words.took('[')) return { kind: 'list', items: list(words, ']', true), at };
  if (words.took('{')) return { kind: 'map', items: entries(words), at };
  if (text === '.') throw new ConditionMistake('a name needs no dot before it', at);
  throw words.unexpected('a value');
}

function literal(words: Words, type: 'string' | 'number' | 'bool' | 'null'): Node {
  const { text, at } = words.take();
  return { kind: 'literal', type, text, at };
}

function named(words: Words): Node {
  const { text: name, at } = words.now;
  if (name === 'true' || name === 'false') return literal(words, 'bool');
  if (name === 'null') return literal(words, 'null');
  if (name === 'in') throw words.unexpected('a value');
  if (RESERVED.has(name)) throw new ConditionMistake(`${name} is a word of the language; choose another name`, at);
  if (/^(?:true|false)/.test(name)) {
    // @bufbuild/cel 0.6.1 reads the literal and stumbles over the rest.
    throw new ConditionMistake(`${name}: no name may begin with true or false`, at);
  }
  words.take();
  if (words.took('(')) return { kind: 'call', of: null, name, args: list(words, ')'), at };
  if (words.at('{')) throw new ConditionMistake('a condition makes no messages; write a map as {"key": value}', at);
  return { kind: 'name', name, at };
}

/** Expressions between commas up to `close`; `trailing` allows one comma more. */
function list(words: Words, close: string, trailing = false): readonly Node[] {
  const items: Node[] = [];
  while (!words.took(close)) {
    if (items.length > 0) expectComma(words, close);
    if (trailing && items.length > 0 && words.took(close)) break;
    items.push(conditional(words));
  }
  return items;
}

function entries(words: Words): readonly Node[] {
  const items: Node[] = [];
  while (!words.took('}')) {
    if (items.length > 0) expectComma(words, '}');
    if (items.length > 0 && words.took('}')) break;
    items.push(conditional(words));
    words.expect(':');
    items.push(conditional(words));
  }
  return items;
}

function expectComma(words: Words, close: string): void {
  if (!words.took(',')) throw words.unexpected(`, or ${close}`);
}
