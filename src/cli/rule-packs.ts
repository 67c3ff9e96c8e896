import type { NamedText } from '../contract/caller.ts';
import { LIMITS } from '../kernel/limits.ts';
import type { Io } from './io.ts';
import { refuseVetted } from './not-vetted.ts';

/** The packs that --rules names. One that lies in or beside what is vetted is refused. */
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
    await refuseVetted(file, { references, downloadTo }, io);
    packs.push({ name: file, text });
  }
  return packs;
}
