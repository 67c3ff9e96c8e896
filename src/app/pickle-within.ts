import { claiming } from '../formats/claiming.ts';
import type { Format, Part } from '../formats/format.ts';
import type { Budget } from '../kernel/budget.ts';
import { MalformedError } from '../kernel/bytes.ts';
import { LIMITS } from '../kernel/limits.ts';
import { suggest } from '../kernel/nearest.ts';
import { printable } from '../kernel/printable.ts';

/** How a scan writes the way into an archive. */
const WAY = ' > ';

/** A pickle within a file, and how a scan names its place; empty for the file itself. */
export interface Within {
  readonly part: Part;
  readonly name: string;
}

/**
 * The pickles of a file, or the part that `wanted` names as a scan does: `inner.zip > data.pkl`. It goes through what
 * readers hand out, so that archives and compressed files open. The file itself where nothing else claims to know it.
 * Throws MalformedError, OverBudgetError.
 */
export async function* picklesWithin(
  formats: readonly Format[],
  file: Part,
  wanted: string | null,
  budget: Budget,
): AsyncIterable<Within> {
  const knownAs = new Set<string>();
  const met: string[] = [];
  let found = 0;
  let level: readonly Placed[] = [{ part: file, way: [] }];
  for (let depth = 0; depth <= LIMITS.partDepth && level.length > 0; depth++) {
    const next: Placed[] = [];
    for (const { part, way } of level) {
      const name = way.join(WAY);
      if (wanted !== null && way.length > 0) {
        if (name === wanted || way.at(-1) === wanted) {
          yield { part, name };
          return;
        }
        if (met.length < MOST_MET) met.push(name);
      }
      const claimants = await claimantsOf(formats, part);
      if (wanted === null && (await isPickle(claimants, part, budget))) {
        found++;
        yield { part, name };
      }
      const inside = await partsOf(claimants, part, budget, depth === 0 ? knownAs : new Set());
      budget.spend('parts', inside.length);
      next.push(...inside.map((one) => ({ part: one, way: [...way, one.name] })));
    }
    level = next;
  }
  if (wanted !== null) throw new MalformedError(`there is no ${printable(wanted)} in it${holding(wanted, met)}`, 0);
  if (found > 0) return;
  if (knownAs.size > 0) throw new MalformedError(`no pickle: it is ${[...knownAs].join(', ')}, and holds none`, 0);
  yield { part: file, name: '' };
}

/** Names that are kept to suggest one of them. */
const MOST_MET = 1000;

function holding(wanted: string, met: readonly string[]): string {
  return met.length === 0 ? ', nor anything else' : printable(suggest(wanted, met));
}

interface Placed {
  readonly part: Part;
  readonly way: readonly string[];
}

async function claimantsOf(formats: readonly Format[], { name, bytes }: Part): Promise<readonly Format[]> {
  if (bytes.size === 0) return [];
  const head = await bytes.read(0, Math.min(bytes.size, LIMITS.head));
  return claiming(formats, name, head, bytes.size).filter(({ id }) => id !== 'text');
}

/** Bytes that another reader knows too may only begin like a program: then it has to go on as one. */
async function isPickle(claimants: readonly Format[], { name, bytes }: Part, budget: Budget): Promise<boolean> {
  const pickle = claimants.find(({ id }) => id === 'pickle');
  if (pickle === undefined || claimants.length === 1) return pickle !== undefined;
  try {
    await pickle.read(bytes, { path: name, budget });
    return true;
  } catch (error) {
    if (error instanceof MalformedError) return false;
    throw error;
  }
}

/** What readers find in it; one that cannot read it after all finds nothing. `knownAs` takes those that could. */
async function partsOf(
  claimants: readonly Format[],
  { name, bytes }: Part,
  budget: Budget,
  knownAs: Set<string>,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const format of claimants) {
    if (format.id === 'pickle' && claimants.length > 1) continue;
    try {
      const read = await format.read(bytes, { path: name, budget });
      parts.push(...read.parts);
      knownAs.add(format.id);
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
    }
  }
  return parts;
}
