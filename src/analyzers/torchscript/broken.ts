import { type Item, type ReadingAs, readingsAs } from '../../intake/inventory.ts';
import { isTorchscriptCode } from '../../intake/torchscript.ts';
import { wrongCode } from './syntax.ts';

/**
 * Why `torch.jit.load` refuses an archive, or null: code that ends in the middle or does not parse, and names of classes and functions in
 * code and pickles that no file of the archive has (torch/csrc/jit/serialization/import_source.cpp: the file is the
 * name's path).
 */
export function brokenArchive(item: Item, zip: ReadingAs<'zip'>): string | null {
  const depth = zip.member.length;
  const own = (member: readonly string[]): boolean =>
    member.length === depth + 1 && zip.member.every((step, index) => member[index] === step);
  const files = new Map<string, ReadonlySet<string>>();
  const named = new Set<string>();
  let root = '';
  for (const { facts, member } of readingsAs(item, 'python')) {
    const name = member.at(-1) ?? '';
    if (!own(member) || !isTorchscriptCode(item, member)) continue;
    root = name.slice(0, name.indexOf('/'));
    const code = withoutTexts(facts.text);
    if (endsEarly(code)) return `${name} ends in the middle`;
    const wrong = wrongCode(facts.text);
    if (wrong !== null) return `${name} is no code of TorchScript's: ${wrong}`;
    files.set(name.slice(root.length + '/code/'.length), definedIn(code));
    for (const [reference] of code.matchAll(REFERENCE)) if (named.size < MOST_NAMES) named.add(reference);
  }
  const code = zip.facts.entries.filter(({ name, size }) => size > 0 && /^[^/]+\/code\/.+\.py$/.test(name));
  // What could not be read is told as such, and programs for the interpreter of phones have their classes elsewhere.
  if (code.length !== files.size || zip.facts.entries.some(({ name }) => name.endsWith('/bytecode.pkl'))) return null;
  for (const { facts, member } of readingsAs(item, 'pickle')) {
    if (!own(member) || !/^[^/]+\/(?:data|constants)\.pkl$/.test(member.at(-1) ?? '')) continue;
    for (const { module, name } of facts.programs.flatMap(({ imports }) => imports))
      if (module !== null && name !== null && module.startsWith('__torch__')) named.add(`${module}.${name}`);
  }
  for (const reference of named) if (!isDefined(reference, files)) return `there is no ${reference}`;
  return null;
}

/** Names that are looked for; models have some hundred. */
const MOST_NAMES = 20_000;
const REFERENCE = /(?<![\w.])__torch__(?:\.\w+)+/g;
/** Classes that native libraries bring. */
const NATIVE = /^__torch__\.torch\.classes\./;

/** `__torch__.a.B.c` stands in `__torch__/a.py`, as a member of `B`, or in `__torch__/a/B.py`. */
function isDefined(reference: string, files: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (NATIVE.test(reference)) return true;
  const steps = reference.split('.');
  for (let at = steps.length - 1; at > 0; at--)
    if (files.get(`${steps.slice(0, at).join('/')}.py`)?.has(steps[at] ?? '') === true) return true;
  return false;
}

function definedIn(code: string): ReadonlySet<string> {
  return new Set([...code.matchAll(/^[ \t]*(?:class|def) (\w+)/gm)].map(([, name = '']) => name));
}

const OPENING = '([{';
const CLOSING = ')]}';

/** The compiler ends each line, and each bracket. */
function endsEarly(code: string): boolean {
  const open: string[] = [];
  for (const character of code) {
    if (OPENING.includes(character)) open.push(character);
    else if (CLOSING.includes(character) && open.pop() !== OPENING[CLOSING.indexOf(character)]) return true;
  }
  return open.length > 0 || !code.endsWith('\n');
}

/** Messages of assertions may say anything; comments too. */
export function withoutTexts(source: string): string {
  return source.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g, '""');
}
