import { serveIsolated } from '../../adapters/isolation/serve.ts';
import { openLocalFile } from '../../adapters/sources/local-file.ts';
import { FILE_ANALYZERS } from '../../analyzers/file-table.ts';
import { type ReadTask, readAndInspect, slimmed } from '../../app/read-apart.ts';
import { FORMATS } from '../../formats/table.ts';
import type { Listed } from '../../intake/take-inventory.ts';
import { createBudget } from '../../kernel/budget.ts';

serveIsolated(async (input) => {
  const { path, localPath, size, described } = input as unknown as ReadTask;
  const file: Listed = { kind: 'file', path, size, claim: null };
  const bytes = await openLocalFile(localPath, size, () => {});
  try {
    return slimmed(
      file,
      await readAndInspect(
        { formats: FORMATS, analyzers: FILE_ANALYZERS, described },
        file,
        bytes,
        createBudget(() => performance.now()),
      ),
    );
  } finally {
    await bytes.close();
  }
});
