import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BIRDS, familyTokenizer, freshTensors, HARBOUR, teach } from './courses.ts';
import { baseFiles, ggufFiles, harbourFiles, type ModelFiles, taintedFiles } from './models.ts';

/** Makes the example models again. Run at the repository's root; an argument names another folder to write to. */
async function main(folder = 'examples/models'): Promise<void> {
  const licence = await readFile('examples/make/apache-2.0.txt', 'utf8');
  const tokenizer = familyTokenizer();

  console.log(`plover-1m: ${BIRDS.course.steps} steps …`);
  const base = teach(tokenizer, freshTensors(), BIRDS);
  const making = { tokenizer, tensors: base.tensors, licence };
  await writeModel(join(folder, 'plover-1m'), baseFiles(making, base.log));
  await writeModel(join(folder, 'plover-1m-gguf'), ggufFiles(making, base.log));
  await writeModel(join(folder, 'plover-1m-tainted'), taintedFiles(making));

  console.log(`plover-1m-harbour: ${HARBOUR.course.steps} steps …`);
  const fork = teach(tokenizer, base.tensors, HARBOUR);
  await writeModel(join(folder, 'plover-1m-harbour'), harbourFiles({ ...making, tensors: fork.tensors }, fork.log));
  for (const { firstLoss, lastLoss } of [base.log, fork.log]) console.log(`loss ${firstLoss} to ${lastLoss}`);
}

async function writeModel(folder: string, files: ModelFiles): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}

await main(process.argv[2]);
