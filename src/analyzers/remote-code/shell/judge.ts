import type { Rule } from '../../../domain/finding.ts';
import type { ShellStep } from '../../../formats/shell/syntax.ts';
import { ATTACKING_SCRIPT, CHANGES_MACHINE, CODE_OF_NOBODY, FETCHED_CODE, HOST_ACCESS, TRUST } from '../rules.ts';
import { Interpreter } from './interpreter.ts';

/** What a script in a shell does; rows are asked about each of its commands as it is meant. */
export interface ShellJudgement {
  readonly worst: { readonly rule: Rule; readonly operation: string } | null;
  /** Whether all of it was followed. */
  readonly whole: boolean;
}

export interface ShellKind {
  readonly buildsImage?: boolean;
  readonly fish?: boolean;
  readonly rulesOf: (line: string) => readonly Rule[];
}

const ORDER = [ATTACKING_SCRIPT, CODE_OF_NOBODY, FETCHED_CODE, HOST_ACCESS, CHANGES_MACHINE, TRUST];

/** One script, or those of one image one after another: what one leaves behind the next one finds. */
export function judgeShell(
  steps: readonly ShellStep[],
  { buildsImage = false, fish = false, rulesOf }: ShellKind,
): ShellJudgement {
  const told = new Map<Rule, string>();
  const tell = (rule: Rule, operation: string) => {
    if (!told.has(rule)) told.set(rule, operation);
  };
  const interpreter = new Interpreter({
    buildsImage,
    fish,
    said: (line, operation) => {
      for (const rule of rulesOf(line)) tell(rule, operation);
    },
    told: tell,
  });
  for (const { text, own } of steps) {
    const { folder } = interpreter;
    interpreter.follow(text);
    if (own) interpreter.folder = folder;
  }
  const worst = ORDER.find((rule) => told.has(rule));
  return {
    worst: worst === undefined ? null : { rule: worst, operation: told.get(worst) ?? '' },
    whole: interpreter.whole,
  };
}
