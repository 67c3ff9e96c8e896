/**
 * Why the loader's parser refuses code of TorchScript, or null (torch/csrc/jit/frontend/lexer.cpp, parser.cpp): the
 * compiler writes each file (python_print.cpp), so that what does not parse was changed since. Names that nothing
 * brings are refused too: a function's own, the few that the loader knows (import_source.cpp, ir_emitter.cpp), types.
 */
export function wrongCode(source: string): string | null {
  try {
    const code = { tokens: tokensOf(source), at: 0, depth: 0, names: new Scope(null) };
    while (kindAt(code) !== 'end') {
      if (kindAt(code) === 'newline') code.at++;
      else statement(code);
    }
    return null;
  } catch (error) {
    if (error instanceof WrongCode) return error.message;
    // Of a text of millions of escapes the regular expression has no room for its steps.
    if (error instanceof TooDeep || error instanceof RangeError) return null;
    throw error;
  }
}

class WrongCode extends Error {}
class TooDeep extends Error {}

/** Expressions in expressions; what is deeper is not judged. */
const DEEPEST = 300;
/** Of one file; the largest that compilers write have some hundred thousand. */
const MOST_TOKENS = 2_000_000;

interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'sign' | 'newline' | 'indent' | 'dedent' | 'end';
  readonly text: string;
  readonly line: number;
}

/** Names that a function brings, and those that it asks for. */
class Scope {
  readonly outer: Scope | null;
  readonly brought = new Set<string>();
  /** In the order of asking, so that what turns out to be written is taken back by length alone. */
  readonly asked: { readonly name: string; readonly line: number }[] = [];
  constructor(outer: Scope | null) {
    this.outer = outer;
  }
}

interface Code {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
  names: Scope;
}

const TOKEN =
  /[ \t]+|#[^\n]*|\\\n|([A-Za-z_]\w*)|((?:0[xX][0-9a-fA-F]+|(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)j?)|("""[^"]*(?:"(?!"")[^"]*)*"""|"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"|'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*')|(\n)|(\.\.\.|->|\*\*=?|\/\/=?|<<=?|>>=?|[-+*/%|&^@=!<>]=|[-+*/%@&|^~<>=()[\]{}:;,.?])/y;

/** What the parser sees; indents are counted outside brackets only. */
function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const indents = [0];
  let line = 1;
  let open = 0;
  let at = 0;
  let fresh = true;
  while (at < source.length) {
    if (fresh && open === 0) {
      let width = at;
      while (source[width] === ' ' || source[width] === '\t') width++;
      if (source[width] !== '\n' && source[width] !== '#' && width < source.length)
        indent(tokens, indents, width - at, line);
    }
    fresh = false;
    if (tokens.length > MOST_TOKENS) throw new TooDeep();
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(source);
    if (found === null) throwWrong(line, `what begins with ${JSON.stringify(source.slice(at, at + 12))} is no token`);
    const [text, name, number, string, newline, sign] = found;
    at += text.length;
    if (name !== undefined) tokens.push({ kind: 'name', text, line });
    else if (number !== undefined) tokens.push({ kind: 'number', text, line });
    else if (string !== undefined) tokens.push({ kind: 'string', text, line });
    else if (sign !== undefined) {
      if ('([{'.includes(text)) open++;
      else if (')]}'.includes(text)) open--;
      tokens.push({ kind: 'sign', text, line });
    } else if (newline !== undefined) {
      if (open <= 0 && tokens.at(-1)?.kind !== 'newline') tokens.push({ kind: 'newline', text: '', line });
      fresh = true;
    }
    line += newline !== undefined || text === '\\\n' ? 1 : string === undefined ? 0 : text.split('\n').length - 1;
  }
  tokens.push({ kind: 'newline', text: '', line });
  for (let left = indents.length; left > 1; left--) tokens.push({ kind: 'dedent', text: '', line });
  tokens.push({ kind: 'end', text: '', line });
  return tokens;
}

function indent(tokens: Token[], indents: number[], width: number, line: number): void {
  if (width > (indents.at(-1) ?? 0)) {
    indents.push(width);
    tokens.push({ kind: 'indent', text: '', line });
    return;
  }
  while (width < (indents.at(-1) ?? 0)) {
    indents.pop();
    tokens.push({ kind: 'dedent', text: '', line });
  }
  if (width !== indents.at(-1)) throwWrong(line, 'a line is indented as none before it');
}

