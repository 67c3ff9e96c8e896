import type { Statement } from '../../../formats/python/statements.ts';
import type { Token } from '../../../formats/python/tokens.ts';

/** What the names of a file stand for, over the whole of it. */
export interface Bindings {
  /** Imported names, with what each stands for: `s` is `torch.serialization`. Names that are given such a one are among them. */
  readonly imported: ReadonlyMap<string, string>;
  /** Names that stand for something else as well, somewhere. */
  readonly rebound: ReadonlySet<string>;
  /** Names that are called somewhere. */
  readonly called: ReadonlySet<string>;
  /** Names that are looked into somewhere, by a dot or a bracket. */
  readonly lookedInto: ReadonlySet<string>;
  /** Whether a module is given to something as a value: then any other name may be it. */
  readonly handsModulesOn: boolean;
}

/** Of all statements of a file, in order. */
export function bindingsOf(statements: readonly Statement[]): Bindings {
  const imported = new Map<string, string>();
  const [modules, rebound, called, lookedInto] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  for (const { tokens } of statements) {
    if (!isImport(tokens)) continue;
    for (const [name, module] of importsOf(tokens)) {
      if (imported.has(name) && imported.get(name) !== module) rebound.add(name);
      imported.set(name, module);
      if (tokens[0]?.text === 'import') modules.add(name);
    }
  }
  let handsModulesOn = false;
  for (const { tokens } of statements) {
    if (isImport(tokens)) continue;
    const alias = aliasOf(tokens, imported);
    if (alias !== null && !imported.has(alias[0])) imported.set(...alias);
    const targets = targetsEnd(tokens);
    for (const [at, token] of tokens.entries()) {
      if (token.kind !== 'name' || tokens[at - 1]?.text === '.') continue;
      const [name, next] = [token.text.normalize('NFKC'), tokens[at + 1]?.text];
      if (next === '(') called.add(name);
      if (next === '.' || next === '[') lookedInto.add(name);
      if (binds(tokens, at, targets)) rebound.add(name);
      else if (modules.has(name) && next !== '.' && !isAsked(tokens, at)) handsModulesOn = true;
    }
  }
  return { imported, rebound, called, lookedInto, handsModulesOn };
}

/** `getattr(torch, x)`: judged where it stands. */
function isAsked(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.text === '(' && /^(?:get|has)attr$/.test(tokens[at - 2]?.text ?? '');
}

function isImport([first]: readonly Token[]): boolean {
  return first?.text === 'from' || first?.text === 'import';
}

/** `import a.b` gives the name `a`, `import a.b as c` and `from a import b as c` give the name `c`. */
function* importsOf(tokens: readonly Token[]): Iterable<readonly [string, string]> {
  const words = tokens.map(({ text }) => text.normalize('NFKC')).filter((text) => text !== '(' && text !== ')');
  const start = words.indexOf('import');
  const from = words[0] === 'from' ? `${words.slice(1, start).join('')}.` : '';
  for (const part of words
    .slice(start + 1)
    .join(' ')
    .split(' , ')) {
    const [path = '', name] = part.split(' as ').map((one) => one.replace(/[\s,]/g, ''));
    if (name !== undefined) yield [name, from + path];
    else if (path !== '')
      yield from === '' ? [path.split('.')[0] ?? '', path.split('.')[0] ?? ''] : [path, from + path];
  }
}

/** `s = torch.serialization`, and nothing else in the statement. */
function aliasOf(tokens: readonly Token[], imported: ReadonlyMap<string, string>): [string, string] | null {
  const [name, equals, root] = tokens;
  if (name?.kind !== 'name' || equals?.text !== '=' || root?.kind !== 'name') return null;
  const stands = imported.get(root.text);
  const rest = tokens.slice(3).map(({ text }) => text);
  return stands !== undefined && /^(?:\.\w+)*$/.test(rest.join('')) ? [name.text, stands + rest.join('')] : null;
}

/** Where the last `=` outside brackets stands: what is before it is given a value. */
export function targetsEnd(tokens: readonly Token[]): number {
  let [depth, end] = [0, -1];
  for (const [at, { text }] of tokens.entries()) {
    if (text === '(' || text === '[' || text === '{') depth += 1;
    if (text === ')' || text === ']' || text === '}') depth -= 1;
    if (depth === 0 && ASSIGNS.test(text)) end = at;
  }
  return end;
}

const ASSIGNS = /^(?:[-+*/%@&|^]|\/\/|\*\*|<<|>>)?=$/;
const HEADS = new Set(['def', 'lambda', 'for', 'class', 'case', 'del', 'global', 'nonlocal', 'async', 'type']);

