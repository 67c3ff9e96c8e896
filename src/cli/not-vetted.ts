import { WeighbridgeError } from '../kernel/errors.ts';
import type { Io } from './io.ts';

interface Vetted {
  readonly references: readonly string[];
  readonly downloadTo?: string | null;
}

/** Throws `call-invalid` for a file of the caller's that lies in or beside what is vetted: its publisher would judge himself. */
export async function refuseVetted(file: string, { references, downloadTo = null }: Vetted, io: Io): Promise<void> {
  for (const reference of references) {
    if (!(await io.isVetted(file, { reference, downloadTo }))) continue;
    throw new WeighbridgeError(
      'call-invalid',
      `${file} lies among the files that are vetted, or of another model (config.json, weights)`,
      {
        remedy: 'Keep it in a folder of your own, and name the folders of the models.',
      },
    );
  }
}
