import { TemplateError, type Token } from './lexer.ts';

/** An expression of Jinja, as far as judging it needs. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: string | number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'item'; readonly of: Expression; readonly index: Expression }
  | { readonly kind: 'slice'; readonly of: Expression; readonly parts: readonly (Expression | null)[] }
  | {
      readonly kind: 'call';
      readonly of: Expression;
      readonly arguments: readonly Expression[];
      /** Names of arguments that are given by name. */
      readonly keywords: readonly string[];
    }
  | {
      readonly kind: 'filter';
      readonly of: Expression;
      readonly name: string;
      readonly arguments: readonly Expression[];
    }
  | { readonly kind: 'test'; readonly of: Expression; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  /** `pairs`: a dictionary, whose keys and values take turns. */
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly pairs?: true }
  | { readonly kind: 'choice'; readonly condition: Expression; readonly branches: readonly Expression[] };

/** Brackets in brackets, and nodes of one expression. Real templates stay under 10 and 100. */
const MAX_DEPTH = 60;
const MAX_NODES = 1000;

export interface Tokens {
  readonly all: readonly Token[];
  at: number;
  depth: number;
  nodes: number;
}

export function tokensFrom(all: readonly Token[]): Tokens {
  return { all, at: 0, depth: 0, nodes: 0 };
}

export function peek(tokens: Tokens): string | undefined {
  const token = tokens.all[tokens.at];
  return token?.kind === 'string' ? undefined : token?.value;
}

/** Moves past `value` when it comes next. */
export function accept(tokens: Tokens, value: string): boolean {
  if (peek(tokens) !== value) return false;
  tokens.at += 1;
  return true;
}

export function expect(tokens: Tokens, value: string): void {
  if (!accept(tokens, value)) throw new TemplateError(`${value} was expected`);
}

export function takeName(tokens: Tokens): string {
  const token = tokens.all[tokens.at];
  if (token?.kind !== 'name') throw new TemplateError('a name was expected');
  tokens.at += 1;
  return token.value;
}

/** One expression, with `x if y else z`; a comma after it makes a tuple. Throws TemplateError. */
export function parseTuple(tokens: Tokens): Expression {
  const first = parseExpression(tokens);
  if (peek(tokens) !== ',') return first;
  const items = [first];
  while (accept(tokens, ',')) if (startsExpression(tokens)) items.push(parseExpression(tokens));
  return node(tokens, { kind: 'list', items });
}

function startsExpression(tokens: Tokens): boolean {
  const value = peek(tokens);
  return tokens.at < tokens.all.length && (value === undefined || !/^(?:[=)\]}:]|in|if)$/.test(value));
}

export function parseExpression(tokens: Tokens): Expression {
  tokens.depth += 1;
  if (tokens.depth > MAX_DEPTH) throw new TemplateError(`nested more than ${MAX_DEPTH} deep`);
  let value = parseBinary(tokens, 0);
  while (accept(tokens, 'if')) {
    const condition = parseBinary(tokens, 0);
    const branches = accept(tokens, 'else') ? [value, parseExpression(tokens)] : [value];
    value = node(tokens, { kind: 'choice', condition, branches });
  }
  tokens.depth -= 1;
  return value;
}

/** From loosest to tightest (Jinja, parser.py). */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['==', '!=', '<', '<=', '>', '>=', 'in', 'not'],
  ['+', '-'],
  ['~'],
  ['*', '/', '//', '%'],
  ['**'],
];
const NOT_LEVEL = 2;

function parseBinary(tokens: Tokens, level: number): Expression {
  const operators = LEVELS[level];
  if (operators === undefined) return parseUnary(tokens);
  let negative = false;
  if (level === NOT_LEVEL) while (accept(tokens, 'not')) negative = !negative;
  let left = parseBinary(tokens, level + 1);
  for (let next = peek(tokens); next !== undefined && operators.includes(next); next = peek(tokens)) {
    tokens.at += 1;
    const operator = next === 'not' ? `not ${peek(tokens)}` : next;
    if (next === 'not') expect(tokens, 'in');
    left = node(tokens, { kind: 'binary', operator, left, right: parseBinary(tokens, level + 1) });
  }
  return negative ? node(tokens, { kind: 'test', of: left, name: 'not', arguments: [] }) : left;
}

function parseUnary(tokens: Tokens): Expression {
  let negative = false;
  for (;;) {
    if (accept(tokens, '-')) negative = !negative;
    else if (!accept(tokens, '+')) break;
  }
  const value = parsePostfix(tokens, parsePrimary(tokens));
  return negative && value.kind === 'constant' && typeof value.value === 'number'
    ? { ...value, value: -value.value }
    : value;
}

function parsePrimary(tokens: Tokens): Expression {
  const token = tokens.all[tokens.at];
  if (token === undefined) throw new TemplateError('an expression was expected');
  if (token.kind === 'string') return parseStrings(tokens);
  tokens.at += 1;
  if (token.kind === 'number')
    return node(tokens, { kind: 'constant', value: Number(token.value.replaceAll('_', '')) });
  if (token.kind === 'name') return node(tokens, { kind: 'name', name: token.value });
  if (token.value === '(') return parseList(tokens, ')');
  if (token.value === '[') return parseList(tokens, ']');
  if (token.value === '{') return parseList(tokens, '}');
  throw new TemplateError(`${token.value} begins no expression`);
}

/** Strings that stand side by side are one. */
function parseStrings(tokens: Tokens): Expression {
  let value = '';
  for (let token = tokens.all[tokens.at]; token?.kind === 'string'; token = tokens.all[++tokens.at])
    value += token.value;
  return node(tokens, { kind: 'constant', value });
}

