import { z } from 'zod';
import { type GuardClassifier, type GuardJudge, ORIGINS } from '../../domain/guard.ts';
import { line } from '../yaml/shape.ts';

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and hyphens, 63 at most');
const milliseconds = z.int().min(1).max(120_000);

/** A model that is asked a question about each message. */
export const JUDGE = z.strictObject({
  id: name,
  title: line(200).optional(),
  question: line(2_000),
  endpoint: z.url({ protocol: /^https?$/ }),
  model: line(200),
  // A key never stands in a policy.
  key: z
    .string()
    .regex(/^[A-Z_][A-Z0-9_]*$/, 'must be the name of an environment variable')
    .optional(),
  origins: z.array(z.enum(ORIGINS)).min(1).default(['assistant']),
  milliseconds: milliseconds.default(10_000),
  characters: z.int().min(1).max(1_000_000).default(32_000),
});

/** A model of one's own that sorts texts, in a folder with `model.onnx` and `tokenizer.json`. */
export const CLASSIFIER = z.strictObject({
  id: name,
  title: line(200).optional(),
  folder: line(1_000),
  labels: z.array(line(100)).min(1),
  origins: z.array(z.enum(ORIGINS)).min(1).default(['user', 'tool-result', 'document']),
  milliseconds: milliseconds.default(10_000),
});

export function judgeOf({ title, key, ...judge }: z.output<typeof JUDGE>): GuardJudge {
  return { ...judge, title: title ?? judge.id, key: key ?? null };
}

export function classifierOf({ title, ...classifier }: z.output<typeof CLASSIFIER>): GuardClassifier {
  return { ...classifier, title: title ?? classifier.id };
}
