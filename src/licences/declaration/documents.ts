import { readFrontMatter } from '../../formats/yaml/front-matter.ts';

/** One document of a declaration file: its value, or why it has none. */
export type DeclaredDocument =
  | { readonly kind: 'value'; readonly line: number; readonly value: unknown }
  | { readonly kind: 'mistake'; readonly line: number; readonly message: string };

export interface Documents {
  /** Lines of JSON, and YAML of several documents, are answered line by line. */
  readonly lines: boolean;
  readonly documents: readonly DeclaredDocument[];
}

/** Splits a file into its documents: one of JSON, YAML of one or several, or JSON a line. Never throws. */
export function readDocuments(text: string, name: string): Documents {
  const plain = text.replace(/^\uFEFF/, '');
  const lines = plain.split('\n').map((line, at) => ({ text: line.trim(), at: at + 1 }));
  const full = lines.filter((line) => line.text !== '');
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return { lines: true, documents: full.map(ofLine) };
  const whole = parsed(plain);
  if (whole.kind === 'value')
    return { lines: full.length === 1 && isObject(whole.value), documents: [{ ...whole, line: 1 }] };
  const asLines = full.map(ofLine);
  const objects = asLines.filter((line) => line.kind === 'value' && isObject(line.value)).length;
  if (full.length > 1 && objects > 0) return { lines: true, documents: asLines };
  if (/^\s*[{[]/.test(plain))
    return { lines: false, documents: [{ kind: 'mistake', line: 1, message: whole.message }] };
  const stream = yamlStream(plain);
  return { lines: stream.length > 1, documents: stream.map(({ text: one, at }) => ofYaml(one, at)) };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ofLine({ text, at }: { readonly text: string; readonly at: number }): DeclaredDocument {
  return { ...parsed(text), line: at };
}

type Parsed =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'mistake'; readonly message: string };

function parsed(text: string): Parsed {
  try {
    return { kind: 'value', value: JSON.parse(text) as unknown };
  } catch (error) {
    return {
      kind: 'mistake',
      message: `it is no JSON: ${error instanceof Error ? error.message : 'it cannot be read'}`,
    };
  }
}

const BLANK = 'it holds no document';

/** The documents of a YAML stream with the line each begins on; an empty file is one empty document. */
function yamlStream(text: string): readonly { readonly text: string; readonly at: number }[] {
  let at = 1;
  const parts = text.split(/^---[ \t]*\r?$/m).map((part) => {
    const one = { text: part, at };
    at += part.split('\n').length - 1;
    return one;
  });
  const full = parts.filter((part) => part.text.replace(/^[^\S\r\n\u2028\u2029]*#.*$/gm, '').trim() !== '');
  return full.length === 0 ? parts.slice(0, 1) : full;
}

/** YAML by the reader of front matter: bounded, without aliases, every key once. */
function ofYaml(text: string, at: number): DeclaredDocument {
  if (text.trim() === '') return { kind: 'mistake', line: at, message: BLANK };
  const matter = readFrontMatter(`---\n${text.replace(/^\r?\n/, '')}\n---\n`);
  switch (matter.kind) {
    case 'read':
      return {
        kind: 'value',
        line: at,
        value: Object.fromEntries([...matter.values].map(([key, { value }]) => [key, value])),
      };
    case 'broken':
      return { kind: 'mistake', line: at + Math.max(0, matter.line - 2), message: `it is no YAML: ${matter.message}` };
    case 'none':
      return { kind: 'mistake', line: at, message: BLANK };
  }
}