function throwWrong(line: number, what: string): never {
  throw new WrongCode(`in line ${line}, ${what}`);
}

const END: Token = { kind: 'end', text: '', line: 0 };
const tokenAt = (code: Code): Token => code.tokens[code.at] ?? END;
const kindAt = (code: Code): Token['kind'] => tokenAt(code).kind;
const isAt = (code: Code, text: string): boolean =>
  tokenAt(code).text === text && (kindAt(code) === 'sign' || kindAt(code) === 'name');

function take(code: Code, text: string): boolean {
  if (!isAt(code, text)) return false;
  code.at++;
  return true;
}

function need(code: Code, text: string): void {
  if (!take(code, text)) unexpected(code, text);
}

function unexpected(code: Code, wanted: string): never {
  const { kind, text, line } = tokenAt(code);
  throwWrong(
    line,
    `${text === '' ? `${kind === 'end' ? 'the' : 'a'} ${kind}` : JSON.stringify(text)} stands where ${wanted} should`,
  );
}

const KEYWORDS: ReadonlySet<string> = new Set(
  'False None True and as assert break class continue def del elif else for global if import in is lambda not or pass raise return while with'.split(
    ' ',
  ),
);

function needName(code: Code): string {
  const { kind, text } = tokenAt(code);
  if (kind !== 'name' || KEYWORDS.has(text)) unexpected(code, 'a name');
  code.at++;
  return text;
}

function needLineEnd(code: Code): void {
  if (take(code, ';')) return;
  if (kindAt(code) !== 'newline') unexpected(code, 'the end of a line');
  code.at++;
}

function statement(code: Code): void {
  const { kind, text } = tokenAt(code);
  const compound = kind === 'name' ? COMPOUND[text] : undefined;
  if (compound !== undefined) {
    code.at++;
    compound(code);
    return;
  }
  const simple = kind === 'name' ? SIMPLE[text] : undefined;
  if (simple === undefined) expressionStatement(code);
  else {
    code.at++;
    simple(code);
  }
  needLineEnd(code);
}

const COMPOUND: Readonly<Record<string, (code: Code) => void>> = Object.assign(
  Object.create(null) as Record<string, never>,
  {
    def: definition,
    class: classOf,
    if: conditional,
    while: (code: Code) => {
      expression(code);
      block(code);
    },
    for: (code: Code) => {
      targets(code);
      need(code, 'in');
      expressions(code);
      block(code);
    },
    with: (code: Code) => {
      do {
        expression(code);
        if (take(code, 'as')) targets(code);
      } while (take(code, ','));
      block(code);
    },
  },
);

const nothing = (): void => undefined;
const SIMPLE: Readonly<Record<string, (code: Code) => void>> = Object.assign(
  Object.create(null) as Record<string, never>,
  {
    return: (code: Code) => {
      if (kindAt(code) !== 'newline') expressions(code);
    },
    raise: (code: Code) => {
      if (kindAt(code) !== 'newline') expressions(code);
    },
    assert: expressions,
    del: expressions,
    pass: nothing,
    break: nothing,
    continue: nothing,
    import: (code: Code) => {
      do {
        needName(code);
        while (take(code, '.')) needName(code);
      } while (take(code, ','));
    },
    global: (code: Code) => {
      do code.names.brought.add(needName(code));
      while (take(code, ','));
    },
  },
);

function block(code: Code, body: (code: Code) => void = statement): void {
  need(code, ':');
  if (kindAt(code) !== 'newline') {
    // `if a: if b: …` goes on in one line for as long as anybody likes.
    deeper(code);
    body(code);
    code.depth--;
    return;
  }
  code.at++;
  if (kindAt(code) !== 'indent') unexpected(code, 'an indented block');
  code.at++;
  deeper(code);
  while (kindAt(code) !== 'dedent') {
    if (kindAt(code) === 'end') unexpected(code, 'the end of a block');
    if (kindAt(code) === 'newline') code.at++;
    else body(code);
  }
  code.at++;
  code.depth--;
}

function deeper(code: Code): void {
  if (++code.depth > DEEPEST) throw new TooDeep();
}

function conditional(code: Code): void {
  expression(code);
  block(code);
  while (take(code, 'elif')) {
    expression(code);
    block(code);
  }
  if (take(code, 'else')) block(code);
}

