import { serveIsolated } from '../../adapters/isolation/serve.ts';
import { workedHere } from '../../adapters/process/worked.ts';
import { openLocalFile } from '../../adapters/sources/local-file.ts';
import type { AnyFileAnalyzer } from '../../analyzers/analyzer.ts';
import { FILE_ANALYZERS } from '../../analyzers/file-table.ts';
import { type ReadTask, readAndInspect, slimmed } from '../../app/read-apart.ts';
import type { RulePack } from '../../domain/rule-pack.ts';
import { FORMATS } from '../../formats/table.ts';
import type { Listed } from '../../intake/take-inventory.ts';
import { createBudget } from '../../kernel/budget.ts';

/** A thread reads many files under the same packs. */
let made: { readonly of: string; readonly analyzers: readonly AnyFileAnalyzer[] } = { of: '', analyzers: [] };

async function analyzersOf(packs: readonly RulePack[]): Promise<readonly AnyFileAnalyzer[]> {
  const of = packs.map(({ digest }) => digest).join(' ');
  if (of !== made.of) {
    const [{ analyzerOfPack }, { loadPatterns }] = await Promise.all([
      import('../../app/rule-packs/analyzer.ts'),
      import('../../app/rule-packs/patterns.ts'),
    ]);
    const engine = await loadPatterns();
    made = { of, analyzers: packs.map((pack) => analyzerOfPack(pack, engine)) };
  }
  return made.analyzers;
}

const worked = workedHere() ?? undefined;

serveIsolated(async (input) => {
  const { path, localPath, size, described, packs } = input as unknown as ReadTask;
  const file: Listed = { kind: 'file', path, size, claim: null };
  const bytes = openLocalFile(localPath, size, () => {});
  try {
    return slimmed(
      file,
      await readAndInspect(
        { formats: FORMATS, analyzers: [...FILE_ANALYZERS, ...(await analyzersOf(packs))], described },
        file,
        bytes,
        createBudget(() => performance.now(), worked),
      ),
    );
  } finally {
    await bytes.close();
  }
});
