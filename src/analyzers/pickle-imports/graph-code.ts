import { type Token, tokensOf } from '../../formats/python/tokens.ts';
import { TENSOR_ATTRIBUTES, TENSOR_FUNCTIONS, TENSOR_TYPES, WRAPPED } from './graph-names.ts';
import { isPlain } from './plain-names.ts';

/** What `torch.fx` writes of a module: lines that import, and the function that unpickling runs to trace it anew. */
export interface GraphCode {
  readonly imports: string;
  readonly code: string;
}

/**
 * Whether such code only computes with tensors: assignments, functions of PyTorch by their exact names, methods of tensors, calls of
 * its own layers. It is run while the file is loaded (torch/fx/graph_module.py, reduce_graph_module), so that what is not known to
 * be harmless is not.
 */
export function computesOnly({ imports, code }: GraphCode): boolean {
  const wrapped = wrappedBy(imports);
  return wrapped !== null && new Reader([...tokensOf(code)], wrapped).reads();
}

const USUAL: ReadonlySet<string> = new Set([
  'NoneType = type(None)',
  'import torch',
  'import torch.nn',
  'import torch.nn.functional',
  'import torch.fx',
  'import torch.fx._pytree as fx_pytree',
  'import torch.utils._pytree as pytree',
  'import math',
  'import operator',
  'import _operator',
  'from builtins import getattr as getattr',
  'from torch import device',
  'from math import inf',
  'from math import nan',
]);
const IMPORTED = /^from ([\w.]+) import (\w+) as (\w+)$/;
/** A name of their own that an import may not take. */
const TAKEN =
  /^(?:torch|math|operator|_operator|self|getattr|slice|device|pytree|fx_pytree|len|range|int|float|bool|tuple|list|inf|nan|NoneType)$/;

/** The names under which further functions are imported; null where something else is. */
function wrappedBy(imports: string): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (const line of imports.split('\n').map((each) => each.trim())) {
    if (line === '' || USUAL.has(line)) continue;
    const [, module = '', name = '', as = ''] = IMPORTED.exec(line) ?? [];
    const known = module === 'typing' ? /^[A-Z]\w*$/.test(name) : (WRAPPED[module] ?? '').split(' ').includes(name);
    if (!known || name === '' || TAKEN.test(as)) return null;
    names.add(as);
  }
  return names;
}

/** Brackets within brackets that are followed. */
const DEEPEST = 100;
const CONSTANTS: ReadonlySet<string> = new Set(['None', 'True', 'False', 'inf', 'nan', 'NoneType']);
const OPERATORS: ReadonlySet<string> = new Set(
  '+ - * / // % @ ** & | ^ << >> < > <= >= == != and or in is not'.split(' '),
);
const SIGNS: ReadonlySet<string> = new Set(['+', '-', '~', 'not', '*', '**']);
const BUILTINS: ReadonlySet<string> = new Set([
  'slice',
  'device',
  'len',
  'int',
  'float',
  'bool',
  'range',
  'tuple',
  'list',
]);
const MODULES: ReadonlySet<string> = new Set(['torch', 'math', 'operator', '_operator', 'pytree', 'fx_pytree']);
const KEYWORDS: ReadonlySet<string> = new Set(
  'def return import from class with for while if elif else try except finally lambda yield await async global nonlocal del assert raise pass'.split(
    ' ',
  ),
);
const TREES = /^(?:fx_)?pytree\.(?:tree_flatten_spec|tree_unflatten|tree_flatten)$/;
const ARITHMETIC =
  /^(?:_?operator\.(?:abs|add|and_|contains|eq|floordiv|ge|getitem|gt|iadd|imul|index|inv|invert|isub|itruediv|le|lshift|lt|matmul|mod|mul|ne|neg|not_|or_|pos|pow|rshift|sub|truediv|xor)|math\.(?:ceil|cos|exp|floor|log|log2|pow|prod|sin|sqrt|trunc))$/;
const FUNCTIONS =
  /^torch\.(?:nn\.functional|_C\._nn|functional|special|linalg|fft|ops\.(?:aten|prims|quantized|quantized_decomposed|torchvision)(?:\.[a-z]\w*)?)\.(?!from_file$|handle_|has_torch|boolean_|assert_)(_?[A-Za-z]\w*)$/;
const WRAPS = /^torch\.fx\.(?:_symbolic_trace\.)?wrap$/;

