import { z } from 'zod';
import { nearest } from '../../kernel/nearest.ts';
import type { PositionedYaml, Way } from './document.ts';
import type { Mistake } from './mistakes.ts';

type Issue = z.core.$ZodIssue;

/** The document as `shape` describes it, or every mistake, each at its place. Never throws. */
export function shaped<T>(
  yaml: PositionedYaml,
  shape: z.ZodType<T>,
  knownKeys: readonly string[],
): T | readonly Mistake[] {
  const result = shape.safeParse(yaml.value);
  return result.success ? result.data : result.error.issues.flatMap((issue) => mistakesOf(yaml, issue, knownKeys));
}

function mistakesOf(yaml: PositionedYaml, issue: Issue, knownKeys: readonly string[]): readonly Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ ...yaml.atKey(issue.path, key), sentence: unknownField(key, knownKeys) }));
  }
  if (issue.code === 'invalid_type' && valueAt(yaml.value, issue.path) === undefined) {
    return [{ ...yaml.at(issue.path), sentence: `${wayInWords(issue.path)} is missing` }];
  }
  return [{ ...yaml.at(issue.path), sentence: issueInWords(issue) }];
}

/** `regions[0] must be …`. */
export function issueInWords(issue: Issue): string {
  return `${wayInWords(issue.path)} ${wrongWith(issue)}`;
}

function unknownField(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return `unknown field ${key}${near === undefined ? '' : `; did you mean ${near}?`}`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'must be a text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must be a map of fields',
};

function wrongWith(issue: Issue): string {
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? `must be ${issue.expected}`;
  if (issue.code === 'invalid_value') return `must be ${issue.values.map(String).join(' or ')}`;
  if (issue.code === 'too_small')
    return issue.minimum === 1 && issue.origin !== 'int' ? 'is empty' : `must be at least ${issue.minimum}`;
  if (issue.code === 'too_big')
    return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
  return issue.message;
}

/** `spec.rules[2].when`. */
function wayInWords(way: Way): string {
  const words = way.map((step, at) =>
    typeof step === 'number' ? `[${step}]` : `${at === 0 ? '' : '.'}${String(step)}`,
  );
  return words.join('') || 'the file';
}

function valueAt(value: unknown, way: Way): unknown {
  let inner = value;
  for (const step of way) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return undefined;
    inner = (inner as Record<PropertyKey, unknown>)[step];
  }
  return inner;
}

/** A text that canonical JSON can hold. */
export function line(longest: number): z.ZodType<string> {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => text.isWellFormed(), 'holds half a character');
}
