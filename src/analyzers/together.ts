import type { Finding } from '../domain/finding.ts';
import type { Inventory } from '../intake/inventory.ts';
import { judgeBlobs } from './digests/blobs.ts';
import { judgeLayouts } from './digests/layout.ts';
import { hasPartsOf, judgeIndex, judgeLoneParts, judgeNamed } from './shards/analyzer.ts';
import { filesNamed } from './shards/named.ts';
import { isIndex } from './shards/names.ts';
import { judgeSettings } from './shards/settings.ts';

export { filesNamed, judgeNamed };

/**
 * Compares files with those that they name, by the path of who names. An index of which no part lies here says nothing:
 * settings are kept without their weights everywhere.
 */
export function* judgeTogether(inventory: Inventory): Iterable<readonly [string, Finding]> {
  const items = new Map(inventory.items.map((item) => [item.file.path, item]));
  for (const item of inventory.items) {
    const { path } = item.file;
    const parts = isIndex(path) && hasPartsOf(item, items) ? judgeIndex(item, items, true) : [];
    for (const finding of [...parts, ...judgeNamed(item, items), ...judgeSettings(item, items)])
      yield [path, here(finding, path)];
  }
  const paths = [...items.keys()];
  const indexed = new Set(paths.filter(isIndex).map(folderOf));
  // Where an index lies, it says which parts there are.
  for (const [path, finding] of judgeLoneParts(paths.filter((path) => !indexed.has(folderOf(path)))))
    yield [path, here(finding, path)];
  for (const finding of [...judgeBlobs(inventory), ...judgeLayouts(inventory)])
    if (finding.location !== undefined) yield [finding.location.path, finding];
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** What is said of a part is said where it is named. */
function here(finding: Finding, path: string): Finding {
  return { ...finding, location: { path } };
}
