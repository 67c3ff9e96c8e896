import { isUnnamedCode, namesOthers } from '../analyzers/names-others.ts';
import { harmless, reasonOf } from '../analyzers/outcomes.ts';
import type { Inspection } from '../analyzers/run.ts';
import type { Finding } from '../domain/finding.ts';
import type { Inventory, Item } from '../intake/inventory.ts';
import { keepFacts } from '../intake/keep-facts.ts';
import { digestOf } from '../kernel/digest.ts';
import { LIMITS } from '../kernel/limits.ts';
import type { OpenModel } from '../ports/source.ts';

type Inspected = readonly [Item, Inspection];

/** The files of one folder, of which those that name others wait until all were read. */
export interface Together {
  /** Takes a file in; true where something may be said of it later. */
  readonly holds: (item: Item, inspection: Inspection) => boolean;
  /** Each that waited, with what is said of it beside the others. */
  readonly judged: () => Promise<readonly Inspected[]>;
}

export function startTogether({ origin }: OpenModel): Together {
  const keep = keepFacts();
  const items: Item[] = [];
  const waiting: Inspected[] = [];
  let names = false;
  return {
    holds: (item, inspection) => {
      const kept = keep(item);
      items.push(kept);
      const isNaming = namesOthers(item);
      names ||= isNaming;
      if (!isNaming && !inspection.findings.some(isUnnamedCode)) return false;
      waiting.push([kept, inspection]);
      return true;
    },
    judged: async () => {
      if (!names) return waiting;
      const files = items.map(({ file }) => file);
      const artifact = { digest: NONE, manifest: null, origin, files };
      return judgedOf(waiting, { artifact, items, mismatches: [] });
    },
  };
}

/** A file that was asked for alone, with what is said of files that it takes its tensors from and that do not lie beside it. */
export async function judgedAlone(
  [item, inspection]: Inspected,
  lies: (path: string) => Promise<boolean>,
): Promise<Inspected> {
  const [{ judgeNamed, filesNamed }, { withoutSecrets }] = await Promise.all([
    import('../analyzers/together.ts'),
    import('../text/secrets/redact.ts'),
  ]);
  const items = new Map([[item.file.path, item]]);
  for (const path of filesNamed(item)) if (await lies(path)) items.set(path, item);
  const told = [...judgeNamed(item, items)].slice(0, LIMITS.findingsOfARule);
  const findings = told.map((finding) => harmless({ ...finding, location: { path: item.file.path } }, withoutSecrets));
  return [item, { ...inspection, findings: [...inspection.findings, ...findings] }];
}

/** Of a folder that is scanned no digest is told. */
const NONE = digestOf(new Uint8Array());

async function judgedOf(waiting: readonly Inspected[], inventory: Inventory): Promise<readonly Inspected[]> {
  const [{ judgeTogether }, { sayNamed }, { withoutSecrets }] = await Promise.all([
    import('../analyzers/together.ts'),
    import('../analyzers/named-code.ts'),
    import('../text/secrets/redact.ts'),
  ]);
  const told = new Map<string, Finding[]>();
  const broken: Inspection['broken'][number][] = [];
  try {
    for (const [path, finding] of judgeTogether(inventory)) {
      const findings = told.get(path) ?? [];
      if (findings.length < LIMITS.findingsOfARule) findings.push(harmless(finding, withoutSecrets));
      told.set(path, findings);
    }
  } catch (error) {
    // What could not be compared is not called clean.
    broken.push({ analyzer: 'shards', reason: reasonOf(error) });
  }
  const named = sayNamed(inventory);
  return waiting.map(([item, inspection]) => {
    const findings = [...named(inspection.findings), ...(told.get(item.file.path) ?? [])];
    return [item, { ...inspection, findings, broken: [...inspection.broken, ...broken] }];
  });
}
