import { serveIsolated } from '../../adapters/isolation/serve.ts';
import { openLocalFile } from '../../adapters/sources/local-file.ts';
import type { FileAnalyzer } from '../../analyzers/analyzer.ts';
import { ANALYZERS } from '../../analyzers/table.ts';
import { type ReadTask, readAndInspect, slimmed } from '../../app/read-apart.ts';
import { FORMATS } from '../../formats/table.ts';
import type { Listed } from '../../intake/take-inventory.ts';
import { createBudget } from '../../kernel/budget.ts';

const analyzers = ANALYZERS.filter((analyzer): analyzer is FileAnalyzer => analyzer.scope === 'file');

serveIsolated(async (input) => {
  const { path, localPath, size, described } = input as unknown as ReadTask;
  const file: Listed = { kind: 'file', path, size, claim: null };
  const bytes = await openLocalFile(localPath, size, () => {});
  try {
    return slimmed(
      file,
      await readAndInspect(
        { formats: FORMATS, analyzers, described },
        file,
        bytes,
        createBudget(() => performance.now()),
      ),
    );
  } finally {
    await bytes.close();
  }
});