function definition(code: Code): void {
  code.names.brought.add(needName(code));
  const scope = new Scope(code.names);
  code.names = scope;
  need(code, '(');
  while (!take(code, ')')) {
    take(code, '*');
    if (!isAt(code, ',') && !isAt(code, ')')) {
      scope.brought.add(needName(code));
      if (take(code, ':')) annotation(code);
      if (take(code, '=')) expression(code);
    }
    if (!isAt(code, ')')) need(code, ',');
  }
  if (take(code, '->')) annotation(code);
  block(code);
  code.names = scope.outer ?? scope;
  for (const { name, line } of scope.asked) if (!isBrought(scope, name)) throwWrong(line, `nothing brings ${name}`);
}

function isBrought(scope: Scope, name: string): boolean {
  if (KNOWN_NAMES.has(name) || TYPES.has(name)) return true;
  for (let one: Scope | null = scope; one !== null; one = one.outer) if (one.brought.has(name)) return true;
  return false;
}

function classOf(code: Code): void {
  code.names.brought.add(needName(code));
  const outer = code.names;
  if (take(code, '(')) {
    while (!take(code, ')')) {
      expression(code);
      if (!isAt(code, ')')) need(code, ',');
    }
  }
  code.names = new Scope(outer);
  block(code, (inside) => {
    if (isAt(inside, 'def') || isAt(inside, 'pass')) {
      statement(inside);
      return;
    }
    expression(inside);
    if (take(inside, ':')) annotation(inside);
    if (take(inside, '=')) expressions(inside);
    needLineEnd(inside);
  });
  code.names = outer;
}

const AUGMENTED: ReadonlySet<string> = new Set('+= -= *= /= //= %= **= @= &= |= ^= <<= >>='.split(' '));

function expressionStatement(code: Code): void {
  const from = code.at;
  targets(code);
  if (take(code, ':')) annotation(code);
  if (AUGMENTED.has(tokenAt(code).text)) {
    code.at++;
    expressions(code);
    return;
  }
  let assigned = false;
  while (take(code, '=')) {
    assigned = true;
    targets(code);
  }
  // What stands alone, or last, is read; all before is written.
  if (assigned) return;
  code.at = from;
  expressions(code);
  if (take(code, ':')) annotation(code);
}

/** Expressions whose bare names are written; in `a = b` the reader of the last cannot know that, and asks for none. */
function targets(code: Code): void {
  const from = code.at;
  const { asked } = code.names;
  const before = asked.length;
  expressions(code, true);
  const isWritten = isAt(code, '=') || isAt(code, ':') || isAt(code, 'in') || tokenAt(code).text.endsWith('=');
  if (!isWritten) return;
  asked.length = before;
  for (let at = from; at < code.at; at++) {
    const { kind, text } = code.tokens[at] ?? END;
    if (kind === 'name' && code.tokens[at - 1]?.text !== '.') code.names.brought.add(text);
  }
}

function expressions(code: Code, isTarget = false): void {
  do {
    if (endsList(code)) return;
    take(code, '*');
    if (isTarget) compared(code);
    else expression(code);
    if (isTarget && isAt(code, 'if')) ternary(code);
  } while (take(code, ','));
}

const endsList = (code: Code): boolean =>
  kindAt(code) === 'newline' || isAt(code, '=') || isAt(code, ')') || isAt(code, ']') || isAt(code, '}');

/** Names of types (torch/csrc/jit/frontend/script_type_parser.cpp), in any shape that an annotation has. */
function annotation(code: Code): void {
  const from = code.at;
  const before = code.names.asked.length;
  expression(code);
  code.names.asked.length = before;
  for (let at = from; at < code.at; at++) {
    const { kind, text, line } = code.tokens[at] ?? END;
    if (kind !== 'name' || code.tokens[at - 1]?.text === '.' || TYPES.has(text) || KEYWORDS.has(text)) continue;
    if (!isBrought(code.names, text)) throwWrong(line, `there is no type ${text}`);
  }
}

function expression(code: Code): void {
  deeper(code);
  compared(code);
  ternary(code);
  code.depth--;
}

function ternary(code: Code): void {
  if (!take(code, 'if')) return;
  expression(code);
  need(code, 'else');
  expression(code);
}

const BINARY: ReadonlySet<string> = new Set('or and == != < > <= >= + - * / // % ** @ & | ^ << >> in is'.split(' '));

