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
