import { parse } from 'smol-toml';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { referencesIn } from './config.ts';
import { installsIn } from './installs.ts';
import { INSTALL_SETTING } from './rules.ts';
import type { CodeReference } from './targets.ts';

/** Longer documents are locks and lists of data, of which the lines are looked at. */
const LONGEST = 256 * 1024;
const DEEPEST = 32;

/**
 * What a document of TOML runs however it is written: a key may be quoted or dotted, and its value stand on several lines. Of
 * what is no TOML nothing, since no reader takes it; its lines are looked at all the same.
 */
export function* inToml(text: string): Iterable<CodeReference> {
  if (text.length > LONGEST) return;
  let document: Json;
  try {
    document = parse(text, { maxDepth: DEEPEST }) as unknown as Json;
  } catch {
    return;
  }
  if (isJsonObject(document)) yield* inTable(document, []);
}

/** Each entry as a line in the plainest spelling. */
function* inTable(table: JsonObject, path: readonly string[]): Iterable<CodeReference> {
  const header = `[${path.join('.')}]`;
  if (installsIn(header)) yield { rule: INSTALL_SETTING, operation: header };
  for (const [key, value] of Object.entries(table)) {
    if (value === undefined) continue;
    for (const inner of tablesIn(value)) yield* inTable(inner, [...path, key]);
    if (isJsonObject(value)) continue;
    const line = `${key} = ${JSON.stringify(value)}`.slice(0, LIMITS.pathBytes);
    if (installsIn(line)) yield { rule: INSTALL_SETTING, operation: line.slice(0, LIMITS.quotation) };
    yield* referencesIn({ [key]: value });
  }
}

/** A table, or those of a list. */
function tablesIn(value: Json): readonly JsonObject[] {
  if (isJsonObject(value)) return [value];
  return Array.isArray(value) ? value.flatMap((each: Json) => tablesIn(each)) : [];
}