class Unknown extends Error {}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #wrapped: ReadonlySet<string>;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], wrapped: ReadonlySet<string>) {
    this.#tokens = tokens;
    this.#wrapped = wrapped;
  }

  reads(): boolean {
    try {
      while (this.#at < this.#tokens.length) this.#statement();
      return true;
    } catch (error) {
      if (error instanceof Unknown) return false;
      throw error;
    }
  }

  #text(ahead = 0): string {
    return this.#tokens[this.#at + ahead]?.text ?? '';
  }

  #kind(): Token['kind'] | undefined {
    return this.#tokens[this.#at]?.kind;
  }

  #takes(text: string): boolean {
    if (this.#text() !== text || this.#kind() === 'string') return false;
    this.#at += 1;
    return true;
  }

  #must(text: string): void {
    if (!this.#takes(text)) throw new Unknown();
  }

  #name(): string {
    const text = this.#text();
    if (this.#kind() !== 'name' || KEYWORDS.has(text)) throw new Unknown();
    this.#at += 1;
    return text;
  }

  #statement(): void {
    if (this.#kind() === 'newline' || this.#text() === ';') this.#at += 1;
    else if (this.#takes('def')) this.#header();
    else {
      if (!this.#takes('return')) this.#targets();
      if (!this.#ends()) this.#list();
      if (!this.#ends()) throw new Unknown();
    }
  }

  #ends(): boolean {
    return this.#kind() === undefined || this.#kind() === 'newline' || this.#text() === ';';
  }

  /** `a = b = `, whose names are new and stand for nothing else. */
  #targets(): void {
    while (this.#isSet()) {
      const name = this.#name();
      if (TAKEN.test(name) || this.#wrapped.has(name)) throw new Unknown();
      this.#at += 1;
    }
  }

  /** `forward(self, x : torch.Tensor, mask = None) -> torch.Tensor:` */
  #header(): void {
    this.#must('forward');
    this.#must('(');
    while (!this.#takes(')')) {
      while (this.#takes('*'));
      const name = this.#name();
      if (name !== 'self' && (TAKEN.test(name) || this.#wrapped.has(name))) throw new Unknown();
      if (this.#takes(':')) this.#type();
      if (this.#takes('=')) this.#expression();
      if (this.#text() !== ')') this.#must(',');
    }
    if (this.#arrow()) this.#type();
    this.#must(':');
  }

  #arrow(): boolean {
    if (this.#takes('->')) return true;
    if (this.#text() !== '-' || this.#text(1) !== '>') return false;
    this.#at += 2;
    return true;
  }

  #type(): void {
    const path = [this.#name()];
    while (this.#takes('.')) path.push(this.#name());
    const plain = ['int', 'float', 'bool', 'str', 'None', 'list', 'dict', 'tuple'].includes(path.join('.'));
    const torch = path[0] === 'torch' && path.length === 2 && TENSOR_TYPES.has(path[1] ?? '');
    if (!plain && !torch && !(path.length === 1 && this.#wrapped.has(path[0] ?? ''))) throw new Unknown();
    if (!this.#takes('[')) return;
    this.#deeper(() => {
      while (!this.#takes(']')) {
        this.#type();
        if (this.#text() !== ']') this.#must(',');
      }
    });
  }

  #deeper(read: () => void): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new Unknown();
    read();
    this.#depth -= 1;
  }

  /** Expressions with commas between them. */
  #list(): void {
    this.#expression();
    while (this.#takes(',')) if (!this.#ends()) this.#expression();
  }

  #expression(): void {
    this.#deeper(() => {
      this.#operand();
      while (this.#operator(OPERATORS)) {
        this.#takes('in');
        this.#operand();
      }
    });
  }

  /** Signs come one by one. */
  #operator(known: ReadonlySet<string>): boolean {
    const [first, second] = [this.#tokens[this.#at], this.#tokens[this.#at + 1]];
    if (first === undefined || first.kind === 'string') return false;
    const both = second?.kind === 'operator' && second.start === first.end ? first.text + second.text : '';
    if (known.has(both)) this.#at += 2;
    else if (known.has(first.text)) this.#at += 1;
    else return false;
    return true;
  }

  #isSet(): boolean {
    return this.#kind() === 'name' && this.#text(1) === '=' && this.#text(2) !== '=';
  }

  #operand(): void {
    while (this.#operator(SIGNS));
    const kind = this.#kind();
    const text = this.#text();
    if (kind === 'string') {
      if (!/^[rRuU]?["']/.test(text)) throw new Unknown();
      this.#at += 1;
    } else if (kind === 'name') this.#path();
    else if (/^\.?[0-9]/.test(text)) this.#at += 1;
    else if (text === '(' || text === '[' || text === '{') {
      this.#bracketed();
      this.#behind();
    } else if (text === '...') this.#at += 1;
    else if (text === '.' && this.#text(1) === '.' && this.#text(2) === '.') this.#at += 3;
    else throw new Unknown();
  }

  /** A name with what follows it. Of a module only what is called, or a type, may be named. */
  #path(): void {
    const root = this.#name();
    if (root === 'getattr') {
      this.#deeper(() => this.#attribute());
      this.#behind(true);
      return;
    }
    if (MODULES.has(root)) {
      const path = [root];
      while (this.#takes('.')) path.push(this.#name());
      this.#named(path);
      this.#behind();
      return;
    }
    if (CONSTANTS.has(root)) return;
    if (BUILTINS.has(root) || this.#wrapped.has(root)) this.#call();
    else if (this.#text() === '(') throw new Unknown();
    this.#behind(root === 'self');
  }

  #named(path: readonly string[]): void {
    const whole = path.join('.');
    if (this.#text() !== '(') {
      if (path[0] !== 'torch' || path.length !== 2 || !TENSOR_TYPES.has(path[1] ?? '')) throw new Unknown();
      return;
    }
    if (WRAPS.test(whole)) {
      this.#must('(');
      if (this.#kind() !== 'string' || !this.#wrapped.has(this.#text().slice(1, -1))) throw new Unknown();
      this.#at += 1;
      this.#must(')');
      return;
    }
    const own = path.length === 2 && path[0] === 'torch' && isTensorFunction(path[1] ?? '');
    const typed = path.length === 2 && ['torch.device', 'torch.Size'].includes(whole);
    if (!own && !typed && !TREES.test(whole) && !ARITHMETIC.test(whole) && !isFunction(whole)) throw new Unknown();
    this.#call();
  }

  /** `getattr(getattr(self.features, "0").block, "1")`: a layer within the module, by its name. */
  #attribute(): void {
    this.#must('(');
    const root = this.#name();
    if (root === 'getattr') this.#deeper(() => this.#attribute());
    else if (root !== 'self') throw new Unknown();
    while (this.#takes('.')) if (!isPlain(this.#name())) throw new Unknown();
    this.#must(',');
    const text = this.#text();
    // Layers of a sequence have numbers for names, and what has a hyphen is nothing but a layer.
    const name = text
      .slice(1, -1)
      .replaceAll('-', '_')
      .replace(/^(?=[0-9])/, 'n');
    if (this.#kind() !== 'string' || !/^["'][\w-]{1,100}["']$/.test(text) || !isPlain(name)) throw new Unknown();
    this.#at += 1;
    this.#must(')');
  }

  /** Attributes, items and calls behind a value. `own`: of the module itself, whose layers are called. */
  #behind(own = false): void {
    let layers = own;
    for (;;) {
      if (this.#takes('.')) {
        const name = this.#name();
        const called = this.#text() === '(';
        if (layers ? !isPlain(name) : called ? !isTensorFunction(name) : !TENSOR_ATTRIBUTES.has(name))
          throw new Unknown();
        if (called) {
          this.#call();
          layers = false;
        }
      } else if (this.#text() === '[' && this.#kind() === 'operator') {
        this.#bracketed();
        layers = false;
      } else if (layers && this.#text() === '(') {
        this.#call();
        layers = false;
      } else return;
    }
  }

  #call(): void {
    this.#deeper(() => {
      this.#must('(');
      while (!this.#takes(')')) {
        if (this.#isSet()) this.#at += 2;
        this.#expression();
        if (this.#text() !== ')') this.#must(',');
      }
    });
  }

  #bracketed(): void {
    const close = { '(': ')', '[': ']', '{': '}' }[this.#text()] ?? '';
    this.#deeper(() => {
      this.#at += 1;
      while (!this.#takes(close)) {
        if (this.#takes(':')) continue;
        this.#expression();
        if (this.#text() !== close && this.#text() !== ':') this.#must(',');
      }
    });
  }
}

function isFunction(path: string): boolean {
  const name = FUNCTIONS.exec(path)?.[1];
  return name !== undefined && isPlain(name);
}

function isTensorFunction(name: string): boolean {
  return TENSOR_FUNCTIONS.has(name.replace(/_+$/, '')) || TENSOR_FUNCTIONS.has(name);
}
