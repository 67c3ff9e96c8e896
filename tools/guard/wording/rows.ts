import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { seedLines } from '../rows.ts';

/** Where what programs say is put and looked for. */
export const WORDING = join('..', 'wording.jsonl');

const line = z.object({ kind: z.string(), text: z.string() });
export type Line = z.output<typeof line>;

/** What programs say, as `gather-wording.ts` makes it. */
export function wordingOf(file: string): readonly Line[] {
  if (!existsSync(file)) {
    const next = 'nothing was learned and nothing was written.';
    throw new Error(`There is no ${file}. Make it with \`npm run gather:wording -- ${file}\`; ${next}`);
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => line.parse(JSON.parse(row)));
}

/** A sentence of ours: an order that is hidden, or what stands in the same places for visitors and for writers. */
export interface Seed {
  readonly role: 'orders' | 'visitors' | 'writers';
  /** Those who wrote one set wrote its look-alikes, too; a sentence in several languages is one family. */
  readonly family: string;
  /** Of other languages than English. */
  readonly elsewhere: boolean;
  readonly text: string;
}

const FOLDER = 'hidden';
const FAMILIES_OF_LANGUAGES = 6;

export function hiddenSeeds(): readonly Seed[] {
  return readdirSync(join('tools', 'guard', 'seeds', FOLDER))
    .sort()
    .flatMap((name) => {
      const [, role, family = ''] = /^(orders|visitors|writers)-([a-z]+)\.txt$/.exec(name) ?? [];
      if (role === undefined) throw new Error(`${name} is no file of orders, visitors or writers`);
      const lines = seedLines(join(FOLDER, name));
      return family === 'languages'
        ? translations(lines, role as Seed['role'])
        : plain(lines, role as Seed['role'], family);
    });
}

function plain(lines: readonly string[], role: Seed['role'], family: string): readonly Seed[] {
  return lines.map((text) => ({ role, family, elsewhere: false, text }));
}

/** The same sentences in each language, in the same order, behind its name. */
function translations(lines: readonly string[], role: Seed['role']): readonly Seed[] {
  const counts = new Map<string, number>();
  return lines.map((row) => {
    const [language = ''] = row.split(' ', 1);
    const at = counts.get(language) ?? 0;
    counts.set(language, at + 1);
    const family = `languages ${at % FAMILIES_OF_LANGUAGES}`;
    return { role, family, elsewhere: true, text: row.slice(language.length + 1) };
  });
}
