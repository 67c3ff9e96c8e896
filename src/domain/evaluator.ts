import { type Digest, digestOfJson } from '../kernel/digest.ts';
import { type Json, member } from '../kernel/json.ts';

/** Tools whose reports on a model's files are read. */
export const TOOL_IDS = ['modelscan', 'picklescan', 'modelaudit'] as const;
export type ToolId = (typeof TOOL_IDS)[number];

export const EVALUATOR_NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** A program that whoever vets has named: it looks at a model's files, and what it prints is evidence. */
export interface Evaluator {
  readonly name: string;
  /** Whose report it gives; null: a document of evidence (docs/how-to/evaluate-a-model.md). */
  readonly tool: ToolId | null;
  readonly program: string;
  /** Before the model's place. */
  readonly args: readonly string[];
  /** Then it is ended, and has said nothing. */
  readonly minutes: number;
  /** Variables that it is handed on, by name; of the rest it sees next to none. */
  readonly environment: readonly string[];
}

/** What an answer was given by: the entry, not what lies at its paths. How long it may take changes no answer. */
export function entryOf({ tool, program, args, environment }: Omit<Evaluator, 'name' | 'minutes'>): Digest {
  return digestOfJson({ tool, program, args: [...args], environment: [...environment] });
}

/** Such an answer stands beside a later one that passes, so that nobody asks again until it is admitted: people rule. */
export function saysFailed(body: Json): boolean {
  return member(body, 'result') === 'failed';
}

/** One that does not say `failed` stands only while the evaluator that gave it is still there, unchanged. */
export function isStillGivenBy(known: readonly Evaluator[], body: Json): boolean {
  if (saysFailed(body)) return true;
  const one = known.find(({ name }) => name === member(body, 'name'));
  return one !== undefined && member(body, 'entry') === entryOf(one);
}
