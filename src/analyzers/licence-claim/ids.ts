/** One spelling for a licence's id: the hub's, in small letters; SPDX's `-only` and `-or-later` fall away. */
export function normalId(id: string): string {
  const plain = id
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
    .replace(/-(?:only|or-later)$/, '')
    .replace(/^the-/, '');
  return ALIASES.get(plain) ?? plain;
}

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['apache', 'apache-2.0'],
  ['apache2', 'apache-2.0'],
  ['apache2.0', 'apache-2.0'],
  ['apache-2', 'apache-2.0'],
  ['apache-license-2.0', 'apache-2.0'],
  ['apache-license,-version-2.0', 'apache-2.0'],
  ['apache-license-version-2.0', 'apache-2.0'],
  ['mit-license', 'mit'],
  ['gpl-v3', 'gpl-3.0'],
  ['gplv3', 'gpl-3.0'],
  ['agplv3', 'agpl-3.0'],
  ['llama-2', 'llama2'],
  ['llama-3', 'llama3'],
  ['llama-3.1', 'llama3.1'],
  ['llama-3.2', 'llama3.2'],
  ['llama-3.3', 'llama3.3'],
  ['llama-4', 'llama4'],
]);

/** Ids of the hub's list that stand for one standard text. */
const STANDARD = new Set(
  `apache-2.0 mit bsd-2-clause bsd-3-clause bsd-3-clause-clear isc 0bsd zlib ncsa ms-pl wtfpl unlicense bsl-1.0 postgresql
  artistic-2.0 osl-3.0 ecl-2.0 afl-3.0 ofl-1.1 lppl-1.3c mpl-2.0 epl-1.0 epl-2.0 eupl-1.1 eupl-1.2 etalab-2.0 gpl-2.0
  gpl-3.0 lgpl-2.1 lgpl-3.0 agpl-3.0 gfdl cc0-1.0 cc-by-2.0 cc-by-2.5 cc-by-3.0 cc-by-4.0 cc-by-sa-3.0 cc-by-sa-4.0
  cc-by-nd-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 cc-by-nc-sa-3.0
  cc-by-nc-sa-4.0 pddl odc-by odbl cdla-permissive-1.0 cdla-permissive-2.0 cdla-sharing-1.0 openmdw-1.0 openmdw-1.1`.split(
    /\s+/,
  ),
);

/** Ids that name a family, or nothing: each with what begins the names of its members. */
const FAMILIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['cc', ['cc-', 'cc0-']],
  ['gpl', ['gpl-']],
  ['lgpl', ['lgpl-']],
  ['bsd', ['bsd-']],
  ['openrail', ['openrail', 'bigscience-', 'bigcode-', 'creativeml-']],
  ['unknown', ['']],
  ['unlicensed', []],
]);

/** What kind of thing an id names. All that is not known here is the publisher's own. */
export function kindOfId(id: string): 'standard' | 'family' | 'own' {
  if (STANDARD.has(id)) return 'standard';
  return FAMILIES.has(id) ? 'family' : 'own';
}

/** Whether two ids can mean the same licence: equal, or one the family of the other. `other` can mean any. */
export function agree(a: string, b: string): boolean {
  if (a === b || a === 'other' || b === 'other') return true;
  return isMember(a, b) || isMember(b, a);
}

function isMember(family: string, id: string): boolean {
  return FAMILIES.get(family)?.some((beginning) => id.startsWith(beginning)) ?? false;
}

/** Known by name to exclude commercial use; the licence engine will know more. */
const NON_COMMERCIAL_IDS = new Set([
  'apple-amlr',
  'deepfloyd-if-license',
  'fair-noncommercial-research-license',
  'intel-research',
  'tongyi-qianwen-research',
  'qwen-research',
  'exaone',
  'mrl',
  'mnpl',
]);
const NON_COMMERCIAL_NAME = /(?:^|-)nc(?:-|$)|non-?commercial|research-(?:only|licen[cs]e)|academic-only/;

/** Whether the id itself says that commercial use is not allowed. */
export function isNonCommercial(id: string): boolean {
  return NON_COMMERCIAL_IDS.has(id) || NON_COMMERCIAL_NAME.test(id);
}
