import type { Finding } from '../domain/finding.ts';
import { externalOf } from '../intake/described.ts';
import type { Item } from '../intake/inventory.ts';
import { BLOB_RULES } from './digests/rules.ts';
import { hasSides, isIndex, isMlmodel, shardName } from './shards/names.ts';
import { SHARDS_RULES } from './shards/rules.ts';

/** What is said of files that name others of their folder, where a folder is scanned and nothing is vetted. */
export const TOGETHER_RULES = [...SHARDS_RULES, ...BLOB_RULES] as const;

/** Parts of a layout of images, and what may be one. */
const OF_LAYOUT = /(?:^|\/)(?:oci-layout|index\.json|blobs\/sha(?:256[/-]|512\/)[0-9a-f]+)$/;

/** Whether something may be said of this file once all others were read. */
export function namesOthers({ file, readings }: Item): boolean {
  if (isIndex(file.path) || isMlmodel(file.path) || hasSides(file.path) || OF_LAYOUT.test(file.path)) return true;
  // One of several: the others are promised.
  if ((shardName(file.path)?.count ?? 0) > 1) return true;
  return readings.some(({ facts, member }) => {
    if (member.length > 0) return false;
    return externalOf(facts, file.path).length > 0 || (facts.format === 'tensorflow' && facts.assets.length > 0);
  });
}

/** Whether this says of a Python file of the folder that nothing is known to load it: a manifest beside it may. */
export function isUnnamedCode({ rule, location }: Finding): boolean {
  return location?.member === undefined && /^remote-code\/(?:python-file|plain-code)$/.test(rule);
}
