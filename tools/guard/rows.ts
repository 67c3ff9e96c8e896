import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A text to learn from. Rows of one family are alike: they are held out together. */
export interface Row {
  readonly family: string;
  readonly text: string;
  readonly attack: boolean;
  /** Read as a document or a tool's result, where nobody has orders to give. */
  readonly untrusted: boolean;
}

const shared = z.object({ text: z.string(), label: z.number(), kind: z.string(), cat: z.string().nullish() });
export type SharedRow = z.output<typeof shared>;

/** The rows of a shared file. Where it is not at hand nothing is learned: weights without the rows would be worse, and look as good. */
export function sharedRows(folder: string, name: string): readonly SharedRow[] {
  const file = join(folder, `${name}.jsonl`);
  if (!existsSync(file)) {
    const next =
      'Name the folder of the development rows as the argument; nothing was learned and nothing was written.';
    throw new Error(`There is no ${file}. ${next}`);
  }
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => shared.parse(JSON.parse(line)));
}

/** Where passages are put and looked for. */
export const PROSE = join('..', 'prose.jsonl');

const passage = z.object({ kind: z.string(), text: z.string() });

/**
 * Passages of what is installed with other programs: pages of manuals, HTML, READMEs, lists of changes, docstrings; a JSON
 * line each, with its `kind`, as `gather-passages.ts` makes them. They are others' and stand in no repository; numbers learned
 * from them do.
 */
export function passages(file: string): readonly z.output<typeof passage>[] {
  if (!existsSync(file)) {
    const next = 'nothing was learned and nothing was written.';
    throw new Error(`There is no ${file}. Make it with \`npm run gather:passages -- ${file}\`; ${next}`);
  }
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => passage.parse(JSON.parse(line)));
}

/** A source of numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: () => number, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

/** `{a|b {c|d}}` becomes one of the texts it stands for. */
export function vary(random: () => number, text: string): string {
  let varied = text;
  while (/\{[^{}]*\|[^{}]*\}/.test(varied)) {
    varied = varied.replace(/\{([^{}]*\|[^{}]*)\}/, (_, choices: string) => pick(random, choices.split('|')));
  }
  return varied;
}

/** Our own lines in a file of seeds. */
export function seedLines(name: string): readonly string[] {
  return readFileSync(join('tools', 'guard', 'seeds', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
