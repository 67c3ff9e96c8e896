import { z } from 'zod';
import { EVALUATOR_NAME, type Evaluator, TOOL_IDS } from '../domain/evaluator.ts';
import { readYaml } from './yaml/document.ts';
import { isMistakes, mistakesIn } from './yaml/mistakes.ts';
import { line, shaped } from './yaml/shape.ts';

/** What a tool needs for a large model; and a day is the longest that anybody waits. */
const MINUTES = { usual: 10, most: 24 * 60 };

const evaluator = z
  .strictObject({
    tool: z.enum(TOOL_IDS).nullable().default(null),
    command: z.array(line(4000)).min(1).max(100),
    minutes: z.int().min(1).max(MINUTES.most).default(MINUTES.usual),
    environment: z
      .array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,199}$/, 'must be the name of a variable'))
      .max(100)
      .default([]),
  })
  .refine(({ tool, command }) => tool === null || command.length === 1, {
    path: ['command'],
    error: 'names the program alone where tool says which one it is: it is asked in its own way',
  });

const file = z.strictObject({
  evaluators: z
    .record(z.string(), evaluator)
    .refine((all) => Object.keys(all).length > 0, 'is empty')
    .superRefine((all, context) => {
      for (const name of Object.keys(all).filter((one) => !EVALUATOR_NAME.test(one)))
        context.addIssue({
          code: 'custom',
          path: [name],
          message: 'is no name: lower-case letters, digits and hyphens, 40 at most',
        });
    }),
});

const FIELDS = ['evaluators', 'tool', 'command', 'minutes', 'environment'];

/** Reads the file of `--evaluators`. Throws `evaluators-invalid` with every mistake at its line and column. */
export function parseEvaluators(text: string, fileName: string): readonly Evaluator[] {
  const yaml = readYaml(text);
  if (isMistakes(yaml)) throw mistakesIn('evaluators-invalid', fileName, yaml);
  const parsed = shaped(yaml, file, FIELDS);
  if (isMistakes(parsed)) throw mistakesIn('evaluators-invalid', fileName, parsed);
  return Object.entries(parsed.evaluators).map(
    ([
      name,
      {
        command: [program = '', ...args],
        ...rest
      },
    ]) => ({
      name,
      program,
      args,
      ...rest,
    }),
  );
}