/** A list, a tuple, a parenthesis, or a dictionary with its keys and values in one row. */
function parseList(tokens: Tokens, close: string): Expression {
  const items: Expression[] = [];
  let commas = 0;
  while (!accept(tokens, close)) {
    items.push(parseExpression(tokens));
    if (close === '}') {
      expect(tokens, ':');
      items.push(parseExpression(tokens));
    }
    if (accept(tokens, ',')) commas += 1;
    else if (peek(tokens) !== close) throw new TemplateError(`${close} was expected`);
  }
  const [only] = items;
  if (close === ')' && commas === 0 && only !== undefined) return only;
  return node(tokens, close === '}' ? { kind: 'list', items, pairs: true } : { kind: 'list', items });
}

function parsePostfix(tokens: Tokens, first: Expression): Expression {
  let value = first;
  for (;;) {
    if (accept(tokens, '.')) value = parseMember(tokens, value);
    else if (accept(tokens, '[')) value = parseSubscript(tokens, value);
    else if (accept(tokens, '(')) value = parseCall(tokens, value);
    else if (accept(tokens, '|')) value = parseFilter(tokens, value);
    else if (accept(tokens, 'is')) value = parseTest(tokens, value);
    else return value;
  }
}

function parseCall(tokens: Tokens, of: Expression): Expression {
  const { values, keywords } = parseArguments(tokens);
  return node(tokens, { kind: 'call', of, arguments: values, keywords });
}

function parseMember(tokens: Tokens, of: Expression): Expression {
  const token = tokens.all[tokens.at];
  if (token?.kind !== 'number') return node(tokens, { kind: 'attribute', of, name: takeName(tokens) });
  tokens.at += 1;
  return node(tokens, { kind: 'item', of, index: { kind: 'constant', value: Number(token.value) } });
}

function parseSubscript(tokens: Tokens, of: Expression): Expression {
  const parts: (Expression | null)[] = [];
  let colons = 0;
  while (!accept(tokens, ']')) {
    if (accept(tokens, ':')) {
      colons += 1;
      if (parts.length < colons) parts.push(null);
    } else if (!accept(tokens, ',')) {
      parts.push(parseExpression(tokens));
    }
  }
  const [index] = parts;
  if (colons > 0) return node(tokens, { kind: 'slice', of, parts });
  if (index === undefined || index === null) throw new TemplateError('an empty subscript');
  return node(tokens, { kind: 'item', of, index });
}

export function parseFilter(tokens: Tokens, of: Expression): Expression {
  let name = takeName(tokens);
  while (accept(tokens, '.')) name += `.${takeName(tokens)}`;
  const values = accept(tokens, '(') ? parseArguments(tokens).values : [];
  return node(tokens, { kind: 'filter', of, name, arguments: values });
}

function parseTest(tokens: Tokens, of: Expression): Expression {
  accept(tokens, 'not');
  const name = takeName(tokens);
  const next = tokens.all[tokens.at];
  const bare = next !== undefined && startsArgument(next);
  const values = accept(tokens, '(')
    ? parseArguments(tokens).values
    : bare
      ? [parsePostfix(tokens, parsePrimary(tokens))]
      : [];
  return node(tokens, { kind: 'test', of, name, arguments: values });
}

/** What may stand behind a test without brackets (Jinja, parse_test). */
function startsArgument({ kind, value }: Token): boolean {
  if (kind === 'operator') return value === '[' || value === '{';
  return kind !== 'name' || !/^(?:else|or|and|is|not|in|if|recursive)$/.test(value);
}

interface Arguments {
  readonly values: readonly Expression[];
  readonly keywords: readonly string[];
}

/** Arguments to the closing bracket; stars are dropped. */
function parseArguments(tokens: Tokens): Arguments {
  const values: Expression[] = [];
  const names: string[] = [];
  // A keyword is a text too: `dict(__init__=1)|list` spells it. Last, so that positions stay.
  const keywords: Expression[] = [];
  while (!accept(tokens, ')')) {
    while (accept(tokens, '*') || accept(tokens, '**'));
    const name = tokens.all[tokens.at];
    if (name?.kind === 'name' && tokens.all[tokens.at + 1]?.value === '=') {
      tokens.at += 2;
      names.push(name.value);
      if (name.value.startsWith('_')) keywords.push(node(tokens, { kind: 'constant', value: name.value }));
    }
    values.push(parseExpression(tokens));
    if (!accept(tokens, ',') && peek(tokens) !== ')') throw new TemplateError(') was expected');
  }
  return { values: [...values, ...keywords], keywords: names };
}

function node(tokens: Tokens, expression: Expression): Expression {
  tokens.nodes += 1;
  if (tokens.nodes > MAX_NODES) throw new TemplateError(`an expression of more than ${MAX_NODES} parts`);
  return expression;
}

/** The expressions that one is made of. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'constant':
    case 'name':
      return [];
    case 'attribute':
      return [expression.of];
    case 'item':
      return [expression.of, expression.index];
    case 'slice':
      return [expression.of, ...expression.parts.filter((part) => part !== null)];
    case 'call':
      // A method's name is judged with its call.
      return [expression.of.kind === 'attribute' ? expression.of.of : expression.of, ...expression.arguments].filter(
        (part) => part.kind !== 'name' || part !== expression.of,
      );
    case 'filter':
    case 'test':
      return [expression.of, ...expression.arguments];
    case 'binary':
      return [expression.left, expression.right];
    case 'list':
      return expression.items;
    case 'choice':
      return [expression.condition, ...expression.branches];
  }
}
