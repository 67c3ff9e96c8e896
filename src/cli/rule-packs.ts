import type { NamedText } from '../contract/caller.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { LIMITS } from '../kernel/limits.ts';
import type { Io } from './io.ts';

/** The packs that --rules names. One that lies in or beside what is vetted is refused: its publisher would judge himself. */
export async function rulePacksFrom(
  files: readonly string[] | undefined,
  references: readonly string[],
  downloadTo: string | null,
  io: Io,
): Promise<readonly NamedText[]> {
  const packs: NamedText[] = [];
  for (const file of files ?? []) {
    // An envelope is a third longer than its pack.
    const text = await io.readText(file, 2 * LIMITS.policyFile);
    for (const reference of references) {
      if (await io.isVetted(file, { reference, downloadTo }))
        throw new WeighbridgeError('call-invalid', `--rules ${file} lies among the files that are vetted`, {
          remedy: 'Keep rule packs in a folder of your own.',
        });
    }
    packs.push({ name: file, text });
  }
  return packs;
}
