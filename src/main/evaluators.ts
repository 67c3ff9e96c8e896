import type { Evaluator } from '../domain/evaluator.ts';

/** Bytes: hundreds of programs. */
const LONGEST = 256 * 1024;

/** What the file of `--evaluators` says; none where none is given. Throws `evaluators-invalid`, and as own files are read. */
export async function evaluatorsIn(file: string | null): Promise<readonly Evaluator[]> {
  if (file === null) return [];
  const [{ readOwnText }, { parseEvaluators }] = await Promise.all([
    import('../adapters/files/own-files.ts'),
    import('../policy/evaluators.ts'),
  ]);
  return parseEvaluators(await readOwnText(file, LONGEST), file);
}
