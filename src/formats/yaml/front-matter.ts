import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';

/** A value under one of the card's keys, and the line of the key, from 1. */
export interface CardValue {
  readonly value: unknown;
  readonly line: number;
}

export type FrontMatter =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly line: number; readonly message: string }
  | { readonly kind: 'read'; readonly values: ReadonlyMap<string, CardValue> };

/** As the hub finds it: between two lines of `---`, blank lines before the first allowed. */
const OPENING = /^\uFEFF?\s*---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*\r?$/m;
/** Cards with tables of test results have some hundred kilobytes. */
const LONGEST = 1024 * 1024;
/** Nesting in real cards stays under ten; the parser spends a kilobyte on each level. */
const DEEPEST = 100;

/** Reads the YAML at the top of a model card. Anchors, repeated keys and custom tags are mistakes here. */
export function readFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return { kind: 'none' };
  const rest = text.slice(opening.length);
  const end = CLOSING.exec(rest)?.index;
  // A line of --- that is never answered is a rule drawn across the page.
  if (end === undefined) return { kind: 'none' };
  const yaml = rest.slice(0, end);
  const firstLine = opening.split('\n').length;
  if (yaml.length > LONGEST) return { kind: 'broken', line: firstLine, message: `it has ${yaml.length} characters` };
  if (nestsTooDeep(yaml)) return { kind: 'broken', line: firstLine, message: 'it nests too deep' };
  try {
    return parse(yaml, firstLine);
  } catch (error) {
    return { kind: 'broken', line: firstLine, message: reasonOf(error) };
  }
}

/** The parser recurses: nesting without end is a RangeError, an alias that is not allowed a ReferenceError. */
function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'it nests too deep';
  return error instanceof ReferenceError ? 'it uses aliases' : 'it is no YAML';
}

/** Brackets that are open at once, and list marks in one line. Levels by indentation need more text than there may be. */
function nestsTooDeep(yaml: string): boolean {
  let open = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > DEEPEST) return true;
  }
  return /(?:[-?:][ \t]+){100}/.test(yaml);
}

function parse(yaml: string, firstLine: number): FrontMatter {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
    // Compares each key with all others; those that count are compared below.
    uniqueKeys: false,
  });
  const lineAt = (offset: number): number => firstLine + lines.linePos(offset).line - 1;
  const [mistake] = [...document.errors, ...document.warnings];
  if (mistake !== undefined) return { kind: 'broken', line: lineAt(mistake.pos[0]), message: mistake.message };
  if (document.contents === null) return { kind: 'read', values: new Map() };
  if (!isMap(document.contents)) return { kind: 'broken', line: firstLine, message: 'it is not a map of keys' };
  // Throws at the first alias.
  document.toJS({ maxAliasCount: 0 });
  const values = new Map<string, CardValue>();
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || typeof key.value !== 'string') continue;
    const line = lineAt(key.range?.[0] ?? 0);
    if (values.has(key.value))
      return { kind: 'broken', line, message: `the key ${key.value.slice(0, 80)} stands twice` };
    const plain: unknown = isScalar(value)
      ? value.value
      : (value as { toJS?: (from: unknown) => unknown } | null)?.toJS?.(document);
    values.set(key.value, { value: plain, line });
  }
  return { kind: 'read', values };
}
