import { suggest } from '../../kernel/nearest.ts';
import { FUNCTIONS, MACROS, METHODS } from './functions.ts';
import { ANY, BOOL, inWords, listOf, NUMBER, type Shape, TEXT } from './shape.ts';
import type { Node } from './syntax.ts';
import { ConditionMistake } from './tokens.ts';

type Scope = ReadonlyMap<string, Shape>;

/**
 * Finds what would only show when the condition runs, or worse, never: names, fields and functions that do not exist, and
 * words that a field never holds (`says == "malicous"` is valid CEL and never true). All mistakes, from left to right.
 */
export function checkNames(condition: Node, variables: Scope): readonly ConditionMistake[] {
  const mistakes: ConditionMistake[] = [];
  const gives = new Checker(mistakes).shapeOf(condition, variables);
  if (gives.kind !== 'bool' && gives.kind !== 'any') {
    mistakes.push(new ConditionMistake(`the condition gives ${inWords(gives)}, and should give true or false`, 0));
  }
  return mistakes.sort((a, b) => a.at - b.at);
}

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

class Checker {
  readonly #mistakes: ConditionMistake[];

  constructor(mistakes: ConditionMistake[]) {
    this.#mistakes = mistakes;
  }

  shapeOf(node: Node, scope: Scope): Shape {
    switch (node.kind) {
      case 'literal':
        return { string: TEXT, number: NUMBER, bool: BOOL, null: ANY }[node.type];
      case 'name':
        return (
          scope.get(node.name) ?? this.#mistake(`there is no ${node.name}${suggest(node.name, scope.keys())}`, node)
        );
      case 'field':
        return this.#field(this.shapeOf(node.of, scope), node.name, node);
      case 'index':
        return this.#index(node, scope);
      case 'call':
        return this.#call(node, scope);
      case 'operator':
        return this.#operator(node, scope);
      case 'list':
        return listOf(node.items.map((item) => this.shapeOf(item, scope))[0] ?? ANY);
      case 'map':
        for (const item of node.items) this.shapeOf(item, scope);
        return ANY;
    }
  }

  #mistake(sentence: string, { at }: { readonly at: number }): Shape {
    this.#mistakes.push(new ConditionMistake(sentence, at));
    return ANY;
  }

  #field(of: Shape, name: string, node: Node): Shape {
    if (of.kind === 'any') return ANY;
    if (of.kind !== 'fields') return this.#mistake(`${inWords(of)} has no field ${name}`, node);
    if (Object.hasOwn(of.fields, name)) return of.fields[name] ?? ANY;
    return this.#mistake(`${of.what} has no field ${name}${suggest(name, Object.keys(of.fields))}`, node);
  }

  #index(node: Extract<Node, { kind: 'index' }>, scope: Scope): Shape {
    const of = this.shapeOf(node.of, scope);
    this.shapeOf(node.by, scope);
    if (of.kind === 'list') return of.of;
    const key = literalText(node.by);
    return of.kind === 'fields' && key !== undefined ? this.#field(of, key, node.by) : ANY;
  }

  #operator({ operator, operands }: Extract<Node, { kind: 'operator' }>, scope: Scope): Shape {
    const shapes = operands.map((operand) => this.shapeOf(operand, scope));
    if (operator === '==' || operator === '!=') {
      this.#compare(shapes[0], operands[1]);
      this.#compare(shapes[1], operands[0]);
    }
    if (COMPARISONS.has(operator)) this.#alike(shapes[0], shapes[1], operands[1]);
    if (operator === 'in' && operands[1]?.kind === 'list') {
      for (const item of operands[1].items) this.#compare(shapes[0], item);
    }
    if (operator === 'in' && shapes[1]?.kind === 'list') this.#compare(shapes[1].of, operands[0]);
    if (operator === '?:') return shapes[1] ?? ANY;
    if (operator === '-' && operands.length === 1) return NUMBER;
    if ('-*/%'.includes(operator)) return NUMBER;
    return operator === '+' ? (shapes[0] ?? ANY) : BOOL;
  }

  /** Values of different types are never equal, and CEL says so by answering false: such a rule would never fire. */
  #alike(one: Shape | undefined, other: Shape | undefined, at: Node | undefined): void {
    if (one === undefined || other === undefined || at === undefined) return;
    const plain = [one, other].every(({ kind }) => kind === 'string' || kind === 'number' || kind === 'bool');
    if (plain && one.kind !== other.kind) this.#mistake(`${inWords(one)} is never ${inWords(other)}`, at);
  }

  /** A word that this field never holds makes a comparison that is never true: a rule that looks like one and is none. */
  #compare(shape: Shape | undefined, with_: Node | undefined): void {
    const word = with_ === undefined ? undefined : literalText(with_);
    if (shape?.kind !== 'string' || shape.oneOf === undefined || with_ === undefined || word === undefined) return;
    if (!shape.oneOf.includes(word))
      this.#mistake(`it is never ${JSON.stringify(word)}${suggest(word, shape.oneOf)}`, with_);
  }

  #call(node: Extract<Node, { kind: 'call' }>, scope: Scope): Shape {
    if (node.of === null) return this.#function(node, scope);
    const macro = MACROS.get(node.name);
    if (macro !== undefined) return this.#macro(node, node.of, macro, scope);
    this.shapeOf(node.of, scope);
    for (const argument of node.args) this.shapeOf(argument, scope);
    return (
      METHODS.get(node.name) ??
      this.#mistake(`there is no .${node.name}()${didYouMean(node.name, [...METHODS.keys(), ...MACROS.keys()])}`, node)
    );
  }

  #function(node: Extract<Node, { kind: 'call' }>, scope: Scope): Shape {
    for (const argument of node.args) this.shapeOf(argument, scope);
    if (node.name === 'has') {
      const [only, ...more] = node.args;
      if (only?.kind === 'field' && more.length === 0) return BOOL;
      return this.#mistake('has() takes one field, as in has(a.b)', node);
    }
    return (
      FUNCTIONS.get(node.name) ??
      this.#mistake(`there is no ${node.name}()${didYouMean(node.name, FUNCTIONS.keys())}`, node)
    );
  }

  #macro(node: Extract<Node, { kind: 'call' }>, of: Node, counts: readonly number[], scope: Scope): Shape {
    const over = this.shapeOf(of, scope);
    const [bound, ...bodies] = node.args;
    if (!counts.includes(node.args.length) || bound?.kind !== 'name') {
      return this.#mistake(`.${node.name}() takes a name and what to ask of it, as in .${node.name}(x, x == 1)`, node);
    }
    const item = over.kind === 'list' ? over.of : ANY;
    if (over.kind !== 'list' && over.kind !== 'any') this.#mistake(`${inWords(over)} is no list`, node);
    const shapes = bodies.map((body) => this.shapeOf(body, new Map([...scope, [bound.name, item]])));
    if (node.name === 'filter') return over;
    return node.name === 'map' ? listOf(shapes.at(-1) ?? ANY) : BOOL;
  }
}

function didYouMean(name: string, known: Iterable<string>): string {
  const sentence = suggest(name, known);
  return sentence.startsWith('; did') ? sentence : '';
}

/** What a string literal says; undefined for all else, and where escapes would have to be followed. */
function literalText(node: Node): string | undefined {
  if (node.kind !== 'literal' || node.type !== 'string') return undefined;
  return /^(["'])([^\\"']*)\1$/.exec(node.text)?.[2];
}
