import { type Finding, findingOf, locationIn, type Rule } from '../../domain/finding.ts';
import type { ZipEntry } from '../../formats/zip/facts.ts';
import { type Item, type ReadingAs, readingsAs } from '../../intake/inventory.ts';
import { printable } from '../../kernel/printable.ts';
import { BROKEN_CHECKPOINT, ODD_STORAGE, UNNAMED_STORAGE } from './rules.ts';

/** `<root>/data/<key>`: the storages of what torch.save wrote. */
const STORAGE = /^([^/]+)\/data\/([0-9]{1,20})$/;

/** Holds the storages of a checkpoint against those that its pickles name: each is named, and is as large as they say. */
export function* judgeStorages(item: Item, zip: ReadingAs<'zip'>): Iterable<Finding> {
  if (!zip.facts.pytorch) return;
  const named = namedIn(item, zip.member);
  const unnamed: ZipEntry[] = [];
  const odd: ZipEntry[] = [];
  for (const entry of zip.facts.entries) {
    const [, root = '', key = ''] = STORAGE.exec(entry.name) ?? [];
    const keys = named.get(root);
    if (keys === undefined) continue;
    const sizes = keys.get(key);
    if (sizes === undefined) {
      // An empty one hides nothing.
      if (entry.size > 0) unnamed.push(entry);
    } else if (!sizes.has(null) && !sizes.has(entry.size)) odd.push(entry);
  }
  if (unnamed.length > 0) yield told(item, zip, UNNAMED_STORAGE, unnamed);
  if (odd.length > 0) yield told(item, zip, ODD_STORAGE, odd);
  const missing = missingFrom(zip, named);
  if (missing !== null)
    yield findingOf(BROKEN_CHECKPOINT, {
      message: `${BROKEN_CHECKPOINT.title} Here, there is no ${printable(missing)}.`,
      location: locationIn(item.file, zip.member, { offset: 0 }),
    });
}

/** The first storage that a pickle names and that lies in none of the folders where PyTorch looks for it. */
function missingFrom({ facts }: ReadingAs<'zip'>, named: ReadonlyMap<string, Keys>): string | null {
  const names = new Set(facts.entries.map(({ name }) => name));
  for (const [root, keys] of named) {
    for (const key of keys.keys()) {
      const places = [
        `data/${key}`,
        `constants/${key}`,
        `bytecode/${key}`,
        `traced_inputs/${key}`,
        `.data/${key}.storage`,
      ];
      if (!places.some((place) => names.has(`${root}/${place}`))) return `${root}/data/${key}`;
    }
  }
  return null;
}

/** TorchScript has two pickles, which give the same keys to storages in two folders. */
type Keys = ReadonlyMap<string, ReadonlySet<number | null>>;

/** For each root whose pickles were read to their ends: the keys that they name, with the sizes that each of them tells. */
function namedIn(item: Item, outer: readonly string[]): ReadonlyMap<string, Keys> {
  const roots = new Map<string, Map<string, Set<number | null>>>();
  const broken = new Set<string>();
  for (const { member, facts, defects } of readingsAs(item, 'pickle')) {
    if (member.length !== outer.length + 1 || !outer.every((step, index) => member[index] === step)) continue;
    const root = /^([^/]+)\/[^/]+\.pkl$/.exec(member.at(-1) ?? '')?.[1];
    if (root === undefined) continue;
    if (defects.length > 0) broken.add(root);
    const keys = roots.get(root) ?? new Map<string, Set<number | null>>();
    roots.set(root, keys);
    for (const { storages = [] } of facts.programs)
      for (const [key, bytes] of storages) keys.set(key, (keys.get(key) ?? new Set()).add(bytes));
  }
  for (const root of broken) roots.delete(root);
  return roots;
}

function told({ file }: Item, { member }: ReadingAs<'zip'>, rule: Rule, entries: readonly ZipEntry[]): Finding {
  const [first] = entries;
  const more = entries.length === 1 ? '' : ` And ${entries.length - 1} more like it.`;
  return findingOf(rule, {
    message: `${rule.title} Here, ${printable(first?.name ?? '')}, of ${first?.size ?? 0} bytes.${more}`,
    location: locationIn(file, member, { offset: 0 }),
  });
}
