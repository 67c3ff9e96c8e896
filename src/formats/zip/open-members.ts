import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { ReadContext } from '../format.ts';
import { readDirectory } from './directory.ts';
import { createOpener } from './members.ts';
import { asLaxest } from './names.ts';

/** The members of an archive that tells one story: each name once, each as its own header describes it. */
export interface Members {
  readonly names: readonly string[];
  /** Throws MalformedError for a name that is not there, and where directory and own header disagree. */
  open(name: string): Promise<ByteSource>;
}

/** For who needs certain members of a sound archive. Throws MalformedError for one with a defect in its directory. */
export async function openMembers(bytes: ByteSource, context: ReadContext): Promise<Members> {
  const { entries, defects, rivals } = await readDirectory(bytes, context);
  const [defect] = defects;
  if (defect !== undefined) throw new MalformedError(defect.message, defect.offset);
  if (rivals.length > 0) throw new MalformedError('the archive has two directories', 0);
  const byName = new Map(entries.map((entry) => [asLaxest(entry.name), entry]));
  if (byName.size !== entries.length) throw new MalformedError('two members have one name', 0);
  const opener = createOpener(bytes, context);
  return {
    names: entries.map(({ name }) => name),
    open: async (name) => {
      const entry = byName.get(asLaxest(name));
      if (entry === undefined) throw new MalformedError(`there is no member ${name}`, 0);
      const { part, defects: found } = await opener.open(entry);
      const [first] = found;
      if (part === null || first !== undefined)
        throw new MalformedError(first?.message ?? `${name} cannot be read`, entry.offset);
      return part.bytes;
    },
  };
}
