import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/json.ts';
import { duplicateKeys, type JsonScan, scanJson } from '../../kernel/json-scan.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { filesInTexts } from '../among-numbers.ts';
import { mayBeginWith, readDocument } from '../document.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { lettersIn } from '../letters.ts';
import { takesComments, withoutComments } from './comments.ts';
import { decodeJson } from './encoding.ts';
import { parseRepeated } from './repeated.ts';

/**
 * One JSON document (RFC 8259) or one a line, in UTF-8, UTF-16 or UTF-32; with comments where a file's own readers take
 * them. A file named `.json` that is neither is malformed, not text.
 */
export const jsonFormat: Format<'json'> = { id: 'json', claims: claimsJson, read: readJson };

/** Notebooks are JSON by their own definition, workspaces of an editor with comments. */
const JSON_NAME = /\.(?:jsonc?|ipynb|code-workspace)$/i;
/** So is what Orbax and Zarr 2 say of arrays, in these letters: sktime pickles a class into a `_metadata`. */
const JSON_FILE = /(?:^|\/)(?:_METADATA|_CHECKPOINT_METADATA|_sharding|\.zarray|\.zgroup|\.zattrs|\.zmetadata)$/;

/** Text that may begin like JSON and is something else: lines of JSON, templates, code, prose, settings. */
const OTHER_NAME =
  /\.(jsonl|ndjson|json5|jinja2?|j2|md|markdown|txt|rst|tex|py|pyi|pyw|js|mjs|cjs|ts|html?|ya?ml|toml|ini|cfg|conf|csv|tsv|sh|log|lock)$/i;

/** A brace before a key or its end, a bracket before a value or its end; `{{` and `{%` open a template. */
const OPENING = /^\uFEFF?\s*(?:\{\s*["}]|\[\s*(?:[[{"\]0-9-]|true\b|false\b|null\b))/;

function claimsJson(path: string, head: Uint8Array, size: number): boolean {
  if (JSON_NAME.test(path) || JSON_FILE.test(path)) return size > 0;
  return mayBeginWith(head, '{[') && !OTHER_NAME.test(path) && OPENING.test(new TextDecoder().decode(head));
}

/**
 * `NaN` and infinities, which Python writes into training states and other readers refuse, are read as null. Repeated
 * keys are told among the facts.
 */
async function readJson(source: ByteSource, { path }: ReadContext): Promise<ReaderResult<'json'>> {
  const original = decodeJson(await readDocument(source));
  const text = asLines(original) ?? (takesComments(path) ? withoutComments(original) : original);
  const scan = scanJson(text, LIMITS.jsonDepth, { pythonConstants: true, countOnly: true });
  if (scan.keys > LIMITS.jsonKeys) throw new OverBudgetError(`more than ${LIMITS.jsonKeys} keys in one document`);
  if (scan.values > LIMITS.jsonValues)
    throw new OverBudgetError(`more than ${LIMITS.jsonValues} values in one document`);
  const parsed = JSON.parse(withoutConstants(text, scan)) as Json;
  const twice = duplicateKeys(text, parsed, scan, { pythonConstants: true });
  // Another reader may take the earlier values: they are looked at too.
  const value = twice.length === 0 ? parsed : parseRepeated(withoutConstants(text, scan));
  return {
    facts: { format: 'json', value, duplicateKeys: twice, text: original },
    parts: await filesInTexts(lettersIn(original)),
    defects: [],
    coverage: 'whole',
  };
}

/** Data sets are often lines of JSON under the name of JSON: as one list of them, or null when the text is no such lines. */
function asLines(text: string): string | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines.every((line) => WHOLE_LINE.test(line))) return null;
  try {
    for (const line of lines) scanJson(line, LIMITS.jsonDepth, { pythonConstants: true, countOnly: true });
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
  return `[${lines.join(',\n')}]`;
}

/** A line that begins and ends like an object or a list. */
const WHOLE_LINE = /^\s*(?:\{.*\}|\[.*\])\s*$/;

function withoutConstants(text: string, { constants }: JsonScan): string {
  if (constants.length === 0) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of constants) {
    pieces.push(text.slice(from, start), 'null');
    from = end;
  }
  return pieces.join('') + text.slice(from);
}
