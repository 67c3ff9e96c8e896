import { isAlias, isNode, parseAllDocuments, visit } from 'yaml';
import type { Json } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { readPlainYaml } from './plain.ts';

/** A tag that stands in a document, in full: `tag:yaml.org,2002:python/object/apply:os.system`. */
export interface YamlTag {
  readonly tag: string;
  /** Bytes are not counted by the parser: characters from the start. */
  readonly offset: number;
}

export interface Yaml {
  /** One a document; those that break are left out. */
  readonly values: readonly Json[];
  readonly tags: readonly YamlTag[];
  /** Why it, or some of it, could not be read; null when all of it was. */
  readonly problem: string | null;
}

/** Settings of models have some kilobytes; the parser takes seconds for megabytes. */
const LONGEST = 512 * 1024;
/** Nesting of real settings stays under 20; the parser spends stack on each level. */
const DEEPEST = 100;
/** A name stands for more than one value; hostile ones multiply. Long configurations use one some hundred times. */
const ALIASES = 2_000;

/** Reads the YAML of a settings file as PyYAML would see it, tags as text and not acted upon. Never throws. */
export function readYaml(text: string): Yaml {
  if (text.length > LONGEST) return { values: [], tags: [], problem: `it has ${text.length} characters` };
  const plain = readPlainYaml(text);
  if (plain !== null) return { values: [plain], tags: [], problem: null };
  return readWholeYaml(text);
}

/** PyYAML reads those of version 1. */
const VERSION = /^%YAML[ \t]{1,10}(\d{1,9})\./;

/** The same by the whole parser, however plain the document is. */
export function readWholeYaml(text: string): Yaml {
  const version = VERSION.exec(text)?.[1];
  if (version !== undefined && version !== '1') return { values: [], tags: [], problem: `its version is ${version}` };
  if (nestsTooDeep(text)) return { values: [], tags: [], problem: `it nests deeper than ${DEEPEST}` };
  try {
    const read = parse(text);
    return read.problem !== null && DIRECTIVES.test(text) ? withDirectives(text, read) : read;
  } catch (error) {
    return {
      values: [],
      tags: [],
      problem: error instanceof Error ? error.message.slice(0, LIMITS.quotation) : 'it broke',
    };
  }
}

function parse(text: string): Yaml {
  const values: Json[] = [];
  const tags: YamlTag[] = [];
  let problem: string | null = null;
  const documents = parseAllDocuments(text, {
    version: '1.1',
    logLevel: 'silent',
    uniqueKeys: false,
    strict: false,
    merge: true,
  });
  if (!Array.isArray(documents)) return { values, tags, problem: null };
  for (const document of documents) {
    if (document.errors.length > 0) problem = document.errors[0]?.message.slice(0, LIMITS.quotation) ?? null;
    let aliases = false;
    visit(document, (_key, node) => {
      if (isAlias(node)) aliases = true;
      if (!isNode(node) || isAlias(node) || node.tag === undefined) return;
      tags.push({ tag: decoded(node.tag), offset: node.range?.[0] ?? 0 });
    });
    try {
      const value = document.toJS({ maxAliasCount: ALIASES }) as Json;
      // PyYAML takes it; whoever goes through it never ends.
      if (aliases && holdsItself(value)) problem = 'a value contains itself';
      else values.push(value);
    } catch (error) {
      problem = error instanceof Error ? error.message.slice(0, LIMITS.quotation) : 'it broke';
    }
  }
  return { values, tags, problem };
}

/** Whether a list or a map lies, however deep, within itself. Each is gone through once, however many names it has. */
function holdsItself(root: Json): boolean {
  const within = new Set<object>();
  const seen = new Set<object>();
  const stack: { readonly of: object | null; readonly rest: Json[] }[] = [{ of: null, rest: [root] }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const value = top.rest.pop();
    if (value === undefined) {
      if (top.of !== null) within.delete(top.of);
      stack.pop();
    } else if (typeof value === 'object' && value !== null) {
      if (within.has(value)) return true;
      if (seen.has(value)) continue;
      seen.add(value);
      within.add(value);
      stack.push({ of: value, rest: Object.values(value) as Json[] });
    }
  }
  return false;
}

const DIRECTIVES = /^(?:%[A-Z]+ [^\n]*\n)+/m;

/** PyYAML takes a percent sign at the start of any line for a directive, and ends the document there. */
function withDirectives(text: string, read: Yaml): Yaml {
  const second = parse(text.replace(new RegExp(DIRECTIVES, 'gm'), '...\n$&'));
  return second.problem === null ? { ...second, tags: [...read.tags, ...second.tags] } : read;
}

/** Characters of a tag may be spelt as in an address. */
function decoded(tag: string): string {
  try {
    return decodeURIComponent(tag);
  } catch {
    return tag;
  }
}

/** By brackets that are open and dashes at the start of lines; texts count too, which only makes it stricter. */
function nestsTooDeep(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '[' || character === '{') open += 1;
    if ((character === ']' || character === '}') && open > 0) open -= 1;
    if (open > DEEPEST) return true;
  }
  return text.split('\n').some((line) => (/^[\s\-?:]*/.exec(line)?.[0].length ?? 0) > 2 * DEEPEST);
}