/** Whether a name is given something else here: a value, a parameter, a turn of a loop. `self` as a first parameter is what it is. */
function binds(tokens: readonly Token[], at: number, targets: number): boolean {
  const [before, after] = [tokens[at - 1]?.text ?? '', tokens[at + 1]?.text ?? ''];
  if (after === '.' || after === '(' || after === '[') return before === 'def' || before === 'class';
  if (before === 'as' || after === '=' || after === ':=' || at < targets) return true;
  if (at === 0 && after === ':') return true;
  if ((tokens[0]?.text === 'def' || tokens[1]?.text === 'def') && isAnnotation(tokens, at)) return false;
  if (tokens[0]?.text === 'def' || tokens[1]?.text === 'def') return !(before === '(' && tokens[at]?.text === 'self');
  // Whatever a pattern names it binds.
  if (tokens[0]?.text === 'case') return true;
  let closed = 0;
  for (let place = at - 1; place >= 0 && place >= at - REACH; place--) {
    const text = tokens[place]?.text ?? '';
    if (/^[)\]}]$/.test(text)) closed += 1;
    else if (closed > 0) closed -= /^[([{]$/.test(text) ? 1 : 0;
    else if (text === 'in' || text === ':') return false;
    else if (HEADS.has(text) || (text === 'as' && /^[([]$/.test(tokens[place + 1]?.text ?? ''))) return true;
  }
  return false;
}

/** Behind a parameter's colon or an arrow, or in the brackets of what stands there: `user: Optional[User]`, `-> User`. */
function isAnnotation(tokens: readonly Token[], at: number): boolean {
  if (tokens.some(({ text }) => text === 'lambda')) return false;
  if (tokens[at - 1]?.text === ':' || tokens[at - 1]?.text === '->') return true;
  let square = 0;
  for (const { text } of tokens.slice(0, at)) {
    if (text === '[') square += 1;
    if (text === ']') square -= 1;
  }
  return square > 0;
}

/** Words between `for`, `lambda` or `as` and a name that it binds. */
const REACH = 40;

/** Libraries whose functions load, fetch and check for others. */
const REPLACED: ReadonlySet<string> = new Set(
  'torch transformers huggingface_hub diffusers safetensors numpy pickle json os sys io datasets peft tokenizers accelerate'.split(
    ' ',
  ),
);

/** Whether a statement gives an attribute of such a library, or of a part of it, a function: what others call from then on is this file's. */
export function replacesOthers(tokens: readonly Token[], own: ReadonlySet<string>, { imported }: Bindings): boolean {
  if (isImport(tokens)) return false;
  const end = targetsEnd(tokens);
  const loop = tokens.findIndex(({ text }) => text === 'in');
  const isLoop = tokens[0]?.text === 'for' || tokens[1]?.text === 'for';
  // `name: torch.Tensor = …` gives the name a value, and says of what kind.
  const annotated = tokens[0]?.kind === 'name' && tokens[1]?.text === ':' ? 1 : null;
  const targets = annotated ?? (end >= 0 && tokens[0]?.text !== 'def' ? end : isLoop ? loop : -1);
  let square = 0;
  for (let at = 0; at < tokens.length; at++) {
    const text = tokens[at]?.text ?? '';
    if (text === '[' && tokens[at - 1]?.kind === 'name') square += 1;
    if (text === ']' && square > 0) square -= 1;
    const isTarget = at < targets && square === 0;
    if (!(isTarget || tokens[at - 1]?.text === 'as') || tokens[at - 1]?.text === '.') continue;
    const library = imported.get(text)?.split('.')[0] ?? '';
    if (!REPLACED.has(library) || tokens[at + 1]?.text !== '.') continue;
    let last = at;
    while (tokens[last + 1]?.text === '.') last += 2;
    if (tokens[last + 1]?.text === '(' || tokens[last + 1]?.text === '[') continue;
    if (end < 0 || tokens[at - 1]?.text === 'as' || isFunction(tokens.slice(end + 1), own, imported)) return true;
  }
  return false;
}

/** A function, or a name that may be one: settings are given what is written out, or what stands behind a dot. */
function isFunction(value: readonly Token[], own: ReadonlySet<string>, imported: ReadonlyMap<string, string>): boolean {
  const [first] = value;
  if (value.length === 1 && first?.kind === 'name') return !/^(?:True|False|None)$/.test(first.text);
  return value.some(({ kind, text }, at) => {
    if (kind !== 'name' || value[at - 1]?.text === '.') return false;
    if (text === 'lambda') return true;
    const next = value[at + 1]?.text;
    return (own.has(text) || imported.has(text)) && next !== '.' && next !== '=' && (next !== '(' || at === 0);
  });
}