/** Operators by turns with what they join; which binds more does not matter here. */
function compared(code: Code): void {
  deeper(code);
  operand(code);
  for (;;) {
    if (isAt(code, 'not') && code.tokens[code.at + 1]?.text === 'in') code.at += 2;
    else if (isAt(code, 'in') && isLoopAhead(code)) break;
    else if (kindAt(code) !== 'string' && BINARY.has(tokenAt(code).text)) {
      const wasIs = isAt(code, 'is');
      code.at++;
      if (wasIs) take(code, 'not');
    } else break;
    operand(code);
  }
  code.depth--;
}

/** Whether `in` belongs to the `for` of its line: targets of loops hold no comparison. */
function isLoopAhead(code: Code): boolean {
  for (let at = code.at - 1; at >= 0; at--) {
    const { kind, text } = code.tokens[at] ?? END;
    if (text === 'for' && kind === 'name') return true;
    if (kind === 'newline' || !(kind === 'name' || text === ',' || text === '(' || text === ')' || text === '.'))
      return false;
    if (kind === 'name' && KEYWORDS.has(text)) return false;
  }
  return false;
}

function operand(code: Code): void {
  while (take(code, '-') || take(code, '+') || take(code, '~') || take(code, 'not')) {}
  atom(code);
  for (;;) {
    if (take(code, '.')) {
      // A member may be called as a keyword.
      if (kindAt(code) !== 'name') unexpected(code, 'a name');
      code.at++;
    } else if (take(code, '(')) inBrackets(code, ')');
    else if (take(code, '[')) inBrackets(code, ']');
    else return;
  }
}

function atom(code: Code): void {
  const { kind, text, line } = tokenAt(code);
  if (kind === 'number') code.at++;
  else if (kind === 'string') while (kindAt(code) === 'string') code.at++;
  else if (take(code, '(')) inBrackets(code, ')');
  else if (take(code, '[')) inBrackets(code, ']');
  else if (take(code, '{')) inBrackets(code, '}');
  else if (text === '...' || (kind === 'name' && (text === 'None' || text === 'True' || text === 'False'))) code.at++;
  else if (take(code, '^')) {
    // What the compiler could not compile: `^Name(settings)(arguments)`.
    needName(code);
  } else {
    code.names.asked.push({ name: needName(code), line });
  }
}

/** Elements, pairs, keywords, slices and what makes a list of another. */
function inBrackets(code: Code, closing: string): void {
  deeper(code);
  while (!take(code, closing)) {
    while (take(code, '*') || take(code, '**')) {}
    const { kind } = tokenAt(code);
    if (kind === 'name' && code.tokens[code.at + 1]?.text === '=' && closing === ')') code.at += 2;
    if (!isAt(code, ':')) expression(code);
    if (closing !== ')')
      while (take(code, ':')) if (!isAt(code, ':') && !isAt(code, ',') && !isAt(code, closing)) expression(code);
    while (take(code, 'for')) {
      targets(code);
      need(code, 'in');
      compared(code);
      while (take(code, 'if')) compared(code);
    }
    if (!isAt(code, closing)) need(code, ',');
  }
  code.depth--;
}

/** What the importer and the emitter know by name (import_source.cpp: env_; ir_emitter.cpp: globals). */
const KNOWN_NAMES: ReadonlySet<string> = new Set(
  (
    'torch ops CONSTANTS fork awaitable annotate inf nan infj nanj uninitialized unchecked_cast __torch__ self op_version_set ' +
    'print tuple float int complex bool str getattr hasattr isinstance range zip enumerate rangelist sorted list dict set len hex ' +
    'oct round hash min max abs all any divmod sum ord chr bin pow id type reversed math tolist unwrap_optional ' +
    'AssertionError Exception RuntimeError ValueError NotImplementedError IndexError TypeError KeyError AttributeError ' +
    'NotImplemented StopIteration rpc_async rpc_sync rpc_remote slice format device index super bytes'
  ).split(' '),
);

const TYPES: ReadonlySet<string> = new Set(
  (
    'Tensor int float complex bool str number Scalar None NoneType Any Device Stream Generator Layout Storage QScheme Quantizer ' +
    'Dimname SymInt SymBool SymFloat List Dict Tuple Optional Union Future Await RRef Final Module NamedTuple Enum Interface ' +
    'ModuleInterface Capsule capsule AnyEnumType AnyClassType AnyListType AnyTupleType IntList BroadcastingList1 ' +
    'BroadcastingList2 BroadcastingList3 BroadcastingList4 BroadcastingList5 BroadcastingList6 __torch__ torch t list dict tuple ' +
    'Function object InferredType ScriptModule device dtype layout memory_format'
  ).split(' '),
);
