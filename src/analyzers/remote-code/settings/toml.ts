import { parse } from 'smol-toml';
import type { ShellFile, ShellStep } from '../../../formats/shell/syntax.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../kernel/json.ts';
import { LIMITS } from '../../../kernel/limits.ts';
import { INSTALL_SETTING } from '../rules.ts';
import { referencesIn } from './config.ts';
import { installsIn } from './installs.ts';
import type { CodeReference } from './targets.ts';

/** Longer documents are locks and lists of data, of which the lines are looked at. */
const LONGEST = 256 * 1024;
const DEEPEST = 32;

/**
 * What a document of TOML runs however it is written: a key may be quoted or dotted, and its value stand on several lines. Of
 * what is no TOML nothing, since no reader takes it; its lines are looked at all the same.
 */
export function* inToml(text: string): Iterable<CodeReference> {
  const document = readToml(text);
  if (document !== null) yield* inTable(document, []);
}

function readToml(text: string): JsonObject | null {
  if (text.length > LONGEST) return null;
  try {
    const document = parse(text, { maxDepth: DEEPEST }) as unknown as Json;
    return isJsonObject(document) ? document : null;
  } catch {
    return null;
  }
}

/** What its tables of tasks, and hooks of tools that build and test, hand to a shell. */
export function shellOfToml(text: string): ShellFile | null {
  const document = readToml(text);
  const steps = document === null ? [] : [...commandsIn(document, false)];
  return steps.length === 0 ? null : { steps, others: text };
}

/** Hatch, cibuildwheel, Netlify, Replit, pixi, just to name some. */
const RUNS =
  /^(?:run|cmd|cmds|command|commands|shell|build|script|(?:pre|post)-install-commands|before-(?:all|build|test)|test-command|repair-wheel-command|buildCommand|startCommand|onBoot)$/;
const TASKS = /^(?:scripts|tasks)$/;

function* commandsIn(table: JsonObject, tasks: boolean): Iterable<ShellStep> {
  for (const [key, value] of Object.entries(table)) {
    const lines = (tasks || RUNS.test(key) ? [value].flat() : []).filter((line) => typeof line === 'string');
    if (lines.length > 0) yield { text: lines.join('\n'), own: true };
    for (const inner of tablesIn(value ?? null)) yield* commandsIn(inner, TASKS.test(key));
  }
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
